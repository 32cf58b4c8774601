"""A small catalog made by hand, with old, missing and disputed figures."""

import shutil
from pathlib import Path

from cert_model.catalog import Catalog, load_catalog
from tests.catalogs import TODAY
from tests.paths import GOOD

ABC = """
code: ABC
name: A Basic Credential
issuer: demo
status: {value: active, as_of: 2026, src: [issuer-page]}
level: entry
roles: [coding]
settings: [physician-office]
code_sets: [CPT]
summary: A credential made up for tests.
exam:
  questions:
    value: 100
    as_of: 2026
    src: [issuer-page]
    history: [{value: 150, as_of: 2021, src: [issuer-page]}]
    disputed: [{value: 120, as_of: 2025, src: [a-guide]}]
    why: The guide repeats an older form.
  minutes: {value: 120, as_of: 2020-06, src: [issuer-page]}
fees:
  - kind: exam
    amount:
      value: 200
      as_of: 2024-02
      src: [a-guide]
      history: [{value: 180, as_of: 2019, src: [a-guide]}]
former_fees:
  - {kind: retake, label: with a book, amount: {value: 90, as_of: 2018, src: [a-guide]}}
eligibility:
  required:
    all_of:
      - {test: education, at_least: high-school, text: A diploma, as_of: 2026, src: [issuer-page]}
      - {test: age, at_least: 18, text: An age of 18, as_of: 2020, src: [issuer-page]}
accreditation: [{body: Some Body, as_of: 2022, src: [issuer-page]}]
unknown:
  - {what: What a book costs, ask: The shop}
"""
OLD = """
code: OLD
name: A Retired Credential
issuer: demo
status: {value: retired, as_of: 2026, src: [issuer-page]}
level: core
roles: [coding]
summary: Nobody can sit for it any more.
exam:
  minutes: {value: 60, as_of: 2001, src: [issuer-page]}
"""
DEMO = """
id: demo
letters: DEMO
name: Demo Board
country: US
website: https://demo.example
renewal:
  cycle_months: {value: 24, as_of: 2026, src: [issuer-page]}
disputed:
  - topic: Its age
    values: [{value: ten years, src: [a-guide]}]
    taken: Not settled
    why: Nobody else says.
"""


def write_folder(tmp: Path) -> Path:
    """Write the files of the catalog below ``tmp``; the folder of its data."""
    data = Path(shutil.copytree(GOOD, tmp / "data"))
    (data / "credentials" / "demo" / "abc.yaml").write_text(ABC, encoding="utf-8")
    (data / "credentials" / "demo" / "old.yaml").write_text(OLD, encoding="utf-8")
    (data / "issuers" / "demo.yaml").write_text(DEMO, encoding="utf-8")
    return data


def load(tmp: Path) -> Catalog:
    """The catalog, on the fixed day of the tests."""
    return load_catalog(write_folder(tmp), today=TODAY)
