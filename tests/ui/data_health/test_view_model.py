"""What The data shows, worked out without a screen."""

from datetime import date

from cert_model import quality
from cert_model.catalog import Catalog
from cert_model.prices import estimates_of
from cert_model.prices.held_out import check_estimates
from tests.ui.conftest import state_at
from ui.data_health import view_model
from ui.data_health.view_model import FIRST_ROWS, DataHealthState, DataHealthView
from ui.shell.address_fields import Options
from ui.shell.page_state import Refused, parse


def view_at(options: Options, **query: str) -> DataHealthView:
    catalog = options.catalog
    state = state_at(DataHealthState, options, **query)
    return view_model.build(
        catalog, state, lambda day: quality.diff_catalogs(quality.as_at(catalog, day), catalog)
    )


def test_an_issuer_narrows_the_coverage(options: Options) -> None:
    assert all(key.startswith("nha/") for key in view_at(options, issuer="nha").coverage.states)


def test_a_long_list_is_cut_and_the_rest_is_folded_away(catalog: Catalog, options: Options) -> None:
    listing = view_at(options, view="worklist").worklist
    assert listing.first is not None
    rest = len(quality.find_stale(catalog)) - FIRST_ROWS
    assert len(listing.first["What"]) == FIRST_ROWS
    assert list(listing.folds) == [f"The other {rest:,}"]


def test_the_other_worklist_holds_what_is_missing(catalog: Catalog, options: Options) -> None:
    listing = view_at(options, view="worklist", list="missing", issuer="nha").worklist
    assert listing.first is not None
    shown = len(listing.first["What"])
    assert shown == min(FIRST_ROWS, len(quality.find_missing(catalog, "nha")))


def test_estimates_are_held_against_what_was_read(catalog: Catalog, options: Options) -> None:
    view = view_at(options, view="estimates")
    assert view.estimates_takeaway.startswith("Of ")
    by_rule = list(zip(view.estimates_check["Estimated"], view.estimates_check["By"], strict=True))
    assert ("Price of one attempt", "Sister exams") in by_rule
    assert len(set(by_rule)) == len(by_rule) == len(check_estimates(catalog))
    assert len(view.estimated["About"]) == sum(
        len(estimates_of(catalog, sheet)) for sheet in catalog.credentials.values()
    )


def test_disputes_are_those_of_the_issuer(catalog: Catalog, options: Options) -> None:
    listing = view_at(options, view="disputes", issuer="ahima").disputes
    ours = [
        dispute
        for dispute in quality.find_disputed(catalog)
        if quality.issuer_of(dispute.subject) == "ahima"
    ]
    shown = [table["What"] for table in (listing.first, *listing.folds.values()) if table]
    assert sum(map(len, shown)) == len(ours)


def test_a_mail_is_written_to_the_chosen_issuer(options: Options) -> None:
    assert view_at(options, view="ask").email_to_issuer is None
    mail = view_at(options, view="ask", issuer="nha").email_to_issuer
    assert mail is not None
    assert mail.startswith("Questions to National Healthcareer Association")


def test_changes_of_no_chosen_day_are_those_of_a_year(catalog: Catalog, options: Options) -> None:
    days: list[date] = []

    def changes_since(day: date) -> list[quality.Change]:
        days.append(day)
        return []

    state = state_at(DataHealthState, options, view="changes")
    listing = view_model.build(catalog, state, changes_since).changes
    assert days == [catalog.today - view_model.A_YEAR]
    assert listing.first is None


def test_a_correction_needs_a_credential_and_a_figure(options: Options) -> None:
    assert view_at(options, view="report", id="cpc").correction is None
    text = view_at(options, view="report", id="cpc", fact="exam.questions").correction
    assert text is not None
    assert "Certified Professional Coder (aapc/cpc)" in text


def test_a_figure_that_the_credential_does_not_have_is_refused(options: Options) -> None:
    state, refused = parse(DataHealthState, {"id": "nha/cbcs", "fact": "fees.30.amount"}, options)
    assert state.field is None
    assert refused == [Refused("fact", "fees.30.amount")]


def test_a_figure_without_a_credential_is_refused(options: Options) -> None:
    state, refused = parse(DataHealthState, {"fact": "exam.questions"}, options)
    assert state.field is None
    assert refused == [Refused("fact", "exam.questions")]
