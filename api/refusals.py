"""Which problem answers which error."""

from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.parameters import Parameters
from api.problem_words import describe_refusal
from api.problems import LARGEST_BODY, Fault, Problem
from api.workers import SECONDS_TO_WAIT, TooBusy
from cert_model.catalog import CatalogError
from cert_model.commands.arguments import AmbiguousName, BadArgument, UnknownName
from cert_model.eligibility import BadProfile
from cert_model.loading.messages import terms_expected

_PARAMETERS = {"credentials": "ids", "target": "targets"}
"""The parameters whose names are not those of the command's arguments."""
_CODES = {
    400: ("unreadable", "What was posted cannot be read as JSON."),
    404: ("no-such-address", "Nothing is served here; /api/openapi.json lists every address."),
    405: ("method-not-allowed", "This address takes another method; see the Allow header."),
    413: ("too-large", f"At most {LARGEST_BODY:,} bytes may be posted."),
    415: ("not-json", "Post JSON, with Content-Type: application/json."),
}


class NotAcceptable(Exception):
    """The client takes none of the media types that there are; these are its arguments."""


def _fault_of(error: BadArgument, nearest: Sequence[str] = ()) -> Fault:
    name = _PARAMETERS.get(error.field, error.field)
    return Fault(name, str(error), error.allowed, tuple(nearest))


def _fault_in_profile(error: BadProfile) -> Fault:
    if error.problem is None:
        return Fault("profile", str(error))
    place = ".".join(filter(None, ("profile", error.problem.field)))
    return Fault(place, error.problem.message, error.problem.allowed)


def _problem(status: int, code: str, faults: Sequence[Fault]) -> Problem:
    return Problem(status, code, f"{faults[0].field}: {faults[0].message}", tuple(faults))


def _of_unknown_name(error: UnknownName) -> Problem:
    return _problem(404, "unknown-name", [_fault_of(error, error.nearest)])


def _of_ambiguous_name(error: AmbiguousName) -> Problem:
    return _problem(400, "ambiguous-name", [_fault_of(error)])


def _of_bad_argument(error: BadArgument) -> Problem:
    return _problem(422, "bad-parameter", [_fault_of(error)])


def _of_bad_profile(error: BadProfile) -> Problem:
    return _problem(422, "bad-profile", [_fault_in_profile(error)])


def _of_media_types(error: NotAcceptable) -> Problem:
    detail = f"Served here: {', '.join(error.args)}. Change the Accept header."
    fault = Fault("Accept", "none of these is served here", error.args)
    return Problem(406, "not-acceptable", detail, (fault,))


def _of_being_busy(_: TooBusy) -> Problem:
    detail = "The server is busy. Please try again in a moment."
    return Problem(503, "busy", detail, retry_after=SECONDS_TO_WAIT)


def _of_bad_data(_: CatalogError) -> Problem:
    detail = "The data have errors; there are no answers until they are fixed."
    return Problem(503, "no-data", detail)


def _of_validation(error: RequestValidationError) -> Problem:
    """The problem with parameters or a body that FastAPI could not read."""
    return _problem_of_parts(error.errors())


def problem_of_arguments(error: ValidationError) -> Problem:
    """The problem with arguments that pydantic could not read."""
    parts = error.errors(include_url=False, include_input=False)
    return _problem_of_parts([{**part, "loc": ("arguments", *part["loc"])} for part in parts])


def _problem_of_parts(errors: Sequence[Any]) -> Problem:
    """The problem that a list of pydantic's errors tells of; it repeats no input."""
    if any(part["type"] == "json_invalid" for part in errors):
        return problem_of_status(400)
    return _problem(422, "bad-parameter", [_fault_of_validation(part) for part in errors])


def _fault_of_validation(part: dict[str, Any]) -> Fault:
    context = part.get("ctx", {})
    if part["type"] == Parameters.UNKNOWN:
        return Fault(context["name"], part["msg"], tuple(context["allowed"]))
    place = ".".join(str(step) for step in part["loc"][1:]) or str(part["loc"][0])
    allowed = ("true", "false") if part["type"] == "bool_parsing" else terms_expected(part)
    return Fault(place, describe_refusal(part["type"], context, allowed), allowed)


def _of_refusal(error: HTTPException) -> Problem:
    return problem_of_status(error.status_code, dict(error.headers or {}))


def problem_of_status(status: int, headers: dict[str, str] | None = None) -> Problem:
    """The problem that says what a status means here."""
    code, detail = _CODES.get(status, ("refused", HTTPStatus(status).phrase))
    return Problem(status, code, detail, headers=headers or {})


def _of_failure(_: Exception) -> Problem:
    """A fault of ours, whose traceback the server logs."""
    detail = "Something went wrong here and was logged. Please try again."
    return Problem(500, "failure", detail)


_PROBLEMS: Mapping[type[Exception], Callable[[Any], Problem]] = {
    UnknownName: _of_unknown_name,
    AmbiguousName: _of_ambiguous_name,
    BadArgument: _of_bad_argument,
    BadProfile: _of_bad_profile,
    NotAcceptable: _of_media_types,
    TooBusy: _of_being_busy,
    CatalogError: _of_bad_data,
    RequestValidationError: _of_validation,
    HTTPException: _of_refusal,
    Exception: _of_failure,
}
"""By the kind of an error, what makes the problem that answers it."""


def problem_of(error: Exception) -> Problem:
    """The problem that answers an error; a fault of ours where none is made for its kind."""
    return next(_PROBLEMS[kind] for kind in type(error).__mro__ if kind in _PROBLEMS)(error)


def add_refusals(app: FastAPI) -> None:
    """Have every error of a request answered as a problem."""
    for kind, make in _PROBLEMS.items():
        app.add_exception_handler(kind, _answering_with(make))


def _answering_with(
    make: Callable[[Any], Problem],
) -> Callable[[Request, Exception], Response]:
    return lambda _, error: make(error).response()
