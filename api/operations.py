"""The addresses of the API, each with what it asks for and what it answers."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from starlette.responses import Response

from api import answers
from api.delivery import Desk, as_json
from api.negotiation import CSV, JSON, JSON_LD, ZIP
from api.parameters import (
    ChangesQuery,
    CompareQuery,
    CostQuery,
    EligibilityBody,
    ListQuery,
    NoParameters,
    PlanBody,
    RenewalQuery,
    SheetQuery,
)
from cert_model.export.files import write_catalog_csv
from cert_model.export.package import zip_package

router = APIRouter(prefix="/v1", default_response_class=Response)


# FastAPI runs a function that is not async in a thread, which costs more than all it does.
async def _desk(request: Request) -> Desk:
    """What hands out answers, as the application was built with it."""
    desk: Desk = request.app.state.desk
    return desk


async def _posts_json(request: Request) -> None:
    """Refuse what is posted as anything but JSON."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != JSON:
        raise HTTPException(415)


DeskOfApp = Annotated[Desk, Depends(_desk)]
Posted = Depends(_posts_json)


@router.get("/credentials", summary="List credentials")
async def credentials(
    desk: DeskOfApp, request: Request, query: Annotated[ListQuery, Query()]
) -> Response:
    """The credentials that match, as `certlens list` has them; in CSV with their sources."""
    makers = {
        JSON: as_json(lambda catalog: answers.credentials(catalog, query)),
        CSV: lambda catalog: answers.credentials_csv(catalog, query),
    }
    return await desk.give(request, makers)


@router.get("/credentials/{issuer}/{code}", summary="Show a credential")
async def credential(
    desk: DeskOfApp,
    request: Request,
    issuer: str,
    code: str,
    query: Annotated[SheetQuery, Query()],
) -> Response:
    """The whole fact sheet, as `certlens show` has it; in CSV a line for each fact.

    With `format` the credential as linked data.
    """
    return await _sheet(desk, request, f"{issuer}/{code}", query)


@router.get("/credentials/{name}", include_in_schema=False)
async def credential_by_code(
    desk: DeskOfApp, request: Request, name: str, query: Annotated[SheetQuery, Query()]
) -> Response:
    """The same for a code alone, such as `cpc`, as the pages take it; refused where two have it."""
    return await _sheet(desk, request, name, query)


async def _sheet(desk: Desk, request: Request, name: str, query: SheetQuery) -> Response:
    if query.format is not None:
        linked = as_json(lambda catalog: answers.linked_sheet(catalog, name, query))
        return await desk.give(request, {JSON_LD: linked, JSON: linked})
    makers = {
        JSON: as_json(lambda catalog: answers.sheet(catalog, name, query)),
        CSV: lambda catalog: answers.sheet_csv(catalog, name, query),
    }
    return await desk.give(request, makers)


@router.get("/compare", summary="Compare credentials")
async def compare(
    desk: DeskOfApp, request: Request, query: Annotated[CompareQuery, Query()]
) -> Response:
    """Two to five credentials side by side, as `certlens compare` has them."""
    makers = {
        JSON: as_json(lambda catalog: answers.comparison(catalog, query)),
        CSV: lambda catalog: answers.comparison_csv(catalog, query),
    }
    return await desk.give(request, makers)


@router.get("/cost", summary="Add up what credentials cost")
async def cost(desk: DeskOfApp, request: Request, query: Annotated[CostQuery, Query()]) -> Response:
    """What it costs to earn and to keep them, as `certlens cost` has it; in CSV the lines."""
    makers = {
        JSON: as_json(lambda catalog: answers.cost(catalog, query)),
        CSV: lambda catalog: answers.cost_csv(catalog, query),
    }
    about_a_person = bool(query.held or query.assume)
    return await desk.give(request, makers, about_a_person=about_a_person)


@router.get("/renewal", summary="Say what it takes to keep credentials")
async def renewal(
    desk: DeskOfApp, request: Request, query: Annotated[RenewalQuery, Query()]
) -> Response:
    """CEUs, fees and dates at each issuer, as `certlens renewal` has them."""
    makers = {JSON: as_json(lambda catalog: answers.renewal(catalog, query))}
    return await desk.give(request, makers, about_a_person=True)


@router.get("/changes", summary="List what changed since a day")
async def changes(
    desk: DeskOfApp, request: Request, query: Annotated[ChangesQuery, Query()]
) -> Response:
    """What changed since an earlier day, most harm first, as `certlens diff` has it."""
    makers = {
        JSON: as_json(lambda catalog: answers.changes(catalog, query)),
        CSV: lambda catalog: answers.changes_csv(catalog, query),
    }
    return await desk.give(request, makers)


@router.get("/facts.csv", summary="Fetch every fact")
async def facts(desk: DeskOfApp, request: Request, _: Annotated[NoParameters, Query()]) -> Response:
    """Every fact of the catalog, a line each, past and disputed ones included."""
    return await desk.give(request, {CSV: write_catalog_csv})


@router.get("/data-package.zip", summary="Fetch the data package")
async def data_package(
    desk: DeskOfApp, request: Request, _: Annotated[NoParameters, Query()]
) -> Response:
    """Everything in one file, as `certlens export` writes it: tables, fact sheets, linked data."""
    return await desk.give(request, {ZIP: zip_package})


@router.post("/eligibility", summary="Say which exams a person may take", dependencies=[Posted])
async def eligibility(desk: DeskOfApp, request: Request, body: EligibilityBody) -> Response:
    """Verdicts on a profile with their reasons, as `certlens eligibility` has them."""
    return await desk.give_once(
        request, as_json(lambda catalog: answers.eligibility(catalog, body))
    )


@router.post("/plan", summary="Plan the path to a credential", dependencies=[Posted])
async def plan(desk: DeskOfApp, request: Request, body: PlanBody) -> Response:
    """The ways from a profile to a credential, as `certlens plan` has them."""
    return await desk.give_once(request, as_json(lambda catalog: answers.plan(catalog, body)))
