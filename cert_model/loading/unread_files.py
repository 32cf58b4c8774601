"""Files below ``data/`` that nothing reads: misnamed, or put in the wrong folder."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from cert_model.loading.problems import Problem


def unread_files(folder: Path, places: Sequence[str]) -> Iterator[Problem]:
    """A problem for each file of ``folder`` that none of the ``places`` names.

    Places are patterns below the folder, such as ``issuers/*.yaml``. Hidden files are the
    editor's or the system's, and nobody's mistake.
    """
    read = {path for place in places for path in folder.glob(place)}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path not in read and not path.name.startswith("."):
            inside = path.relative_to(folder)
            here = [place for place in places if Path(place).parts[0] == inside.parts[0]]
            message = f"nothing reads this file; expected one of: {', '.join(here or places)}"
            yield Problem(f"{folder.name}/{inside.as_posix()}", 1, "", message)
