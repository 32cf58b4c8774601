"""The states of all pages that have choices."""

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
from ui.keep.state import KeepState
from ui.plan.state import PlanState
from ui.prepare.state import PrepareState
from ui.shell.page_state import PageState

STATES: tuple[type[PageState], ...] = (
    CareersState,
    ClaimsState,
    ClassState,
    CompareState,
    CostsState,
    CredentialState,
    DataHealthState,
    EligibilityState,
    ExploreState,
    GuideState,
    KeepState,
    PlanState,
    PrepareState,
)
