"""The credentials that a role in words stands for, such as "inpatient coder"."""

from collections.abc import Iterator

from cert_model.catalog import Catalog
from cert_model.schema import Credential
from cert_model.vocabulary import Role, Setting, Status, Term


class UnknownRole(ValueError):
    """Words that name no role, or one that no credential is for; the message is one line."""


def role_targets(catalog: Catalog, words: str) -> list[str]:
    """The ids of the credentials for a role, such as ``coding``, "auditor", "inpatient coder".

    The words are a role, by its term, label or a synonym, with words of a setting before it or
    none. Left out are exams no longer given and forms with a mark. Raises UnknownRole.
    """
    role, setting = _parse(words)
    ids = [sheet.id for sheet in catalog.credentials.values() if _is_for(sheet, role, setting)]
    if not ids:
        raise UnknownRole(f'no credential is for "{words[:60]}"')
    return ids


def _parse(words: str) -> tuple[Role, Setting | None]:
    """The role that the last words name, and the setting that those before it do."""
    parts = words.lower().split()
    for start in range(len(parts)):
        role = next((role for role in Role if " ".join(parts[start:]) in _names(role)), None)
        if role is None:
            continue
        if start == 0:
            return role, None
        place = " ".join(parts[:start])
        setting = next((setting for setting in Setting if _names_place(setting, place)), None)
        if setting is not None:
            return role, setting
    expected = ", ".join(Role)
    raise UnknownRole(
        f'"{words[:60]}" names no role; expected one of: {expected}, '
        'with a setting before it if you like, such as "inpatient coder"'
    )


def _names(term: Term) -> Iterator[str]:
    return (name.lower() for name in (term.value, term.label, *term.synonyms))


def _names_place(setting: Setting, words: str) -> bool:
    """Whether the words are a name of the setting, or the part of its term before a dash."""
    return words in (*_names(setting), setting.value.partition("-")[0])


def _is_for(sheet: Credential, role: Role, setting: Setting | None) -> bool:
    return (
        role in sheet.roles
        and (setting is None or setting in sheet.settings)
        and sheet.same_exam_as is None
        and sheet.status.value is not Status.RETIRED
    )
