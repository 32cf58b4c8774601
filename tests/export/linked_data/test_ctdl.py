"""Credentials in CTDL: valid terms, the catalog's own figures, and a source behind each."""

import random
from collections.abc import Mapping
from typing import Any

import pytest

from cert_model.catalog import Catalog
from cert_model.export.edition import stamp
from cert_model.export.linked_data import ctdl_document, uuid_name
from cert_model.frames import frames_of
from cert_model.schema.rules import AllOf, AnyOf, CredentialTest, Rule
from tests.export.linked_data.vocabulary import VOCABULARY, ctdl_faults, nodes_in

Node = dict[str, Any]


@pytest.fixture(scope="module")
def documents(catalog: Catalog) -> dict[str, Node]:
    return {key: ctdl_document(catalog, key) for key in catalog.credentials}


def node_of(document: Node, kind: str) -> Node:
    """The node of a document that is of a class of CTDL."""
    (found,) = (node for node in document["@graph"] if node["@type"] == f"ceterms:{kind}")
    return dict(found)


def credential_in(document: Node) -> Node:
    return node_of(document, "Certification")


def all_of_type(document: Node, kind: str) -> list[Node]:
    return [node for node in nodes_in(document["@graph"]) if node["@type"] == f"ceterms:{kind}"]


def test_every_term_is_one_of_the_published_vocabulary_and_in_its_place(
    documents: dict[str, Node],
) -> None:
    names = {uuid_name(f"credentials/{key}") for key in documents}
    faults = {key: list(ctdl_faults(document, names)) for key, document in documents.items()}
    assert {key: found for key, found in faults.items() if found} == {}


def test_every_term_of_the_kept_vocabulary_is_used(documents: dict[str, Node]) -> None:
    used = {
        name.removeprefix("ceterms:")
        for document in documents.values()
        for node in nodes_in(document["@graph"])
        for name in node
    }
    only_of_ranges = {"minimumDuration", "maximumDuration"}
    assert set(VOCABULARY["ctdl"]) - used == only_of_ranges


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"ceterms:prize": {"en": "x"}}, "Certification has no ceterms:prize"),
        ({"ceterms:price": 3}, "Certification has no ceterms:price"),
        ({"ceterms:name": "CPC"}, "ceterms:name of Certification cannot be CPC"),
        ({"ceterms:renewalFrequency": "2 years"}, "cannot be 2 years"),
        ({"ceterms:ownedBy": ["urn:uuid:0"]}, "ceterms:ownedBy of Certification cannot be"),
    ],
)
def test_a_fault_is_found(documents: dict[str, Node], change: Node, fault: str) -> None:
    document = documents["aapc/cpc"]
    changed, *others = document["@graph"]
    (found,) = ctdl_faults({"@graph": [{**changed, **change}, *others]}, set())
    assert fault in found


def test_nothing_unknown_is_written(documents: dict[str, Node]) -> None:
    for document in documents.values():
        for node in nodes_in(document["@graph"]):
            assert all(value not in (None, "", [], {}) for value in node.values())


def test_what_is_not_known_of_a_credential_is_absent(demo: Catalog) -> None:
    document = ctdl_document(demo, "demo/abc")
    absent = {"renewal", "renewalFrequency", "recommends", "keyword", "accreditedBy"}
    assert not {f"ceterms:{name}" for name in absent} & set(credential_in(document))
    (exam_alone,) = credential_in(document)["ceterms:requires"]
    assert exam_alone["ceterms:targetAssessment"] == [uuid_name("exams/demo/abc")]


def is_met(rule: Rule, held: Mapping[str, bool], met: set[str]) -> bool:
    """Whether a rule is met by whoever holds these credentials and meets what these texts say."""
    if isinstance(rule, AllOf):
        return all(is_met(part, held, met) for part in rule.all_of)
    if isinstance(rule, AnyOf):
        return any(is_met(part, held, met) for part in rule.any_of)
    if isinstance(rule, CredentialTest) and rule.any and rule.at_least == 1:
        return any(held[key] for key in rule.any)
    return rule.text in met


def profile_is_met(profile: Node, held: Mapping[str, bool], met: set[str]) -> bool:
    """The same of a condition profile, read as CTDL defines it."""
    targets = profile.get("ceterms:targetCredential")
    texts = [] if targets else profile.get("ceterms:condition", {}).get("en", [])
    others = profile.get("ceterms:alternativeCondition")
    return (
        all(held[name] for name in targets or ())
        and all(text in met for text in texts)
        and (others is None or any(profile_is_met(other, held, met) for other in others))
    )


def texts_in(rule: Rule) -> set[str]:
    if isinstance(rule, AllOf):
        return {text for part in rule.all_of for text in texts_in(part)}
    if isinstance(rule, AnyOf):
        return {text for part in rule.any_of for text in texts_in(part)}
    return {rule.text}


@pytest.mark.parametrize(
    ("field", "name"), [("required", "requires"), ("recommended", "recommends")]
)
def test_the_profiles_ask_for_what_the_rule_asks_for(
    catalog: Catalog, documents: dict[str, Node], field: str, name: str
) -> None:
    chance = random.Random(1)
    tried = 0
    for key, sheet in catalog.credentials.items():
        rule = getattr(sheet.eligibility, field)
        stated = credential_in(documents[key]).get(f"ceterms:{name}", [])
        profiles = [
            profile
            for profile in stated
            if {"ceterms:condition", "ceterms:alternativeCondition"} & set(profile)
        ]
        assert (rule is None) == (not profiles), key
        for _ in range(20 if rule is not None else 0):
            held = {other: chance.random() < 0.3 for other in catalog.credentials}
            named = {uuid_name(f"credentials/{other}"): value for other, value in held.items()}
            met = {text for text in sorted(texts_in(rule)) if chance.random() < 0.6}
            answers = [profile_is_met(profile, {**held, **named}, met) for profile in profiles]
            assert all(answers) == is_met(rule, held, met), key
            tried += 1
    assert tried > 300


def test_alternatives_are_nested_in_the_condition_that_they_fulfill(
    documents: dict[str, Node],
) -> None:
    of_rhia = credential_in(documents["ahima/rhia"])["ceterms:requires"]
    (programs,) = (part for part in of_rhia if "ceterms:alternativeCondition" in part)
    assert len(programs["ceterms:alternativeCondition"]) > 2


def test_advice_is_recommended_and_not_required(documents: dict[str, Node]) -> None:
    ccs = credential_in(documents["ahima/ccs"])
    required = list(nodes_in(ccs["ceterms:requires"]))
    advised = list(nodes_in(ccs["ceterms:recommends"]))
    assert not any("ceterms:yearsOfExperience" in node for node in required)
    assert any(node.get("ceterms:yearsOfExperience") == 2 for node in advised)
    levels = [
        level["ceterms:targetNode"]
        for node in required
        for level in node.get("ceterms:audienceLevelType", ())
    ]
    assert levels == ["audLevel:SecondaryLevel"]


def test_prices_are_those_of_the_catalog(catalog: Catalog, documents: dict[str, Node]) -> None:
    for key, sheet in catalog.credentials.items():
        issuer = catalog.issuers[sheet.issuer]
        prices = [*sheet.fees, *issuer.fees]
        expected = sorted(
            (price.amount.bottom or 0, price.amount.top or 0, price.currency.value)
            for price in prices
            if price.amount and price.amount.known
        )
        written = sorted(
            span_of(node)
            for node in all_of_type(documents[key], "CostProfile")
            if "ceterms:currency" in node and node["ceterms:name"]["en"].split(",")[0] != DUES
        )
        assert written == expected, key


DUES = "Membership dues"


def span_of(cost: Node) -> tuple[float, float, str]:
    if "ceterms:price" in cost:
        price = cost["ceterms:price"]
        return (price, price, cost["ceterms:currency"])
    span = cost["schema:priceSpecification"]
    return (span["schema:minPrice"], span["schema:maxPrice"], span["schema:priceCurrency"])


def test_a_price_for_members_says_so_and_names_its_type(documents: dict[str, Node]) -> None:
    costs = credential_in(documents["ahima/ccs"])["ceterms:estimatedCost"]
    (for_members,) = (
        cost for cost in costs if cost["ceterms:name"]["en"] == "Exam, members, 1 attempt"
    )
    assert for_members["ceterms:price"] == 299
    assert [who["ceterms:targetNode"] for who in for_members["ceterms:audienceType"]] == [
        "audience:Member"
    ]
    assert [kind["ceterms:targetNode"] for kind in for_members["ceterms:directCostType"]] == [
        "costType:StandaloneAssessment"
    ]


def test_a_membership_that_is_required_is_a_condition_with_its_dues(
    documents: dict[str, Node],
) -> None:
    cpc = credential_in(documents["aapc/cpc"])
    for name in ("requires", "renewal"):
        (membership,) = (
            part
            for part in cpc[f"ceterms:{name}"]
            if part.get("ceterms:name") == {"en": "Membership"}
        )
        assert membership["ceterms:estimatedCost"]
    assert not any(DUES in cost["ceterms:name"]["en"] for cost in cpc["ceterms:estimatedCost"])


def test_the_exam_has_its_length_and_its_ways_and_is_shared(documents: dict[str, Node]) -> None:
    exam = node_of(documents["aapc/cpc"], "AssessmentProfile")
    (duration,) = exam["ceterms:estimatedDuration"]
    assert duration["ceterms:exactDuration"] == "PT240M"
    assert exam["ceterms:assessmentMethodDescription"]["en"].startswith("100 questions")
    assert node_of(documents["aapc/cpc-a"], "AssessmentProfile") == exam


def test_renewal_says_how_often_and_how_many(documents: dict[str, Node]) -> None:
    cpc = credential_in(documents["aapc/cpc"])
    assert cpc["ceterms:renewalFrequency"] == "P24M"
    described = [part["ceterms:description"]["en"] for part in cpc["ceterms:renewal"]]
    assert "36 CEUs in each cycle." in described


def test_every_description_ends_once(documents: dict[str, Node]) -> None:
    for document in documents.values():
        for node in nodes_in(document["@graph"]):
            text = node.get("ceterms:description", {"en": "."})["en"]
            assert text.endswith((".", "?", "!"))
            assert not text.endswith("..")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("aapc/cpc", "To pass: 70 percent."),
        ("ahima/ccs", "To pass: a scaled score of 300 on a scale of 100–400."),
    ],
)
def test_the_pass_mark_names_its_scale(documents: dict[str, Node], key: str, text: str) -> None:
    exam = node_of(documents[key], "AssessmentProfile")
    assert exam["ceterms:scoringMethodDescription"] == {"en": text}


def test_late_fees_belong_to_renewal(catalog: Catalog, documents: dict[str, Node]) -> None:
    late = {fee.label for fee in catalog.issuers["aapc"].fees if fee.kind == "late"}
    assert late
    cpc = credential_in(documents["aapc/cpc"])
    to_earn = [cost["ceterms:name"]["en"] for cost in cpc["ceterms:estimatedCost"]]
    assert not any(name.startswith(("Late", "Recertification")) for name in to_earn)
    to_renew = [cost for part in cpc["ceterms:renewal"] for cost in nodes_in(part)]
    names = [cost.get("ceterms:name", {"en": ""})["en"] for cost in to_renew]
    assert any(name.startswith("Late fee") for name in names)


def test_a_price_for_everybody_names_no_audience(
    catalog: Catalog, documents: dict[str, Node]
) -> None:
    tried = 0
    for key, sheet in catalog.credentials.items():
        if {fee.audience.value for fee in sheet.fees if fee.kind == "exam"} == {"all"}:
            costs = credential_in(documents[key])["ceterms:estimatedCost"]
            of_exam = [cost for cost in costs if cost["ceterms:name"]["en"].startswith("Exam")]
            assert of_exam
            assert not any("ceterms:audienceType" in cost for cost in of_exam)
            tried += 1
    assert tried


def test_a_part_of_the_exam_weighs_its_share(catalog: Catalog, documents: dict[str, Node]) -> None:
    content = catalog.credentials["ahima/ccs"].exam.content
    parts = node_of(documents["ahima/ccs"], "AssessmentProfile")["ceterms:assesses"]
    assert [part["ceterms:weight"] for part in parts] == [
        (domain.value or 0) / 100 for domain in content
    ]


def test_no_estimate_is_exported(catalog: Catalog, documents: dict[str, Node]) -> None:
    estimates = frames_of(catalog).estimates
    tried = 0
    for key, quantity in zip(estimates["subject"], estimates["quantity"], strict=True):
        if quantity == "dues":
            continue
        tried += 1
        exam = node_of(documents[key], "AssessmentProfile")
        if quantity == "minutes":
            assert "ceterms:estimatedDuration" not in exam
        elif quantity == "questions":
            assert (
                "questions" not in exam.get("ceterms:assessmentMethodDescription", {"en": ""})["en"]
            )
        else:
            costs = all_of_type(documents[key], "CostProfile")
            assert not any(cost["ceterms:name"]["en"].startswith("Exam") for cost in costs)
    assert tried


def test_every_figure_names_its_sources_and_they_are_in_the_graph(
    documents: dict[str, Node],
) -> None:
    structural = {"Pass the exam.", "Fees of renewing, by what applies."}
    for document in documents.values():
        present = {node["@id"] for node in document["@graph"]}
        for node in nodes_in(document["@graph"]):
            assert set(node.get("dct:source", ())) <= present
            kind = node["@type"].partition(":")[2]
            is_group = "ceterms:alternativeCondition" in node and "ceterms:condition" not in node
            if kind in ("CostProfile", "DurationProfile", "ConditionProfile") and not is_group:
                described = node.get("ceterms:description", {"en": ""})["en"]
                assert node.get("dct:source") or described in structural


def test_a_source_says_who_published_it_and_where(
    catalog: Catalog, documents: dict[str, Node]
) -> None:
    questions = catalog.credentials["aapc/cpc"].exam.questions
    assert questions is not None
    by_name = {node["@id"]: node for node in documents["aapc/cpc"]["@graph"]}
    for key in questions.src:
        node, source = by_name[uuid_name(f"sources/{key}")], catalog.sources[key]
        assert node["schema:name"] == source.title
        assert node.get("schema:url") == source.url
        assert node.get("schema:publisher", {}).get("schema:name") == source.publisher


def test_a_document_names_the_catalog_that_it_was_made_from(
    catalog: Catalog, documents: dict[str, Node]
) -> None:
    edition = documents["aapc/cpc"]["@graph"][-1]
    made_from = stamp(catalog)
    assert edition["schema:version"] == made_from["fingerprint"]
    assert edition["schema:dateModified"] == made_from["date"]


def test_names_are_the_same_everywhere_and_may_be_addresses(catalog: Catalog) -> None:
    assert uuid_name("credentials/aapc/cpc") == "urn:uuid:05538391-5eaa-50be-85f0-d25d7d663378"
    document = ctdl_document(catalog, "aapc/cpc", lambda path: f"https://example.org/{path}")
    assert credential_in(document)["@id"] == "https://example.org/credentials/aapc/cpc"
    assert all(node["@id"].startswith("https://example.org/") for node in document["@graph"])


def test_an_unknown_credential_is_an_error(catalog: Catalog) -> None:
    with pytest.raises(KeyError):
        ctdl_document(catalog, "aapc/nothing")
