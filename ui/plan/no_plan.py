"""What the page My plan says where there is no plan: why, and what one can do."""

from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile, build_person
from cert_model.formatting import format_total
from cert_model.overview import overviews
from cert_model.paths.open_points import OpenPoint, points_of_credential, points_of_rules
from cert_model.paths.rivals import open_alternatives
from cert_model.paths.sentences import explain_no_plan


@dataclass(frozen=True)
class NoPlanView:
    """Why there is no plan for a credential."""

    catalog: Catalog
    profile: Profile
    target: str
    """The id of the credential."""

    @property
    def label(self) -> str:
        """The label of the credential."""
        return self.catalog.labels[self.target]

    @property
    def because(self) -> str:
        """Why there is no plan, and whom to ask."""
        return explain_no_plan(self.catalog, self.profile, self.target)

    @property
    def is_held(self) -> bool:
        """Whether the person holds it in full, so that what is left is to keep it."""
        return self.target in build_person(self.catalog, self.profile).holdings

    @property
    def keeping(self) -> str:
        """What keeping it costs, for whoever holds it; empty for anybody else."""
        if not self.is_held:
            return ""
        overview = overviews(self.catalog)[self.target]
        upkeep = format_total(
            overview.yearly_upkeep,
            overview.yearly_upkeep_complete,
            overview.yearly_upkeep_estimated,
        )
        return f"Keeping the {self.label} by itself costs {upkeep} a year."

    @property
    def open_points(self) -> list[OpenPoint]:
        """What only the issuer can say, and what is not known of the credential."""
        return [
            *points_of_rules(self.catalog, self.profile, self.target),
            *points_of_credential(self.catalog, self.target),
        ]

    @property
    def alternatives(self) -> list[str]:
        """Credentials like it that the person may sit for today."""
        return open_alternatives(self.catalog, self.profile, self.target)
