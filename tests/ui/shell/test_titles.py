"""What the browser's tab calls each page: the page, and the subject that it has."""

import pytest

from cert_model.catalog import Catalog
from cert_model.content.claims import checked_claims
from tests.paths import ROOT
from ui.careers.state import CareersState
from ui.claims.view_model import ClaimsState
from ui.classroom.state import ClassState
from ui.compare.view_model import CompareState
from ui.costs.view_model import CostsState
from ui.credential.view_model import CredentialState
from ui.data_health.view_model import DataHealthState
from ui.eligibility.state import EligibilityState
from ui.explore.view_model import ExploreState
from ui.guide.view_model import GuideState
from ui.home.view_model import HomeState
from ui.keep.state import KeepState
from ui.plan.state import PlanState
from ui.prepare.state import PrepareState
from ui.shell.address_fields import Options
from ui.shell.page_state import PageState, parse

TITLES: dict[type[PageState], dict[str, str]] = {
    HomeState: {"": "Which medical coding credential should I choose?"},
    ExploreState: {"": "Find a credential"},
    PlanState: {"": "My plan", "target=cca": "My plan for the CCA"},
    CompareState: {"": "Compare credentials", "ids=cpc,ccs": "Compare CPC and CCS"},
    CostsState: {
        "": "What it costs over the years",
        "plan=cpc,ccs,cca": "Costs of CPC, CCS and CCA",
    },
    EligibilityState: {"": "Am I eligible?", "for=cpc": "Am I eligible for CPC?"},
    PrepareState: {"": "Prepare for an exam", "id=cca": "Prepare for the CCA"},
    KeepState: {"": "What I hold", "held=cpc": "What I hold"},
    ClassState: {"": "A class"},
    CareersState: {"": "Work and pay", "state=AL": "Work and pay in Alabama"},
    CredentialState: {
        "": "Which credential?",
        "id=aapc/cpc": "CPC · Certified Professional Coder",
    },
    GuideState: {
        "": "What medical coding is – Guide",
        "question=online-exam": "Can I take the exam at home?",
        "term=ceu": "Continuing education unit",
    },
    ClaimsState: {
        "": "Claims",
        "claim=the-cpc-has-150-questions": "“The CPC exam has 150 questions.”",
    },
    DataHealthState: {
        "": "The data: Coverage",
        "view=worklist&issuer=ahima": "The data: Worklist, AHIMA",
        "view=changes&issuer=ahima": "The data: What changed",
    },
}


@pytest.mark.parametrize(
    ("kind", "query", "title"),
    [(kind, query, title) for kind, titles in TITLES.items() for query, title in titles.items()],
    ids=lambda part: part if isinstance(part, str) else part.page,
)
def test_the_title_names_the_page_and_its_subject(
    catalog: Catalog, options: Options, kind: type[PageState], query: str, title: str
) -> None:
    if kind is ClaimsState:
        options = Options(catalog, checked_claims(catalog).filters)
    choices = dict(part.split("=", 1) for part in filter(None, query.split("&")))
    assert parse(kind, choices, options).state.title(catalog) == title


def test_every_page_with_choices_is_titled_here() -> None:
    pages = {path.stem for path in (ROOT / "pages").glob("[!_]*.py")}
    assert {kind.page for kind in TITLES} == pages
