"""What it takes to keep a credential."""

from cert_model.schema.facts import Count, Fact, Model, Note, Number, Text


class SubjectCeus(Model):
    """CEUs that must come from one subject."""

    topic: Text
    ceus: Fact[Number]


class CeusByNumber(Model):
    """CEUs due in a cycle by how many of the issuer's credentials a person holds."""

    credentials: Count
    or_more: bool = False
    ceus: Fact[Number]


class Reinstatement(Model):
    """The way back after a lapse."""

    fee: Fact[Number] | None = None
    """In U.S. dollars."""
    window_years: Fact[Number] | None = None
    rules: tuple[Note, ...] = ()


class Renewal(Model):
    """The recertification cycle. What it costs stands among the fees."""

    cycle_months: Fact[Count] | None = None
    ceus: Fact[Number] | None = None
    """Continuing education units due in one cycle by a holder of this credential alone."""
    ceu_unit: Text = "CEUs"
    """What the issuer calls them, such as "contact hours"."""
    subject_ceus: tuple[SubjectCeus, ...] = ()
    ceus_by_number: tuple[CeusByNumber, ...] = ()
    additional_ceus: Fact[Number] | None = None
    """What each further credential of the issuer adds to the largest requirement."""
    ceus_cap: Fact[Number] | None = None
    """The most that several credentials together can require."""
    rules: tuple[Note, ...] = ()
    grace_days: Fact[Count] | None = None
    lapse: tuple[Note, ...] = ()
    reinstatement: Reinstatement | None = None
