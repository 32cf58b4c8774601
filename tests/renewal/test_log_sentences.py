"""What a log of CEUs comes to is said in words."""

from datetime import date

from cert_model.catalog import Catalog
from cert_model.renewal.log import LogEntry
from cert_model.renewal.log_sentences import log_sentence, no_issuer_sentence, progress_sentences
from cert_model.renewal.plan import RenewalPlan, plan_renewal
from cert_model.renewal.request import CalendarDay, Holding, RenewalRequest

COURSE = LogEntry(date(2026, 3, 31), "Audits", 4, ("aapc",), subject="auditing")


def plan_for(catalog: Catalog, *ids: str) -> RenewalPlan:
    """The plan of somebody whose AAPC membership renews in March 2027."""
    renews = {"aapc": CalendarDay(date(2027, 3, 31), exact=False)}
    holdings = tuple(map(Holding, ids))
    return plan_renewal(catalog, RenewalRequest(holdings, catalog.today, renews=renews))


def test_an_empty_log_is_called_so(catalog: Catalog) -> None:
    assert log_sentence(catalog, plan_for(catalog, "aapc/cpc"), ()) == "Your log is empty."


def test_an_entry_for_an_issuer_of_nothing_held_counts_for_none(catalog: Catalog) -> None:
    elsewhere = LogEntry(date(2026, 3, 31), "Audits", 4, ("nha",))
    assert log_sentence(catalog, plan_for(catalog, "aapc/cpc"), (COURSE, elsewhere)) == (
        "2 entries: 4 at AAPC this cycle; 1 entry for none of these issuers."
    )


def test_entries_that_name_no_issuer_are_counted() -> None:
    silent = LogEntry(date(2026, 4, 1), "Audits", 1)
    assert no_issuer_sentence((COURSE,)) == ""
    assert no_issuer_sentence((COURSE, silent)) == "1 entry names no issuer, so it counts nowhere."
    two = (silent, LogEntry(date(2026, 5, 1), "Audits", 1))
    assert no_issuer_sentence(two) == "2 entries name no issuer, so they count nowhere."


def test_the_log_names_how_far_it_goes_toward_a_subject(catalog: Catalog) -> None:
    plan = plan_for(catalog, "aapc/cpc", "aapc/cpma")
    (minimum,) = (
        minimum
        for due in plan.issuers[0].cycles
        for minimum in due.ceus.minimums
        if minimum.credential == "aapc/cpma"
    )
    named = LogEntry(date(2026, 3, 31), "Audits", 4, ("aapc",), subject=minimum.topic)
    assert progress_sentences(plan, (named,)) == {minimum: "Your log has 4 of the 16."}
    assert progress_sentences(plan, ()) == {}
