"""The bill of all credentials of a plan over its years, before anybody else pays a part."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from cert_model.catalog import Catalog
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.books import book_items
from cert_model.costs.membership import IssuerCosts, MembershipDecision
from cert_model.costs.rows import Category, CostItem, CostRow, Phase, missing_of, rows_of
from cert_model.costs.schooling import schooling_items
from cert_model.costs.timeline import HELD, DatedCredential
from cert_model.prices import Money, sum_money


@dataclass(frozen=True, slots=True)
class Bill:
    """What a set of credentials costs over some years."""

    catalog: Catalog
    credentials: Sequence[DatedCredential]
    """One for each exam; those that are held cost nothing to earn."""
    earn_until: Mapping[str, int]
    """By issuer, the year in which the last of its credentials is earned."""
    assumptions: Assumptions

    def decide_memberships(self, years: int) -> dict[str, MembershipDecision]:
        """Whether each issuer's membership counts in a bill of so many years, by issuer."""
        return {costs.issuer.id: costs.decide_membership() for costs in self._by_issuer(years)}

    def items(self, years: int, members: Mapping[str, bool]) -> Iterator[CostItem]:
        """The lines of so many years, ``members`` saying which issuers' membership counts."""
        for costs in self._by_issuer(years):
            yield from costs.items(member=members[costs.issuer.id])
        earned = [credential for credential in self.credentials if credential.year > HELD]
        yield from schooling_items(self.catalog, earned, self.assumptions)
        if self.assumptions.books:
            yield from book_items(self.catalog, earned)
        if self.assumptions.study_material:
            spent = Money.exactly(self.assumptions.study_material)
            for credential in earned:
                label, assumed = "Study material", ("study_material",)
                yield credential.row(Category.MATERIALS, spent, label, assumptions=assumed)

    @property
    def successors(self) -> dict[str, str]:
        """By id of a replaced credential, the id of the one that takes its place."""
        return {
            replacement.credential: credential.sheet.id
            for credential in self.credentials
            for replacement in credential.sheet.replaces
        }

    @property
    def counted_as(self) -> dict[str, str]:
        """By id of letters with a mark, the id of the credential that stands for their exam."""
        by_exam = {credential.exam: credential.sheet.id for credential in self.credentials}
        return {
            sheet.id: by_exam[sheet.same_exam_as]
            for sheet in self.catalog.credentials.values()
            if sheet.same_exam_as in by_exam
        }

    def _by_issuer(self, years: int) -> list[IssuerCosts]:
        """The costs of each issuer's credentials, in the order in which these are earned."""
        in_order = sorted(
            self.credentials, key=lambda credential: (credential.sheet.issuer, credential.year)
        )
        groups = groupby(in_order, key=lambda credential: credential.sheet.issuer)
        return [
            IssuerCosts(
                self.catalog,
                self.catalog.issuers[issuer],
                list(group),
                years,
                self.earn_until.get(issuer, HELD),
                self.assumptions,
            )
            for issuer, group in groups
        ]


def marginal_items(
    joint: Sequence[CostItem],
    held: Sequence[CostItem],
    successors: Mapping[str, str],
    counted_as: Mapping[str, str],
) -> Iterator[CostItem]:
    """What a bill adds to the bill of what is held already.

    Lines of the same year, issuer, credential, category and assumptions are subtracted from one
    another; a line of a replaced credential is set against that of its successor, and one of
    letters with a mark against that of the credential in full. What is due either way
    disappears; what is no longer due is negative.
    """
    held = [_counted(item, counted_as) for item in held]
    due_already: dict[_Key, list[CostRow]] = defaultdict(list)
    for row in rows_of(held):
        due_already[_key(row, successors)].append(row)
    for row in rows_of(joint):
        before = due_already.pop(_key(row, successors), [])
        money = row.money.beyond(sum_money(earlier.money for earlier in before))
        if not before:
            yield row
        elif money:
            yield replace(row, money=money, label=f"{row.label}, less what is due already")
    for rows in due_already.values():
        for row in rows:
            saved = Money().beyond(row.money)
            yield replace(row, money=saved, label=f"{row.label}: no longer due")
    lacking_already = set(missing_of(held))
    yield from (gap for gap in missing_of(joint) if gap not in lacking_already)


def _counted(item: CostItem, counted_as: Mapping[str, str]) -> CostItem:
    """A line with the credential that stands for the exam."""
    if item.credential is None:
        return item
    return replace(item, credential=counted_as.get(item.credential, item.credential))


_Key = tuple[int, str, str | None, Category, tuple[str, ...]]


def _key(row: CostRow, successors: Mapping[str, str]) -> _Key:
    credential = row.credential
    if credential is not None and row.phase is Phase.KEEP:
        credential = successors.get(credential, credential)
    return row.year, row.issuer, credential, row.category, row.assumptions
