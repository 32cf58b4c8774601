"""The column dictionary: every column of every frame, its type and what it holds.

The frames are built from it, so it cannot fall behind them. Types are pandas' nullable ones;
what is not known is ``pd.NA`` in all of them. Several terms in one cell are joined by ``; ``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

SEPARATOR = "; "
"""Stands between the terms of a cell that holds several."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a frame."""

    name: str
    dtype: str
    """``string``, ``Int64``, ``Float64`` or ``boolean``."""
    meaning: str


def _text(name: str, meaning: str) -> Column:
    return Column(name, "string", meaning)


def _count(name: str, meaning: str) -> Column:
    return Column(name, "Int64", meaning)


def _number(name: str, meaning: str) -> Column:
    return Column(name, "Float64", meaning)


def _flag(name: str, meaning: str) -> Column:
    return Column(name, "boolean", meaning)


_CREDENTIAL = _text("credential", "id of the credential")
_SOC = _text("soc", "code of the occupation in the Standard Occupational Classification")
_PROGRAM = _text("program", "statistical program that published the figure")
_NOTE = _text("note", "remark on the row")
_EVIDENCE = (
    _text("as_of", "when it held: a year, month or day, or two of them joined by a slash"),
    _text("standing", "kind and age of the best source, such as issuer-current"),
    _text("sources", "ids of its sources; see the frame sources"),
)

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "credentials": (
        _text("id", "issuer and code in lower case, such as aapc/cpc"),
        _text("code", "code of the credential, such as CPC"),
        _text("label", "code, with the issuer where two credentials share it"),
        _text("name", "full name"),
        _text("issuer", "id of the issuer"),
        _text("issuer_letters", "abbreviation of the issuer"),
        _text("status", "active, retired, announced or unknown"),
        _text("level", "entry, core, specialty, advanced or management; our sorting"),
        _text("roles", "kinds of work it is for; our sorting"),
        _text("settings", "places of work it is for; our sorting"),
        _text("code_sets", "code sets it covers; empty where known to be none"),
        _number("exam_fee_low", "lowest price of the exam, in dollars, or of its estimate"),
        _number("exam_fee_high", "highest price of the exam, in dollars, or of its estimate"),
        _count("exam_attempts", "attempts that this price buys"),
        _text("exam_fee_standing", "standing of the exam's price; estimated where none was read"),
        _number("to_earn", "usual cost until it is held, in dollars"),
        _flag("to_earn_complete", "whether it holds every price; otherwise it is at least this"),
        _flag("to_earn_estimated", "whether an estimated price is in it"),
        _number("to_earn_once_admitted", "the same without schooling, where no price is missing"),
        _number("first_year_cost", "the same as to_earn, under its former name"),
        _number("yearly_upkeep", "usual cost of a later year, in dollars, average of six years"),
        _flag("yearly_upkeep_complete", "whether it holds every price, likewise"),
        _flag("yearly_upkeep_estimated", "whether an estimated price is in it"),
        _count("questions", "questions in the exam"),
        _text("questions_standing", "standing of the questions, likewise"),
        _count("minutes", "time allowed for the exam"),
        _text("minutes_standing", "standing of the time, likewise"),
        _number("pass_rate", "newest pass rate that the issuer stands behind, in percent"),
        _count("pass_rate_year", "year of that pass rate"),
        _text("pass_rate_standing", "standing of that pass rate"),
        _flag("online", "whether the exam can be taken online"),
        _flag("open_book", "whether books may be used in the exam"),
        _number("ceus", "CEUs due in one cycle by a holder of this credential alone"),
        _count("cycle_months", "length of the renewal cycle"),
        _text("ceus_standing", "standing of the CEUs"),
    ),
    "prices": (
        _text("credential", "id of the credential; missing where the issuer charges it for all"),
        _text("issuer", "id of the issuer"),
        _text("kind", "what is paid for: exam, retake, membership, …"),
        _text("audience", "who pays it: all, member, nonmember or student-member"),
        _text("label", "what tells the line from others of its kind"),
        _count("attempts", "exam attempts that the price includes"),
        _text("per", "what it is charged for, where not once"),
        _text("currency", "currency of low and high"),
        _number("low", "amount, or the low end of its range"),
        _number("high", "amount, or the high end of its range"),
        _number("percent", "surcharge in percent, where the fee is one"),
        _text("state", "current, history, disputed, or former for a line no longer offered"),
        *_EVIDENCE,
    ),
    "exam_content": (
        _CREDENTIAL,
        _count("position", "place in the blueprint, from 1"),
        _text("domain", "title of the part"),
        _number("low", "weight, or the low end of its range"),
        _number("high", "weight, or the high end of its range"),
        _text("unit", "percent or questions"),
        *_EVIDENCE,
    ),
    "pass_rates": (
        _CREDENTIAL,
        _count("year", "year in which the exams were taken"),
        _number("low", "percent who passed, or the low end of its range"),
        _number("high", "percent who passed, or the high end of its range"),
        _count("n", "test takers that the rate counts"),
        _text("cohort", "whom the rate counts, such as first-time takers"),
        _text("region", "where they took it, where that is limited"),
        _flag("estimate", "whether it is an outsider's guess"),
        _flag("superseded", "whether the issuer later replaced it"),
        _flag("doubtful", "whether it may be another exam's or another year's"),
        *_EVIDENCE,
    ),
    "scope": (
        _CREDENTIAL,
        _text("kind", "role, setting or code set"),
        _text("term", "term of the controlled vocabulary"),
        _text("term_label", "the term as people write it"),
        _count("rank", "place of the term in its vocabulary, from 0"),
    ),
    "facts": (
        _text("subject", "id of a credential or issuer, or preparation or careers"),
        _text("field", "place in the file, such as exam.minutes"),
        _text("state", "current, history or disputed"),
        _text("value", "value as text; terms of a list are joined by commas"),
        _text("low", "low end of a range as text"),
        _text("high", "high end of a range as text"),
        *_EVIDENCE,
    ),
    "sources": (
        _text("id", "id by which facts name it"),
        _text("title", "title of the page or document"),
        _text("publisher", "who first published it"),
        _text("url", "address at which it was read"),
        _text("copy_of", "the original, where a copy was read"),
        _text("kind", "issuer, government, accreditor or third-party"),
        _text("date", "date that the page carries"),
        _text("seen", "when it was read or archived"),
        _text("quality", "judgment of its quality, where one was made"),
        _NOTE,
    ),
    "programs": (
        _text("id", "id of the program"),
        _text("name", "name of the program"),
        _text("provider", "who gives it"),
        _text("kind", "kind of program"),
        _text("prepares_for", "ids of the credentials it says it prepares for"),
        _text("delivery", "where it is given"),
        _number("list_price_low", "lowest list price of the whole program, in dollars"),
        _number("list_price_high", "highest list price of the whole program, in dollars"),
        _number("sale_price_low", "lowest sale price of the whole program, in dollars"),
        _number("sale_price_high", "highest sale price of the whole program, in dollars"),
        _number("months", "longest that it is known to take"),
        _text("includes", "what the price includes"),
        _count("exam_attempts", "exam attempts in the price, where the exam is included"),
        _text("accredited_by", "ids of the bodies known to have accredited or approved it"),
        _text("sources", "ids of the sources of everything known of it"),
    ),
    "wages": (
        _SOC,
        _PROGRAM,
        _text("area_kind", "nation, state, metro, nonmetro, sector or industry"),
        _text("area", "name of the area or industry"),
        _text("states", "postal codes of the states in which a metro or nonmetro area lies"),
        _count("year", "year of the release"),
        _count("employment", "jobs counted"),
        _number("mean_annual", "mean, in dollars a year"),
        *(
            _number(name, f"{words}, in dollars a year")
            for name, words in (
                ("p10", "10th percentile"),
                ("p25", "25th percentile"),
                ("p50", "median"),
                ("p75", "75th percentile"),
                ("p90", "90th percentile"),
            )
        ),
        _number("mean_hourly", "mean, in dollars an hour"),
        *(
            _number(f"hourly_{name}", f"{words}, in dollars an hour")
            for name, words in (
                ("p10", "10th percentile"),
                ("p25", "25th percentile"),
                ("p50", "median"),
                ("p75", "75th percentile"),
                ("p90", "90th percentile"),
            )
        ),
        _NOTE,
        *_EVIDENCE,
    ),
    "price_parities": (
        _text("state", "postal code of the state"),
        _count("year", "year in which it held"),
        _number("index", "price level of all goods and services; that of the nation is 100"),
        _NOTE,
        *_EVIDENCE,
    ),
    "projections": (
        _SOC,
        _count("first_year", "year from which the edition looks ahead"),
        _count("last_year", "year to which it looks"),
        _number("growth_percent", "growth of employment over these years, in percent"),
        _count("jobs_first", "jobs in the first year"),
        _count("jobs_last", "jobs in the last year"),
        _count("change", "jobs added; negative where jobs are lost"),
        _count("annual_openings", "openings a year: new jobs, and those of people who leave"),
        _text("entry_education", "schooling with which one typically enters"),
        _text("work_experience", "experience in a related occupation that is typically asked"),
        _text("on_the_job_training", "training on the job that is typically needed"),
        _NOTE,
        *_EVIDENCE[1:],
    ),
    "industry_shares": (
        _SOC,
        _PROGRAM,
        _text("industry", "name of the industry"),
        _number("percent", "share of the occupation's workers"),
        _count("employment", "jobs counted"),
        _NOTE,
        *_EVIDENCE,
    ),
    "worker_education": (
        _SOC,
        _text("level", "level of education"),
        _number("percent", "share of the occupation's workers aged 25 and older"),
        _NOTE,
        *_EVIDENCE,
    ),
    "surveys": (
        _text("publisher", "who made the survey"),
        _count("year", "year of the survey"),
        _text("measure", "mean or median"),
        _text("group_kind", "what sets the group apart: credential, setting, experience, …"),
        _text("group", "group of respondents"),
        _text("credential", "id of the credential that the group holds, where it holds one"),
        _count("held", "credentials that the group holds at least, where that sets it apart"),
        _number("amount", "what they reported earning, in dollars a year"),
        _count("n", "respondents of the whole survey"),
        _NOTE,
        *_EVIDENCE,
    ),
    "certification_effect": (
        _text("publisher", "who made the comparison"),
        _count("year", "year of the comparison"),
        _text("measure", "mean or median"),
        _text("unit", "unit of the two figures"),
        _text("population", "who is compared"),
        _number("certified", "figure of the certified"),
        _number("not_certified", "figure of the others"),
        _number("published_percent", "difference as the publisher printed it, in percent"),
        _NOTE,
        *_EVIDENCE,
    ),
}
"""The columns of every frame, by the name of the frame."""
