"""The JSON Schemas with which an editor completes and checks the data files."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from cert_model.export.json_schemas import schemas
from tests.commands import run_command
from tests.paths import DATA

SCHEMAS = schemas()


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_the_schemas_beside_the_data_are_those_of_the_models(name: str) -> None:
    assert (DATA / "schema" / name).read_text() == SCHEMAS[name], "run: make schema"


def test_the_schema_command_writes_every_schema(tmp_path: Path) -> None:
    run_command("schema", "--data", str(tmp_path))
    assert {path.name for path in (tmp_path / "schema").iterdir()} == set(SCHEMAS)


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("credential", "credentials/*/*.yaml"),
        ("issuer", "issuers/*.yaml"),
        ("sources", "sources/*.yaml"),
        ("occupations", "careers/occupations.yaml"),
        ("findings", "careers/findings.yaml"),
    ],
)
def test_every_data_file_fits_the_schema_that_editors_use(name: str, pattern: str) -> None:
    schema = json.loads(SCHEMAS[f"{name}.schema.json"])
    check = jsonschema.Draft202012Validator(schema)
    paths = sorted(DATA.glob(pattern))
    assert paths
    for path in paths:
        text = path.read_text(encoding="utf-8")
        data = yaml.load(text, Loader=_DatesStayText)
        assert not list(check.iter_errors(data)), path


class _DatesStayText(yaml.CSafeLoader):
    """YAML as an editor reads it, but for dates."""


_DatesStayText.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
