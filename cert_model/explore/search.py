"""The words that credentials are found by in a list: code, name and synonym, old ones too."""

from collections.abc import Iterator

from cert_model.catalog import Catalog
from cert_model.schema import Credential, Issuer
from cert_model.search import WordIndex, synonyms_of
from cert_model.vocabulary import Term


def credential_search(catalog: Catalog) -> WordIndex:
    """The index of a catalog's credentials, in its order."""
    texts = (
        credential_words(sheet, catalog.issuers[sheet.issuer])
        for sheet in catalog.credentials.values()
    )
    return WordIndex(texts, synonyms_of(catalog))


def credential_words(sheet: Credential, issuer: Issuer) -> Iterator[str]:
    """What a credential may be found by."""
    yield from (sheet.id, sheet.code, sheet.name, issuer.letters, issuer.name)
    yield from sheet.aliases
    yield from (str(former.value) for former in sheet.former_names)
    terms: tuple[Term, ...] = (sheet.level, *sheet.roles, *sheet.settings, *(sheet.code_sets or ()))
    for term in terms:
        yield from (term.value, term.label, *term.synonyms)
