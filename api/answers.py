"""What each operation answers: a function of the catalog and of what is asked.

The answers are those of the command line. Raises BadArgument or BadProfile where what is asked
means nothing.
"""

import json
from collections.abc import Sequence
from typing import Any

from api.parameters import (
    ChangesQuery,
    CompareQuery,
    CostQuery,
    EligibilityBody,
    ListQuery,
    PlanBody,
    RenewalQuery,
    SheetQuery,
)
from cert_model.catalog import Catalog
from cert_model.commands.arguments import resolve_ids
from cert_model.commands.changing import catalog_as_at, read_changes
from cert_model.commands.comparing import compare_credentials
from cert_model.commands.costing import plan_costs
from cert_model.commands.judging import judge
from cert_model.commands.listing import FACETS, ListRequest, list_credentials
from cert_model.commands.planning import (
    plan_paths,
    read_path_assumptions,
    read_targets,
    refuse_contradictions,
)
from cert_model.commands.renewing import RenewalWords, plan_renewals
from cert_model.costs import CostPlan
from cert_model.eligibility import Profile, parse_profile
from cert_model.export import answers, files
from cert_model.export.answer_tables import write_changes_csv, write_cost_csv
from cert_model.export.fact_sheets import sheet_as_json
from cert_model.export.linked_data import ctdl_document, schema_org_document
from cert_model.export.plan_answer import plans_as_json
from cert_model.export.renewal_answer import renewal_as_json
from cert_model.export.worklists import change_as_json
from cert_model.overview import Overview
from cert_model.paths import PlanOrder
from cert_model.quality import Change


def credentials(catalog: Catalog, query: ListQuery) -> list[dict[str, Any]]:
    """The rows of ``certlens list``."""
    return [answers.list_row_as_json(overview) for overview in _listed(catalog, query)[1]]


def credentials_csv(catalog: Catalog, query: ListQuery) -> bytes:
    """The same rows as CSV, with the sources of their figures."""
    return files.write_list_csv(*_listed(catalog, query))


def _listed(catalog: Catalog, query: ListQuery) -> tuple[Catalog, Sequence[Overview]]:
    """The catalog of the day asked for, and what it lists."""
    then = catalog_as_at(catalog, "as_at", query.as_at)
    request = ListRequest(
        {facet: getattr(query, facet) for facet in FACETS},
        query.online,
        query.max_first_year_cost,
        query.order,
        query.search,
    )
    return then, list_credentials(then, request)


def sheet(catalog: Catalog, name: str, query: SheetQuery) -> dict[str, Any]:
    """The answer of ``certlens show``."""
    return sheet_as_json(*_shown(catalog, name, query))


def linked_sheet(catalog: Catalog, name: str, query: SheetQuery) -> dict[str, Any]:
    """The credential as linked data, in the vocabulary that is asked for."""
    write = ctdl_document if query.format == "ctdl" else schema_org_document
    return write(*_shown(catalog, name, query))


def sheet_csv(catalog: Catalog, name: str, query: SheetQuery) -> bytes:
    """The facts of a sheet as CSV, with those of its issuer."""
    return files.write_sheet_csv(*_shown(catalog, name, query))


def _shown(catalog: Catalog, name: str, query: SheetQuery) -> tuple[Catalog, str]:
    """The catalog of the day asked for, and the id of the credential."""
    then = catalog_as_at(catalog, "as_at", query.as_at)
    (key,) = resolve_ids(then, "credential", [name])
    return then, key


def comparison(catalog: Catalog, query: CompareQuery) -> dict[str, Any]:
    """The answer of ``certlens compare``."""
    return answers.comparison_as_json(catalog, *compare_credentials(catalog, query.ids))


def comparison_csv(catalog: Catalog, query: CompareQuery) -> bytes:
    """The same table as CSV, with its sources."""
    ids, rows = compare_credentials(catalog, query.ids)
    return files.write_comparison_csv(catalog, [catalog.labels[key] for key in ids], rows)


def cost(catalog: Catalog, query: CostQuery) -> dict[str, Any]:
    """The answer of ``certlens cost``."""
    return answers.cost_as_json(_costs(catalog, query))


def cost_csv(catalog: Catalog, query: CostQuery) -> bytes:
    """The lines of the bill as CSV."""
    return write_cost_csv(_costs(catalog, query))


def _costs(catalog: Catalog, query: CostQuery) -> CostPlan:
    return plan_costs(catalog, query.ids, query.held, query.years, query.assume)


def renewal(catalog: Catalog, query: RenewalQuery) -> dict[str, Any]:
    """The answer of ``certlens renewal``."""
    words = RenewalWords(
        query.ids, query.passed, query.member, query.renews, query.earned, query.today
    )
    return renewal_as_json(catalog, plan_renewals(catalog, words))


def changes(catalog: Catalog, query: ChangesQuery) -> list[dict[str, Any]]:
    """The answer of ``certlens diff`` from an earlier day to today."""
    return [change_as_json(catalog, change) for change in _changes(catalog, query)]


def changes_csv(catalog: Catalog, query: ChangesQuery) -> bytes:
    """The same changes as CSV."""
    return write_changes_csv(catalog, _changes(catalog, query))


def _changes(catalog: Catalog, query: ChangesQuery) -> Sequence[Change]:
    return read_changes(catalog, "since", query.since)[: query.limit]


def eligibility(catalog: Catalog, body: EligibilityBody) -> dict[str, Any]:
    """The answer of ``certlens eligibility``."""
    ids = resolve_ids(catalog, "ids", body.ids)
    judgment = judge(catalog, _profile(catalog, body.profile), ids)
    return answers.eligibility_as_json(
        judgment.outcomes, judgment.interview, judgment.next_question
    )


def plan(catalog: Catalog, body: PlanBody) -> dict[str, Any]:
    """The answer of ``certlens plan``."""
    profile = _profile(catalog, body.profile)
    refuse_contradictions(catalog, profile)
    assumptions = read_path_assumptions(body.hours_a_week)
    targets = read_targets(catalog, body.targets, body.role)
    planned = plan_paths(catalog, profile, targets, PlanOrder(body.by), assumptions)
    return plans_as_json(planned.explained, planned.by, planned.without_plan, planned.assumptions)


def _profile(catalog: Catalog, posted: dict[str, Any]) -> Profile:
    """A posted profile, read as one in a file is."""
    return parse_profile(catalog, json.dumps(posted).encode())
