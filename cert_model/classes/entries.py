"""What credentials, licenses, courses and issuers are called in ordinary words."""

import re
from collections import Counter
from collections.abc import Mapping

from cert_model.catalog import Catalog
from cert_model.classes.headings import fold_heading
from cert_model.vocabulary import Course, License


def fold_cell(text: str) -> str:
    """A cell as it is compared: words alone, without case, accents and marks."""
    return fold_heading(text.replace(".", " ") if not re.search(r"\d\.\d", text) else text)


def entry_names(catalog: Catalog) -> Mapping[str, Mapping[str, str]]:
    """By list of a profile and folded wording, the entry as a profile has it."""
    return {
        "licenses": {fold_cell(text): str(term) for term in License for text in (term, term.label)},
        "courses": {fold_cell(text): str(term) for term in Course for text in (term, term.label)},
        "credentials": _credential_names(catalog),
        "memberships": _issuer_names(catalog),
    }


def _credential_names(catalog: Catalog) -> dict[str, str]:
    """Credentials by name, by id and by letters, where these are of one credential alone.

    Letters that are used abroad as well mean the credential of the United States.
    """
    names: dict[str, str] = {}
    for key, sheet in catalog.credentials.items():
        names.setdefault(fold_cell(sheet.name), key)
        names[fold_cell(key)] = key
    american = [key for key in catalog.credentials if _is_american(catalog, key)]
    for keys in (american, list(catalog.credentials)):
        counts = Counter(catalog.credentials[key].code for key in keys)
        for key in keys:
            code = catalog.credentials[key].code
            if counts[code] == 1:
                names.setdefault(fold_cell(code), key)
    return names


def _is_american(catalog: Catalog, key: str) -> bool:
    return catalog.issuers[catalog.credentials[key].issuer].country == "US"


def _issuer_names(catalog: Catalog) -> dict[str, str]:
    names: dict[str, str] = {}
    for issuer in catalog.issuers.values():
        before, _, _ = issuer.name.partition(" (")
        for name in (issuer.id, issuer.letters, issuer.name, before):
            names.setdefault(fold_cell(name), issuer.id)
    return names
