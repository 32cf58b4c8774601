"""Alternatives for each part of a price list, from which random ones are put together."""

from tests.costs.price_lists import (
    Plain,
    apprentice,
    between,
    ceus_by_number,
    dues,
    exam_price,
    fact,
    membership,
    needed,
    price,
    renewal,
)

NOT_PRICED = price("reschedule", 15)
"""A fee that no plan counts; a credential with no other line has no exam price."""

FEES: list[list[Plain]] = [
    [NOT_PRICED],
    [exam_price(300)],
    [exam_price(between(200, 301))],
    [exam_price(500, attempts=2), exam_price(410)],
    [exam_price(620, attempts=2)],
    [exam_price(350, audience="member"), exam_price(450, audience="nonmember")],
    [
        exam_price(250, audience="student-member"),
        exam_price(280),
        exam_price(260, audience="member"),
    ],
    [exam_price(700, currency="GBP")],
    [exam_price(90, audience="corporate"), exam_price(330, audience="nonmember")],
    [exam_price(300), price("application", 45), price("retake", 120)],
    [price("application", between(20, 60), audience="member"), price("retake", 99)],
    [exam_price(0), price("retake", between(50, 150), audience="member")],
]
FURTHER_FEES: list[list[Plain]] = [
    [],
    [price("recertification", 80)],
    [price("recertification", between(40, 61), every_months=12)],
    [
        price("recertification", 70, audience="member"),
        price("recertification", 130, audience="nonmember"),
    ],
    [price("recertification", 55, every_months=36)],
]
ISSUER_FEES: list[list[Plain]] = [
    [],
    [price("recertification", 100, audience="member"), price("recertification", 218)],
    [price("recertification", 90), price("recertification-additional", 35)],
    [price("recertification-additional", 25, audience="member"), price("late", 50)],
]
DUES: list[list[Plain]] = [
    [],
    [dues(140)],
    [dues(between(60, 121))],
    [dues(40, audience="student-member"), dues(200)],
    [dues(500, currency="GBP")],
]
ISSUER_RENEWALS: list[Plain] = [
    {},
    {"ceus_by_number": ceus_by_number(36, 40, 44)},
    renewal(24, additional_ceus=10, ceus_cap=45),
    renewal(12, additional_ceus=4),
    {**renewal(36), "reinstatement": {"fee": between(150, 250)}},
    renewal(24, 16),
]
EXAMS: list[Plain] = [
    {},
    {"open_book": fact(True)},
    {"open_book": fact(True), "books": fact([])},
    {"books": fact(["CPT"])},
    {"open_book": fact(False)},
    {
        "pass_rates": [
            {"year": 2023, "percent": 70, "cohort": "first-time", "src": ["issuer-page"]},
            {"year": 2025, "percent": 55, "cohort": "all", "src": ["issuer-page"]},
            {"year": 2025, "percent": 62, "cohort": "first-time", "src": ["issuer-page"]},
            {
                "year": 2026,
                "percent": 90,
                "cohort": "first-time",
                "estimate": True,
                "src": ["a-guide", "issuer-page"],
            },
        ]
    },
]
MEMBERSHIPS: list[Plain] = [
    {},
    membership(to_sit="required", to_hold="required"),
    membership(to_sit="optional", to_hold="optional"),
    membership(to_sit="required"),
    membership(to_hold="required"),
    membership(to_sit="none", to_hold="none"),
    membership(to_sit="optional"),
]
RENEWALS: list[Plain] = [
    {},
    renewal(24, 20),
    renewal(12, 6),
    renewal(36, 30),
    renewal(24),
    renewal(None, 24),
]
DEGREE = needed("education", at_least="associate")
BACHELOR = needed("education", at_least="bachelor")
HIM = needed("him-program", any=["cahiim-associate"])
SCHOOL = needed("education", at_least="high-school")
COURSE = needed("course", all=["anatomy-physiology"])
TRAINING = needed("training", subject=["coding"])
WORK = needed("experience", kind=["coding"], months=24)
ELIGIBILITY: list[Plain] = [
    {},
    {},
    {"required": needed("anyone")},
    {"required": DEGREE},
    {"required": {"all_of": [SCHOOL, {"any_of": [TRAINING, WORK]}]}},
    {"required": {"any_of": [DEGREE, BACHELOR]}},
    {"required": {"all_of": [HIM, COURSE]}},
    {"required": {"any_of": [HIM, {"all_of": [DEGREE, WORK]}, needed("age", at_least=18)]}},
    {"required": {"any_of": [{"all_of": [COURSE, WORK]}, {"all_of": [BACHELOR, TRAINING]}]}},
    {"required": WORK},
]
MARKS: list[Plain | None] = [
    None,
    apprentice("work", "course"),
    apprentice("work"),
    apprentice("diploma"),
]
LEVELS = ["entry", "core"]
AMOUNTS: list[list[float | Plain]] = [[], [1500], [900, 1200], [between(300, 801), 2000, 950]]
INCLUSIONS = [
    [],
    ["exam", "textbooks"],
    ["exam", "membership"],
    ["code-books", "membership", "practice-exams"],
]
