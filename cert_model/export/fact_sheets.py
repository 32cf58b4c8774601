"""The fact sheet of a credential as JSON, the answer of the ``show`` command."""

from typing import Any

from cert_model.catalog import Catalog
from cert_model.catalog.standing import standing
from cert_model.prices import estimates_of
from cert_model.schema import Credential, Evidence, Model, Reading, Source
from cert_model.vocabulary import Standing


def sheet_as_json(catalog: Catalog, key: str) -> dict[str, Any]:
    """The whole fact sheet of a credential, each fact with its sources and standing.

    The sheet holds facts only; what is estimated of the credential stands apart, under
    ``estimates``. Raises KeyError for an unknown id.
    """
    sheet = catalog.credentials[key]
    estimates = _estimates_as_json(catalog, sheet)
    return {"id": key, **_model_as_json(catalog, sheet), "estimates": estimates}


def _estimates_as_json(catalog: Catalog, sheet: Credential) -> dict[str, Any]:
    """Each estimate by its quantity; a fact is named ``subject:path``."""
    return {
        quantity.value: {
            "low": estimate.low,
            "high": estimate.high,
            "standing": Standing.ESTIMATED.value,
            "rule": estimate.rule,
            "facts": [str(fact) for fact in estimate.facts],
        }
        for quantity, estimate in estimates_of(catalog, sheet).items()
    }


def source_as_json(source: Source) -> dict[str, Any]:
    """A source as every answer gives it."""
    return {
        "id": source.id,
        "title": source.title,
        "url": source.url,
        "publisher": source.publisher,
        "copy_of": source.copy_of,
        "kind": source.kind,
        "date": source.date or source.seen,
    }


def _model_as_json(catalog: Catalog, model: Model) -> dict[str, Any]:
    """The fields of a model, with sources and standing in place of ids of sources."""
    answer = {
        name: _value_as_json(catalog, getattr(model, name))
        for name in type(model).model_fields
        if name != "src" and not _is_unused_end(model, name)
    }
    if isinstance(model, Evidence):
        answer["sources"] = [source_as_json(catalog.sources[key]) for key in model.src]
        answer["standing"] = standing(model, catalog.sources, catalog.today).value
    return answer


def _is_unused_end(model: Model, name: str) -> bool:
    """Whether a field is the unused one of ``value``, and ``low`` with ``high``."""
    if not isinstance(model, Reading) or name not in ("value", "low", "high"):
        return False
    reading: Reading[Any] = model
    is_range = reading.low is not None or reading.high is not None
    return is_range if name == "value" else not is_range


def _value_as_json(catalog: Catalog, value: Any) -> Any:
    if isinstance(value, Model):
        return _model_as_json(catalog, value)
    if isinstance(value, tuple):
        return [_value_as_json(catalog, item) for item in value]
    return value
