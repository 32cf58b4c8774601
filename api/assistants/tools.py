"""The tools that an assistant may call; each docstring is what it is told of the tool."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from mcp_types import CallToolResult

from api.assistants import credential_answers, money_answers, person_answers, text_answers
from api.assistants.answer import ShortAnswer
from api.assistants.arguments import (
    AsAt,
    AssumptionsGiven,
    ClaimQuery,
    ComparedNames,
    Earned,
    Fields,
    Held,
    HoursAWeek,
    Kind,
    Members,
    MostHits,
    Name,
    Names,
    NamesOrAll,
    Passed,
    ProfileGiven,
    Query,
    Renews,
    RoleWanted,
    Sections,
    Targets,
    Today,
    Years,
)
from api.workers import Workers
from cert_model.catalog import Catalog
from cert_model.commands.renewing import RenewalWords
from cert_model.costs import USUAL_YEARS
from cert_model.paths import PlanOrder
from cert_model.preparation.study_plan import USUAL_HOURS_A_WEEK

Result = Annotated[CallToolResult, ShortAnswer]
_USUAL_HITS = 5


class Tools:
    """The tools, on the catalog that is in use at the moment of each call."""

    def __init__(self, catalog: Callable[[], Catalog], workers: Workers) -> None:
        self._catalog = catalog
        self._workers = workers

    @property
    def all(self) -> tuple[Callable[..., Any], ...]:
        """Every tool."""
        return (
            *(self.search, self.show, self.compare, self.cost),
            *(self.eligibility, self.plan, self.renewal, self.claim),
        )

    async def _answer(self, make: Callable[[Catalog], ShortAnswer]) -> CallToolResult:
        """What ``make`` answers, worked out in a thread. Raises what it raises, and TooBusy."""
        return await self._workers.run(lambda: make(self._catalog()).as_result())

    async def search(self, query: Query, kind: Kind = None, most: MostHits = _USUAL_HITS) -> Result:
        """Search facts, answers to common questions, the glossary, claims, programs and payers.

        Use it where no other tool fits, or to find the id of a credential.
        """
        return await self._answer(lambda catalog: text_answers.search(catalog, query, kind, most))

    async def show(
        self,
        id: Name,  # noqa: A002 (a name of the contract)
        sections: Sections = (),
        as_at: AsAt = None,
    ) -> Result:
        """Show what is known of one credential: prices, exam, who may sit, how it is kept."""
        return await self._answer(
            lambda catalog: credential_answers.show(catalog, id, sections, as_at)
        )

    async def compare(self, ids: ComparedNames, fields: Fields = ()) -> Result:
        """Compare two to five credentials side by side."""
        return await self._answer(lambda catalog: credential_answers.compare(catalog, ids, fields))

    async def cost(
        self,
        ids: Names,
        years: Years = USUAL_YEARS,
        held: Held | None = None,
        assumptions: AssumptionsGiven | None = None,
    ) -> Result:
        """Add up what it costs to earn credentials and to keep them: exam, dues, books, CEUs."""
        return await self._answer(
            lambda catalog: money_answers.cost(
                catalog, ids, years, _words(held or {}), assumptions or {}
            )
        )

    async def eligibility(self, profile: ProfileGiven, ids: NamesOrAll = ()) -> Result:
        """Say for which exams a person may sit now, why, and what would change that.

        The answer names the question to ask the person next. Nothing about them is kept.
        """
        return await self._answer(lambda catalog: person_answers.eligibility(catalog, profile, ids))

    async def plan(
        self,
        profile: ProfileGiven,
        targets: Targets = (),
        role: RoleWanted = None,
        by: PlanOrder = PlanOrder.COST,
        hours_a_week: HoursAWeek = USUAL_HOURS_A_WEEK,
    ) -> Result:
        """Plan the way from what a person has to a credential: steps, months and dollars."""
        return await self._answer(
            lambda catalog: person_answers.plan(catalog, profile, targets, role, by, hours_a_week)
        )

    async def renewal(
        self,
        ids: Names,
        passed: Passed | None = None,
        member: Members = (),
        renews: Renews | None = None,
        earned: Earned | None = None,
        today: Today = None,
    ) -> Result:
        """Say what keeping credentials takes: CEUs, fees and dates, and what a missed date does."""
        words = RenewalWords(
            ids, _words(passed or {}), member, _words(renews or {}), _words(earned or {}), today
        )
        return await self._answer(lambda catalog: money_answers.renewal(catalog, words))

    async def claim(self, query: ClaimQuery) -> Result:
        """Check what people say about credentials against sources: wrong, outdated, confirmed."""
        return await self._answer(lambda catalog: text_answers.check_claim(catalog, query))


def _words(pairs: Mapping[str, object]) -> list[str]:
    """Pairs as the command line takes them: ``cpc=2024-05-31``, or ``cpc`` without a value."""
    return [name if value is None else f"{name}={value}" for name, value in pairs.items()]
