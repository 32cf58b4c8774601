"""What is answered on money and dates: what credentials cost, and what keeping them takes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from api.assistants.answer import AnswerDraft, ShortAnswer
from cert_model.catalog import Catalog, FactRef
from cert_model.commands.costing import plan_costs
from cert_model.commands.renewing import RenewalWords, plan_renewals
from cert_model.costs import CostPlan, CostRow
from cert_model.costs.rows import Phase
from cert_model.costs.sentences import describe_plan, describe_total
from cert_model.formatting import NOT_FOUND, format_count, format_money, format_total
from cert_model.prices import Money
from cert_model.renewal.plan import IssuerRenewal
from cert_model.renewal.rule_lines import rule_lines
from cert_model.renewal.sentences import answer_sentences, fee_sentence, step_sentence
from cert_model.renewal.unknown import unknown_points
from cert_model.schema import Evidence

_MORE = "Ask for fewer credentials at once to get all lines."


def evidence_of(catalog: Catalog, facts: Sequence[FactRef]) -> list[Evidence]:
    """The statements that references name."""
    return [catalog.find_fact(ref) for ref in facts]


def cost(
    catalog: Catalog,
    names: Sequence[str],
    years: int,
    held: Sequence[str],
    assumptions: Mapping[str, object],
) -> ShortAnswer:
    """The bill of earning credentials and keeping them. Raises BadArgument."""
    assumed = [f"{name}={value}" for name, value in assumptions.items() if value is not None]
    plan = plan_costs(catalog, names, held, years, assumed)
    draft = AnswerDraft(catalog, _MORE)
    draft.say(describe_plan(catalog, plan), describe_total(catalog, plan), *plan.decisions)
    _state_totals(draft, plan)
    for rows in _alike(plan.rows):
        _state_rows(draft, catalog, rows)
    for gap in plan.missing:
        draft.state(gap.what, NOT_FOUND, credential=gap.credential)
    return draft.finish()


def _state_totals(draft: AnswerDraft, plan: CostPlan) -> None:
    totals = {
        "To earn it": plan.to_earn,
        "Each year after": plan.each_year_after,
        f"In all over {format_count(plan.request.years, 'year')}": plan.total,
    }
    for what, total in totals.items():
        text = format_total(total.typical, total.complete, total.estimated)
        span = format_money(round(total.low), round(total.high))
        draft.state(what, text if text == NOT_FOUND else f"{text} (from cheap to dear: {span})")


def _alike(rows: Sequence[CostRow]) -> Iterator[list[CostRow]]:
    """The rows of a bill that differ in nothing but their year, those to earn it first."""
    groups: dict[tuple[object, ...], list[CostRow]] = defaultdict(list)
    for row in rows:
        kind = (row.phase, row.credential, row.label, row.money, row.facts, row.estimate)
        groups[kind].append(row)
    yield from sorted(groups.values(), key=lambda group: group[0].phase is Phase.KEEP)


def _state_rows(draft: AnswerDraft, catalog: Catalog, rows: Sequence[CostRow]) -> None:
    first = rows[0]
    years = ", ".join(str(row.year) for row in rows)
    when = f"year {years}" if len(rows) == 1 else f"in each of the years {years}"
    rule = f"; {first.estimate}" if first.estimate else ""
    draft.state(
        first.label,
        f"{_with_ends(first.money)}, {when}{rule}",
        evidence_of(catalog, first.facts),
        credential=first.credential,
        estimated=first.estimate is not None,
        worked_out=bool(first.assumptions),
    )


def _with_ends(money: Money) -> str:
    """An amount with the cheapest and the dearest way where they differ."""
    rounded = money.rounded()
    typical = format_money(rounded.typical)
    if rounded.low == rounded.high:
        return typical
    return f"{typical} ({format_money(rounded.low, rounded.high)})"


def renewal(catalog: Catalog, words: RenewalWords) -> ShortAnswer:
    """CEUs, fees and dates at each issuer. Raises BadArgument."""
    plan = plan_renewals(catalog, words)
    draft = AnswerDraft(catalog, _MORE)
    draft.say(*answer_sentences(catalog, plan) or ("What keeping them takes was not found.",))
    total = plan.cost_a_year
    yearly = format_total(total.typical, total.complete, total.estimated)
    draft.state("What keeping them costs a year", yearly)
    for part in plan.issuers:
        _state_cycles(draft, catalog, part)
        for fee in part.fees:
            facts = evidence_of(catalog, fee.facts)
            text = NOT_FOUND if fee.money is None else fee_sentence(fee)
            draft.state(fee.what, text, facts, credential=fee.credential, estimated=fee.is_estimate)
        for line in rule_lines(catalog, part):
            draft.state(f"{part.issuer.letters}: rule", line.text, evidence_of(catalog, line.facts))
        for step in part.ladder:
            facts = evidence_of(catalog, step.facts)
            draft.state(f"{part.issuer.letters}: if a date is missed", step_sentence(step), facts)
        for point in unknown_points(catalog, part):
            draft.state(f"{point.what} (ask: {point.ask})" if point.ask else point.what, NOT_FOUND)
    return draft.finish()


def _state_cycles(draft: AnswerDraft, catalog: Catalog, part: IssuerRenewal) -> None:
    """State how much continuing education each cycle of an issuer asks for."""
    for due in part.cycles:
        ids = due.cycle.ids
        asked = NOT_FOUND if due.asked is None else f"{due.asked:g} {due.ceus.unit}"
        length = due.cycle.months
        draft.state(
            f"{part.issuer.letters}: continuing education",
            f"{asked} in a cycle of {length} months" if length and due.asked else asked,
            evidence_of(catalog, due.ceus.facts),
            credential=ids[0] if len(ids) == 1 else None,
        )
