"""The rules for keeping a credential."""

from cert_model.schema.facts import BUILT_AT_IMPORT, Count, Fact, Model, Note, Number, Text


class SubjectCeus(Model):
    """CEUs that must come from one subject."""

    topic: Text
    ceus: Fact[Number]


class CeusByNumber(Model):
    """CEUs due in a cycle for a number of the issuer's credentials held together."""

    credentials: Count
    or_more: bool = False
    ceus: Fact[Number]


class Reinstatement(Model):
    """How a lapsed credential is restored."""

    fee: Fact[Number] | None = None
    """In U.S. dollars."""
    window_years: Fact[Number] | None = None
    rules: tuple[Note, ...] = ()


class Renewal(Model):
    """The recertification cycle. Its prices are among the fees."""

    model_config = BUILT_AT_IMPORT

    cycle_months: Fact[Count] | None = None
    ceus: Fact[Number] | None = None
    """Continuing education units due in one cycle if no other credential is held."""
    ceu_unit: Text = "CEUs"
    """The issuer's name for them, such as "contact hours"."""
    subject_ceus: tuple[SubjectCeus, ...] = ()
    ceus_by_number: tuple[CeusByNumber, ...] = ()
    additional_ceus: Fact[Number] | None = None
    """CEUs that each further credential of the issuer adds to the largest requirement."""
    ceus_cap: Fact[Number] | None = None
    """The most that several credentials together can require."""
    rules: tuple[Note, ...] = ()
    grace_days: Fact[Count] | None = None
    lapse: tuple[Note, ...] = ()
    reinstatement: Reinstatement | None = None
