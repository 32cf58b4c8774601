"""The headline figures of a credential."""

from cert_model.catalog import Catalog
from cert_model.catalog.derived import newest_pass_rate, offered_online
from cert_model.overview import overviews
from cert_model.schema import Exam


def test_an_unknown_figure_is_none_and_not_zero(demo: Catalog) -> None:
    overview = overviews(demo)["demo/abc"]
    assert overview.pass_rate is None
    assert overview.yearly_upkeep is None
    assert overview.online is None
    assert overview.ceus_a_year is None


def test_the_price_span_runs_over_audiences(catalog: Catalog) -> None:
    overview = overviews(catalog)["ahima/cca"]
    assert (overview.exam_fee_low, overview.exam_fee_high) == (199, 299)


def test_a_price_that_buys_two_attempts_says_so(catalog: Catalog) -> None:
    assert overviews(catalog)["aapc/cpc"].exam_attempts == 1
    assert overviews(catalog)["aapc/cpma"].exam_attempts == 2


def test_ceus_are_spread_over_the_cycle(catalog: Catalog) -> None:
    assert overviews(catalog)["aapc/cpc"].ceus_a_year == 18


def exam(*rates: dict[str, object], **parts: object) -> Exam:
    found = [{"src": ["somewhere"], **rate} for rate in rates]
    return Exam.model_validate({"pass_rates": found, **parts})


def test_the_newest_rate_counts() -> None:
    rate = newest_pass_rate(
        exam(
            {"year": 2024, "percent": 70, "cohort": "first-time"},
            {"year": 2025, "percent": 60, "cohort": "first-time"},
        )
    )
    assert rate is not None
    assert rate.percent == 60


def test_a_first_time_rate_goes_before_one_of_all_takers() -> None:
    rate = newest_pass_rate(
        exam(
            {"year": 2025, "percent": 80, "cohort": "all"},
            {"year": 2025, "percent": 60, "cohort": "first-time"},
        )
    )
    assert rate is not None
    assert rate.percent == 60


def test_an_outsiders_guess_is_not_a_pass_rate() -> None:
    guess = {"year": 2026, "percent": 50, "cohort": "first-time", "estimate": True}
    assert newest_pass_rate(exam(guess)) is None


def test_an_exam_whose_delivery_is_unknown_is_neither_online_nor_not() -> None:
    assert offered_online(Exam()) is None


def test_an_exam_with_a_live_proctor_is_online() -> None:
    found = Exam.model_validate(
        {"delivery": {"value": ["test-center", "online-proctored"], "src": ["somewhere"]}}
    )
    assert offered_online(found) is True
