"""Makes a catalog of many credentials out of the project's own, to see what size costs.

The copies are made up and say so in their names; they stand in a folder of their own.
"""

import json
import re
import shutil
from itertools import count
from pathlib import Path
from typing import Any

import yaml

_CODE = re.compile(r"^code: *(.*)$", re.MULTILINE)
_NAME = re.compile(r"^name: *(.*)$", re.MULTILINE)
_SUBJECTS = Path("preparation") / "exam_subjects.yaml"


def make_copies(data: Path, folder: Path, wanted: int) -> int:
    """Copy the data to a new folder, with copies until there are ``wanted`` credentials.

    Returns how many there are then.
    """
    shutil.copytree(data, folder)
    sheets = sorted((data / "credentials").rglob("*.yaml"))
    exams = yaml.safe_load((data / _SUBJECTS).read_text("utf-8"))
    sorted_exams = {exam["credential"]: exam["parts"] for exam in exams["exams"]}
    made = len(sheets)
    for round_ in count(2):
        for sheet in sheets:
            if made >= wanted:
                exams["exams"] = [
                    {"credential": key, "parts": parts} for key, parts in sorted_exams.items()
                ]
                # JSON is YAML too, and writes every part out, as the data has to.
                (folder / _SUBJECTS).write_text(json.dumps(exams), "utf-8")
                return made
            _copy(sheet, folder / "credentials" / sheet.parent.name, round_, sorted_exams)
            made += 1
    raise AssertionError("a count has no end")


def _copy(sheet: Path, folder: Path, number: int, sorted_exams: dict[str, Any]) -> None:
    text = _CODE.sub(lambda match: f'code: "{_plain(match[1])}{number}"', sheet.read_text("utf-8"))
    text = _NAME.sub(lambda match: f'name: "{_plain(match[1])}, copy {number}"', text)
    name = f"{sheet.stem}{number}"
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    key = f"{sheet.parent.name}/{sheet.stem}"
    if key in sorted_exams:
        sorted_exams[f"{sheet.parent.name}/{name}"] = sorted_exams[key]


def _plain(value: str) -> str:
    return value.strip().strip("\"'").replace('"', "'")
