"""A renewal plan: what is due at each issuer, by when, and what follows a missed date."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cert_model.catalog import Catalog
from cert_model.costs import Assumptions, HeldCredential, Total
from cert_model.costs.timeline import HELD, DatedCredential, kept_up, one_per_exam
from cert_model.costs.upkeep import memberships_of, yearly_upkeep
from cert_model.renewal.ceus import CeusDue, ceus_due
from cert_model.renewal.cycles import Cycle, current_cycles
from cert_model.renewal.fees import DueFee, due_fees
from cert_model.renewal.lapse import LadderStep, lapse_ladder
from cert_model.renewal.request import CalendarDay, Holding, RenewalRequest, check_request, first_of
from cert_model.schema import Issuer

_MONTHS_A_YEAR = 12
_DAYS_A_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True)
class CycleDue:
    """One cycle and the CEUs that it asks for."""

    cycle: Cycle
    ceus: CeusDue

    @property
    def asked(self) -> float | None:
        """The CEUs due in the current cycle, or those of a full one where that is not known."""
        this_cycle = self.ceus.due_this_cycle
        return self.ceus.due if this_cycle is None else this_cycle

    @property
    def a_year(self) -> float | None:
        """The CEUs of a full cycle, by year."""
        if self.ceus.due is None or not self.cycle.months:
            return None
        return self.ceus.due * _MONTHS_A_YEAR / self.cycle.months


@dataclass(frozen=True, slots=True)
class IssuerRenewal:
    """What keeping one issuer's credentials takes."""

    issuer: Issuer
    cycles: tuple[CycleDue, ...]
    """The cycle that ends first before the others."""
    member: bool
    renews: CalendarDay | None
    """When membership or cycle ends, as far as the person named it."""
    earned: float | None
    """CEUs earned so far, as far as the person said."""
    fees: tuple[DueFee, ...]
    ladder: tuple[LadderStep, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its credentials that are kept up."""
        return tuple(key for due in self.cycles for key in due.cycle.ids)

    @property
    def ends(self) -> CalendarDay | None:
        """The end of the cycle that ends first; None where none is known."""
        return self.cycles[0].cycle.ends

    @property
    def missed(self) -> CalendarDay | None:
        """The day that the ladder of a lapse counts from: that of unpaid dues, or the end."""
        return first_of(self.renews, self.ends)

    @property
    def due(self) -> float | None:
        """The CEUs of full cycles together; None where no number is known."""
        return sum_known(due.ceus.due for due in self.cycles)

    @property
    def due_this_cycle(self) -> float | None:
        """The CEUs due by ``ends``; None where that cannot be told."""
        if self.ends is None:
            return None
        parts = [due.ceus.due_this_cycle for due in self.cycles if due.cycle.ends == self.ends]
        return None if None in parts else sum_known(parts)

    @property
    def asked(self) -> float | None:
        """The CEUs due by ``ends``, at most: full cycles where less may be due."""
        return sum_known(due.asked for due in self.cycles if due.cycle.ends == self.ends)

    @property
    def left(self) -> float | None:
        """The CEUs still to earn by ``ends``; None where none are known to be due."""
        return None if self.asked is None else max(0.0, self.asked - (self.earned or 0.0))

    @property
    def a_year(self) -> float | None:
        """The CEUs of full cycles, by year."""
        return sum_known(due.a_year for due in self.cycles)

    def a_month(self, today: date) -> float | None:
        """The CEUs to earn in each month that is left; None without a number or a day to come."""
        if not self.left or self.ends is None or self.ends.day <= today:
            return None
        return self.left / max(1.0, (self.ends.day - today).days / _DAYS_A_MONTH)


@dataclass(frozen=True, slots=True)
class RenewalPlan:
    """What a person has to do to keep what they hold."""

    request: RenewalRequest
    issuers: tuple[IssuerRenewal, ...]
    """The one whose cycle ends first before the others."""
    replaced: Mapping[str, str]
    """By id of a credential that need not be kept up, the id of the one in its place."""
    cost_a_year: Total
    """Dues, fees and CEUs: the average of six years."""

    @property
    def ceus_a_year(self) -> float | None:
        """The CEUs of a year at all issuers; None where no number is known."""
        return sum_known(issuer.a_year for issuer in self.issuers)

    @property
    def ceus_a_month(self) -> float | None:
        """The CEUs to earn a month from now at all issuers; None where no pace is known."""
        paces = (part.a_month(self.request.today) for part in self.issuers)
        return sum_known(paces)

    @property
    def ceus_are_complete(self) -> bool:
        """Whether the number of CEUs of each credential is known."""
        return not any(due.ceus.without_number for part in self.issuers for due in part.cycles)


def plan_renewal(
    catalog: Catalog, request: RenewalRequest, assumptions: Assumptions | None = None
) -> RenewalPlan:
    """The plan for what a person holds. Raises as ``check_request``."""
    check_request(catalog, request)
    assumptions = assumptions or Assumptions()
    held = [_as_held(catalog, holding) for holding in request.holdings]
    members = memberships_of(catalog, held, assumptions, request.members)
    kept = _kept_ids(catalog, request.ids)
    issuers = dict.fromkeys(catalog.credentials[key].issuer for key in kept)
    parts = [_of_issuer(catalog, issuer, kept, request, members) for issuer in issuers]
    return RenewalPlan(
        request,
        tuple(sorted(parts, key=_by_end)),
        _in_place_of(catalog, request.ids, kept),
        yearly_upkeep(catalog, held, assumptions, members),
    )


def _of_issuer(
    catalog: Catalog,
    key: str,
    kept: Sequence[str],
    request: RenewalRequest,
    members: Mapping[str, bool],
) -> IssuerRenewal:
    issuer = catalog.issuers[key]
    sheets = [catalog.credentials[name] for name in kept if catalog.credentials[name].issuer == key]
    cycles = current_cycles(catalog, issuer, sheets, request)
    renews = request.renews.get(key)
    missed = first_of(renews, cycles[0].ends)
    member = members[key]
    return IssuerRenewal(
        issuer,
        tuple(CycleDue(cycle, ceus_due(catalog, issuer, cycle, request.today)) for cycle in cycles),
        member,
        renews,
        request.earned.get(key),
        due_fees(catalog, issuer, cycles, renews, request.today, member=member),
        lapse_ladder(
            catalog,
            issuer,
            cycles[0].ids,
            missed,
            member=member,
            owes_ceus=missed == cycles[0].ends,
        ),
    )


def _kept_ids(catalog: Catalog, ids: Sequence[str]) -> list[str]:
    """The ids of what has to be kept up, in the order named.

    Left out is what another one replaces, and the form with a mark beside the full credential.
    """
    dated = [DatedCredential(catalog.credentials[key], HELD) for key in ids]
    kept = {credential.sheet.id for credential in kept_up(one_per_exam(dated), HELD + 1)}
    return [key for key in ids if key in kept]


def _in_place_of(catalog: Catalog, ids: Sequence[str], kept: Sequence[str]) -> dict[str, str]:
    """By id of what need not be kept up, the id of the credential kept up in its place."""
    successors = {catalog.credentials[key].exam_id: key for key in kept}
    in_place = {key: successors.get(catalog.credentials[key].exam_id) for key in ids}
    for key in ids:
        in_place.update({other.credential: key for other in catalog.credentials[key].replaces})
    return {key: _end_of_chain(key, in_place, kept) for key in ids if key not in kept}


def _end_of_chain(key: str, in_place: Mapping[str, str | None], kept: Sequence[str]) -> str:
    """The credential kept up at the end of a chain of replacements."""
    while key not in kept:
        successor = in_place[key]
        assert successor is not None, "what is not kept up has something in its place"
        key = successor
    return key


def _as_held(catalog: Catalog, holding: Holding) -> HeldCredential:
    passed = holding.passed
    since = None if passed is None else min(passed.day, catalog.today)
    return HeldCredential(holding.id, since)


def sum_known(numbers: Iterable[float | None]) -> float | None:
    """The sum of the numbers that are known; None where none is."""
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _by_end(part: IssuerRenewal) -> tuple[bool, CalendarDay, str]:
    return part.ends is None, part.ends or CalendarDay(date.max), part.issuer.id
