"""A text draws every figure from the catalog, and keeps what each rests on."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.content import FUNCTIONS, BadText, Text, text_problems, write_text
from cert_model.content.placeholders import unbound_figures
from cert_model.loading.yaml_reader import Document, parse_yaml
from cert_model.overview import overviews
from cert_model.schema.careers import ProjectionRow
from cert_model.schema.texts import Passage
from cert_model.vocabulary import Standing


def plain(text: Text) -> str:
    """The text without the marks that keep Markdown from acting on it."""
    return re.sub(r"\\(.)", r"\1", text.markdown)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ('{{ fact("aapc/cpc", "exam.questions") }} in {{ fact("cpc", "exam.minutes") }}.',
         "100 questions in 4 hours."),
        ('{{ fact("aapc/cpc", "renewal.cycle_months") }}', "2 years"),
        ('{{ fact("aapc/cpc", "renewal.ceus") }}', "36 CEUs"),
        ('{{ fact("aapc/cpc", "exam.pass_mark") }}', "70 percent"),
        ('{{ fact("ahima", "exam.pass_mark") }}', "300 on a scale of 100 to 400"),
        ('{{ fact("aapc/cpc", "exam.content.Anesthesia") }}', "4 questions"),
        ('{{ fact("ahima", "size.Members") }}', "71,000 people"),
        ('{{ fact("aapc/cpc", "exam.retake.wait_days") }}', "not found"),
        ('{{ fee("aapc/cpc", "exam", audience="member") }}', "$425"),
        ('{{ fee("aapc/cpc", "exam", audience="member", attempts=2) }}', "$499"),
        ('{{ fee("ahima/cca", "recertification", audience="member") }}', "$100"),
        ('{{ fee("ahima", "membership", label="Professional", audience="all") }}', "$149"),
        ('{{ fee("aapc/cpc", "application") }}', "not found"),
        ('{{ exam_price("ahima/cca") }}', "$199 for members and $299 for non-members"),
        ('{{ exam_price("nha/cbcs") }}', "$117"),
        ('{{ renewal_cycles("aapc/cpc", "ahima/ccs", "bmsc/hcs-d") }}',
         "every 2 years at AAPC and AHIMA, every year at BMSC"),
        ('{{ study("llm-notes") }} in {{ study("llm-notes", "year") }}', "15.2 percent in 2025"),
        ('{{ pass_rate("ahima/cca") }} in {{ pass_rate_year("cca") }}', "62 percent in 2025"),
        ('{{ pass_rate("aapc/cpc") }}', "not found"),
        ('{{ names(issuer="nha") }}', "CBCS and CEHRS"),
        ('{{ wage("median") }}', "$51,140"),
        ('{{ survey("aapc/cpc") }}', "$67,147 (mean, 2025)"),
        ('{{ pay_gap("certified") }} against {{ pay_gap("others") }}', "$67,260 against $55,721"),
        ('{{ industry_share("Offices of physicians") }}', "19 percent"),
        ('{{ remote("percent") }} in {{ remote("year") }}', "55 percent in 2022"),
        ('{{ projection("new_jobs", edition="fullest") }}', "1,380"),
        ('{{ funding("gi-bill-tests", "cap_per_test") }}', "$2,000"),
        ('{{ study_time("cpc-start-to-pass", "months") }}', "4–8 months"),
        ('{{ program_outcome("NJ", "medical coding", "employed") }}', "61.3 percent"),
        ('{{ program_outcome("NJ", "medical coding", "employed_after_a_year") }}', "71.5 percent"),
        ('{{ program_outcome("NJ", "medical billing", "completers") }}', "276"),
        ('{{ accreditor("cahiim", "letters") }}', "CAHIIM"),
    ],
)  # fmt: skip
def test_a_placeholder_becomes_its_figure(catalog: Catalog, template: str, expected: str) -> None:
    assert plain(write_text(catalog, template)) == expected


def test_figures_of_the_outlook_never_mix_two_editions(catalog: Catalog) -> None:
    both = [write_text(catalog, f'{{{{ projection("percent", edition="{edition}") }}}}')
            for edition in ("newest", "fullest")]  # fmt: skip
    rows = [text.figures[0].evidence[0] for text in both]
    assert rows[0] != rows[1]
    beside = write_text(catalog, '{{ projection("percent_of_all") }}').figures[0].evidence[0]
    assert isinstance(beside, ProjectionRow)
    assert isinstance(rows[0], ProjectionRow)
    assert beside.edition == rows[0].edition


def test_a_list_by_issuer_names_every_credential_that_fits(catalog: Catalog) -> None:
    text = plain(write_text(catalog, '{{ by_issuer(online="yes", status="active") }}'))
    online = [
        overview
        for overview in overviews(catalog).values()
        if overview.online and overview.status == "active"
    ]
    assert all(overview.code in text for overview in online)
    assert text.count("- **") == len({overview.issuer for overview in online})


def test_credentials_and_issuers_are_counted(catalog: Catalog) -> None:
    text = plain(write_text(catalog, "{{ credentials() }} by {{ issuers() }}"))
    assert text == f"{len(catalog.credentials)} by {len(catalog.issuers)}"


def test_a_text_keeps_the_sources_of_every_figure(catalog: Catalog) -> None:
    minutes = catalog.credentials["aapc/cpc"].exam.minutes
    assert minutes is not None
    text = write_text(catalog, '{{ fact("aapc/cpc", "exam.minutes") }}', src=("aapc-maintain",))
    assert text.sources == ("aapc-maintain", *minutes.src)


def test_a_total_rests_on_the_facts_that_it_adds_up(catalog: Catalog) -> None:
    text = write_text(catalog, '{{ to_earn("ahima/cca") }}')
    assert set(text.sources) <= set(catalog.sources)
    assert text.figures[0].evidence


def test_a_text_is_no_better_than_its_weakest_figure(catalog: Catalog) -> None:
    strong = '{{ fact("aapc/cpc", "exam.questions") }}'
    weak = '{{ survey("aapc/cpc", year=2019) }}'
    alone = [write_text(catalog, template).standing(catalog) for template in (strong, weak)]
    together = write_text(catalog, f"{strong} {weak}").standing(catalog)
    assert alone[0] is not alone[1]
    assert together is max(filter(None, alone), key=list(Standing).index)


def test_text_from_the_data_cannot_act_as_markdown(catalog: Catalog) -> None:
    text = write_text(catalog, '{{ fee("aapc/cpc", "exam", audience="member") }}')
    assert text.markdown == r"\$425"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ('{{ fact("aapc/cpx", "exam.questions") }}', 'fact("aapc/cpx", "exam.questions"): no cred'),
        ('{{ fact("aapc/cpc", "exam.qestions") }}', '(did you mean "questions"?)'),
        ('{{ fact("aapc/cpc", "exam.retake.wiat_days") }}', '(did you mean "wait_days"?)'),
        ('{{ fact("aapc/cpc", "exam.content.Anesthetics") }}', '(did you mean "Anesthesia"?)'),
        ('{{ fact("aapc/cpc", "exam") }}', '"exam" is no fact'),
        ('{{ fact("aapc/cpc", "exam.content") }}', '"exam.content" is a list'),
        ('{{ fakt("aapc/cpc", "exam") }}', 'unknown function "fakt" (did you mean "fact"?)'),
        ('{{ wage("meridian") }}', '(did you mean "median"?)'),
        ('{{ wage("median", state="Ohio") }}', '"Ohio" is no state'),
        ("{{ wage() }}", "wage(): missing a required argument"),
        ('{{ fee("aapc/cpc", "exam") }}', 'there are: audience="member", attempts=1;'),
        ('{{ fee("aapc/cpc", "exma") }}', '(did you mean "exam"?)'),
        ('{{ count(levle="entry") }}', '(did you mean "level"?)'),
        ('{{ count(level="entrance") }}', 'level: unknown "entrance"'),
        ('{{ program("nobodys", "price") }}', 'unknown program "nobodys"'),
        ('{{ program_outcome("NJ", "coding", "employed") }}', "there are: NJ, medical coding;"),
        (
            '{{ program_outcome("Jersey", "medical coding", "employed") }}',
            'in "Jersey"; there are:',
        ),
        ('{{ program_outcome("NJ", "medical coding", "employd") }}', '(did you mean "employed"?)'),
        ('{{ programs(kind="magic") }}', "magic"),
        ('{{ fact("aapc/cpc", }', "a placeholder is not written as expected"),
        ('{{ "425" }}', "a placeholder is the call of one function"),
        ("{{ fact(cpc) }}", "a placeholder is the call of one function"),
        ("{% if true %}x{% endif %}", "no statements"),
    ],
)
def test_what_cannot_be_drawn_is_refused(catalog: Catalog, template: str, message: str) -> None:
    with pytest.raises(BadText) as caught:
        write_text(catalog, template)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "prose",
    ["It takes 4 hours.", "It costs $1,200.", "Wait two years.", "Half of them pass.",
     "Ten percent more.", "In 2026 it changed.", "Hundreds do it.", "Twice the price."],
)  # fmt: skip
def test_a_figure_outside_a_placeholder_is_refused(catalog: Catalog, prose: str) -> None:
    with pytest.raises(BadText, match="is a figure; draw it from the catalog"):
        write_text(catalog, prose)


@pytest.mark.parametrize(
    "prose",
    ["ICD-10-CM and ICD-10-PCS.", "HCPCS Level II", "Code 29-2072.", "One kind of exam.",
     "A third party; the second line.", "[Costs](costs?ids=aapc/cpc&years=6)"],
)  # fmt: skip
def test_names_and_addresses_state_no_figure(prose: str) -> None:
    assert unbound_figures(prose) == []


@given(st.integers(min_value=0), st.text(alphabet="abc .,", max_size=9))
def test_no_number_slips_through(number: int, around: str) -> None:
    assert unbound_figures(f"{around} {number} {around}")


class Saying(Passage):
    """The shortest passage."""

    text: str


def test_a_fault_is_named_with_file_line_and_field(catalog: Catalog) -> None:
    document = parse_yaml(b"note: fine\ntext: It takes 4 hours.\n", "data/sayings.yaml")
    assert isinstance(document, Document)
    saying = Saying.model_validate(document.data)
    (problem,) = text_problems(catalog, saying, document)
    assert str(problem).startswith('data/sayings.yaml:2: text: "4" is a figure')


def test_every_function_has_a_docstring() -> None:
    assert [name for name, function in FUNCTIONS.items() if not function.__doc__] == []
