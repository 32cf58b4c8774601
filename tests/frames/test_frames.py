"""The frames: every column documented and typed, nothing shared that a reader could change."""

import subprocess
import sys

import pandas as pd
import pytest

from cert_model.catalog import Catalog
from cert_model.frames import COLUMNS, Frames, frames_of
from cert_model.frames.build import build_frame
from cert_model.frames.column import Column
from tests.paths import ROOT

NAMES = list(COLUMNS)


def frame(catalog: Catalog, name: str) -> pd.DataFrame:
    named: pd.DataFrame = getattr(frames_of(catalog), name)
    return named


def test_every_frame_is_documented() -> None:
    frames = {name for name, part in vars(Frames).items() if isinstance(part, property)}
    assert frames == set(COLUMNS)


@pytest.mark.parametrize("name", NAMES)
def test_the_columns_of_a_frame_are_those_of_the_dictionary(catalog: Catalog, name: str) -> None:
    dtypes = {column: str(dtype) for column, dtype in frame(catalog, name).dtypes.items()}
    assert dtypes == {column.name: column.dtype for column in COLUMNS[name]}


@pytest.mark.parametrize("name", NAMES)
def test_every_column_can_say_that_a_value_is_not_known(name: str) -> None:
    assert {column.dtype for column in COLUMNS[name]} <= {"string", "Int64", "Float64", "boolean"}


@pytest.mark.parametrize("name", NAMES)
def test_no_frame_is_empty(catalog: Catalog, name: str) -> None:
    assert len(frame(catalog, name))


@pytest.mark.parametrize("name", NAMES)
def test_no_column_is_empty(catalog: Catalog, name: str) -> None:
    assert frame(catalog, name).notna().any().all()


@pytest.mark.parametrize("name", NAMES)
def test_a_frame_without_rows_has_its_columns(name: str) -> None:
    empty = build_frame([], COLUMNS[name])
    assert [str(dtype) for dtype in empty.dtypes] == [column.dtype for column in COLUMNS[name]]


def test_a_row_that_lacks_a_column_is_refused() -> None:
    with pytest.raises(KeyError, match="amount"):
        build_frame([{"id": "a"}], [Column("id", "string", ""), Column("amount", "Float64", "")])


@pytest.mark.parametrize("name", NAMES)
def test_who_changes_a_frame_changes_nobody_elses(catalog: Catalog, name: str) -> None:
    before = frame(catalog, name).copy(deep=True)
    changed = frame(catalog, name)
    for column in before.columns:
        changed.loc[:, column] = pd.NA
    changed["another"] = 1
    changed.index = changed.index[::-1]
    pd.testing.assert_frame_equal(frame(catalog, name), before)


@pytest.mark.parametrize("name", NAMES)
def test_the_arrays_of_a_frame_cannot_be_written_to(catalog: Catalog, name: str) -> None:
    before = frame(catalog, name).copy(deep=True)
    for column in COLUMNS[name]:
        array = frame(catalog, name)[column.name].array
        if column.dtype == "string":
            array[:] = pd.NA  # an array of texts belongs to the copy already
        else:
            with pytest.raises(ValueError, match="read-only"):
                array[:] = pd.NA
    pd.testing.assert_frame_equal(frame(catalog, name), before)


def test_a_frame_is_made_once(catalog: Catalog) -> None:
    one, other = frame(catalog, "credentials"), frame(catalog, "credentials")
    assert one is not other
    assert frames_of(catalog) is frames_of(catalog)


def test_the_catalog_and_its_frames_load_without_pandas() -> None:
    program = (
        "import sys, cert_model.cli.main\n"
        "from cert_model.frames import load_frames\n"
        "frames = load_frames()\n"
        "assert 'pandas' not in sys.modules\n"
        "assert len(frames.prices)\n"
        "assert 'pandas' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)


def test_an_unknown_figure_is_missing_and_not_zero(demo: Catalog) -> None:
    row = frame(demo, "credentials").iloc[0]
    assert pd.isna(row["pass_rate"])
    assert pd.isna(row["yearly_upkeep"])
    assert pd.isna(row["online"])


def test_the_price_span_runs_over_audiences(catalog: Catalog) -> None:
    row = frame(catalog, "credentials").set_index("id").loc["ahima/cca"]
    assert (row["exam_fee_low"], row["exam_fee_high"]) == (199, 299)


def test_several_terms_share_a_cell(catalog: Catalog) -> None:
    row = frame(catalog, "credentials").set_index("id").loc["ahima/cca"]
    sheet = catalog.credentials["ahima/cca"]
    assert row["settings"].split("; ") == [str(setting) for setting in sheet.settings]


def test_superseded_prices_are_history(catalog: Catalog) -> None:
    prices = frame(catalog, "prices")
    old = prices[(prices["credential"] == "aapc/cpc") & (prices["state"] == "history")]
    assert 399 in set(old["low"])


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("scope", "sources")])
def test_sources_named_in_a_frame_stand_in_that_of_the_sources(catalog: Catalog, name: str) -> None:
    columns = frame(catalog, name)
    if "sources" in columns:
        named = columns["sources"].dropna().str.split("; ").explode()
        assert named.isin(frame(catalog, "sources")["id"]).all()


def test_the_facts_about_a_credential_hold_the_exam_that_it_borrows(catalog: Catalog) -> None:
    about = frames_of(catalog).facts_about("aapc/cpc-a")
    assert set(about["subject"]) == {"aapc/cpc-a", "aapc"}
    assert "exam.minutes" in set(about["field"])
