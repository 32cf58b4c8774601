"""Which credential a name such as ``cpc`` stands for."""

from collections.abc import Collection, Iterable

from cert_model.formatting import closest_names


class UnknownCredential(LookupError):
    """An id or shorthand that names no credential, or more than one."""

    def __init__(self, message: str, nearest: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.nearest = tuple(nearest)
        """The names most like it, the closest first."""


class AmbiguousCredential(UnknownCredential):
    """Letters that several credentials share."""

    def __init__(self, message: str, candidates: Iterable[str]) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)
        """Their ids."""


def resolve_name(name: str, ids: Collection[str]) -> str:
    """The one of ``ids`` behind ``aapc/cpc``, ``CPC`` or ``cpc``.

    Raises UnknownCredential, with the candidates or the nearest ids, where the name fits none or
    several.
    """
    wanted = name.strip().lower()
    if wanted in ids:
        return wanted
    fitting = [key for key in ids if key.partition("/")[2] == wanted]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        message = f'"{name}" is ambiguous; write one of: {", ".join(fitting)}'
        raise AmbiguousCredential(message, fitting)
    close = closest_names(wanted, [*ids, *(key.partition("/")[2] for key in ids)], limit=3)
    nearest = f"did you mean {' or '.join(close)}?"
    hint = f"; {nearest}" if close else "; the list of credentials has them all"
    raise UnknownCredential(f'no credential is called "{name[:60]}"{hint}', close)
