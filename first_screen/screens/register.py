"""Every page with the function that writes its first screen."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cert_model.catalog import Catalog
from cert_model.content.claims import checked_claims
from first_screen.screen import Screen
from first_screen.screens import (
    careers,
    claims,
    classroom,
    compare,
    costs,
    credential,
    data_health,
    eligibility,
    explore,
    guide,
    home,
    keep,
    missing,
    plan,
    prepare,
)
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
from ui.shell.file_address import view_of_nobody
from ui.shell.page_state import PageState

Queries = Iterable[Mapping[str, str]]


@dataclass(frozen=True)
class PageScreens:
    """The first screens of one page."""

    kind: type[PageState]
    write: Callable[[Catalog, Any], Screen]
    """The screen for a state of the page, which nobody's answers are in."""
    public: tuple[str, ...] = ()
    """The parameters of its address that tell of nobody and have a screen of their own."""
    queries: Callable[[Catalog], Queries] = lambda _: ()
    """The values of these parameters that search engines are told of."""
    missing: Callable[[Catalog, str], Screen] = missing.credential
    """The screen for a value that does not exist."""
    options: Callable[[Catalog], Options] = Options


def _credentials(catalog: Catalog) -> Queries:
    return ({"id": key} for key in catalog.credentials)


_EVERY_PAGE = (
    PageScreens(HomeState, home.screen),
    PageScreens(PlanState, plan.screen),
    PageScreens(
        ExploreState,
        explore.screen,
        options=lambda catalog: Options(catalog, view_of_nobody(catalog).filters),
    ),
    PageScreens(CredentialState, credential.screen, ("id",), _credentials),
    PageScreens(CompareState, compare.screen),
    PageScreens(CostsState, costs.screen),
    PageScreens(EligibilityState, eligibility.screen),
    PageScreens(PrepareState, prepare.screen, ("id",), _credentials),
    PageScreens(KeepState, keep.screen),
    PageScreens(CareersState, careers.screen),
    PageScreens(
        GuideState,
        guide.screen,
        ("chapter", "question", "term"),
        guide.queries,
        missing.part_of_guide,
    ),
    PageScreens(
        ClaimsState,
        claims.screen,
        ("claim",),
        claims.queries,
        missing.claim,
        options=lambda catalog: Options(catalog, checked_claims(catalog).filters),
    ),
    PageScreens(ClassState, classroom.screen),
    PageScreens(DataHealthState, data_health.screen),
)
SCREENS: Mapping[str, PageScreens] = {page.kind.page: page for page in _EVERY_PAGE}
"""The first screens of every page, by its name in the address."""
