"""A plan that is opened later says which of the prices and rules that it rests on have moved."""

from datetime import date

import pytest

from cert_model.catalog import Catalog
from cert_model.catalog.subjects import FactRef
from cert_model.quality import Change, ChangeKind, Version, as_at, changes_behind, diff_catalogs
from tests.ui.plan.test_view_model import NEWCOMER, view_of
from ui.plan.moved import what_moved

THEN = date(2026, 6, 1)


def change(subject: str, name: str, kind: ChangeKind = ChangeKind.CHANGED) -> Change:
    """A made-up change of a statement."""
    return Change(kind, subject, name, "Label", 3, Version("1"), Version("2"))


def test_nothing_moved_is_said(catalog: Catalog) -> None:
    view = view_of(catalog, NEWCOMER, "cpc", made=THEN.isoformat())
    moved = what_moved(view, catalog, [])
    assert moved.changes == []
    assert moved.sentence == ("No fact behind it is known to have changed since June 1, 2026.")


def test_what_it_came_to_then_stands_beside_what_it_comes_to_now(catalog: Catalog) -> None:
    earlier = as_at(catalog, THEN)
    view = view_of(catalog, NEWCOMER, "cpc", made=THEN.isoformat())
    moved = what_moved(view, earlier, diff_catalogs(earlier, catalog))
    assert moved.made == "June 1, 2026"
    assert moved.sentence.startswith("The cost to earn it was ")
    assert f"; today it is {view.cost}." in moved.sentence
    assert any("Membership dues" in line for line in moved.changes)


DUES = FactRef("aapc", ("dues", 0, "amount"))


@pytest.mark.parametrize(
    ("made_up", "counts"),
    [
        (change("aapc", "dues.membership/all/Individual/year.amount"), True),
        (change("aapc", "dues.membership/all/Individual/year.amount", ChangeKind.EVIDENCE), False),
        (change("aapc", "details.Members"), False),
        (change("aapc/cpc", "eligibility.required"), True),
        (change("aapc/cpc", "eligibility.details.Letters"), False),
        (change("aapc/cpc", "exam.questions"), False),
        (change("aapc/cpb", "eligibility.required"), False),
    ],
    ids=lambda part: part.name if isinstance(part, Change) else str(part),
)
def test_only_what_the_plan_rests_on_counts(
    catalog: Catalog, made_up: Change, counts: bool
) -> None:
    behind = changes_behind([made_up], catalog, [DUES], ["aapc/cpc"])
    assert behind == [made_up] * counts
