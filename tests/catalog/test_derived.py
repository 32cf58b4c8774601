"""What follows from a fact sheet: the newest pass rate, and whether an exam is online."""

from cert_model.catalog.derived import newest_pass_rate, offered_online
from cert_model.schema import Exam


def exam(*rates: dict[str, object], **parts: object) -> Exam:
    pass_rates = [{"src": ["somewhere"], **rate} for rate in rates]
    return Exam.model_validate({"pass_rates": pass_rates, **parts})


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
    proctored = Exam.model_validate(
        {"delivery": {"value": ["test-center", "online-proctored"], "src": ["somewhere"]}}
    )
    assert offered_online(proctored) is True
