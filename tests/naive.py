"""A second evaluator of eligibility, slow and obvious, on the plain data of the files.

It shares no code with ``cert_model.eligibility`` and never reasons about what is not known.
Instead, it fills in the profile: once with nothing beyond what is stated, and once with
everything. Where both give the same result, that is the answer.
"""

from collections.abc import Callable, Iterator, Mapping
from math import inf
from typing import Any

Plain = Mapping[str, Any]
Sheets = Mapping[str, Plain]

LEVELS = ["none", "high-school", "some-college", "associate", "bachelor", "master", "doctorate"]
STAGES = ["not so far", "final-term", "coursework-done", "graduated"]
PROGRAMS = [
    "none",
    "cahiim-associate",
    "cahiim-bachelor",
    "cahiim-master",
    "cahiim-post-baccalaureate",
    "foreign-reciprocal",
]
SUBJECTS = [
    "coding",
    "billing",
    "ehr",
    "cdi",
    "compliance",
    "auditing",
    "medical-office",
    "practicode",
]
APPROVERS = ["ahima-pcap", "aapc", "nha", "ncct", "amca", "amt", "aihc", "ccb", "none"]
COURSES = [
    "anatomy-physiology",
    "medical-terminology",
    "pathophysiology",
    "pharmacology",
    "reimbursement",
    "icd-coding",
    "cpt-hcpcs-coding",
]
KINDS = [
    "coding",
    "inpatient-coding",
    "billing",
    "auditing",
    "inpatient-cdi",
    "outpatient-cdi",
    "compliance",
    "privacy-security",
    "practice-management",
    "ehr",
    "data-analysis",
    "patient-access",
    "healthcare",
]
LICENSES = ["rn", "lpn", "md", "do", "pa", "np", "pharmd", "pt", "ot", "slp", "rt", "attorney"]


def verdicts(sheets: Sheets, profile: Plain) -> dict[str, str]:
    """The verdict for every credential, by the word of the contract."""
    extremes = _extremes(sheets, profile)
    return {key: _verdict(sheets, key, profile, extremes) for key in sheets}


def _verdict(sheets: Sheets, key: str, profile: Plain, extremes: "Extremes") -> str:
    if any(_makes_held(sheets, key, other) for other in profile.get("credentials", [])):
        return "held"
    if sheets[key]["status"].get("value") == "retired":
        return "closed"
    rules = _rules(sheets, key)
    if "required" not in rules:
        return "ask_issuer"
    required = _settled(sheets, rules["required"], extremes)
    if required != "yes":
        return {"no": "not_yet", "open": "undecided", "issuer": "ask_issuer"}[required]
    if "recommended" not in rules:
        return "can_sit"
    return "ready" if _settled(sheets, rules["recommended"], extremes) == "yes" else "can_sit"


def _makes_held(sheets: Sheets, key: str, other: str) -> bool:
    """Whether somebody with one credential, ``other``, holds ``key``, if only with a mark."""
    replaced = [entry["credential"] for entry in sheets[other].get("replaces", [])]
    one_exam = sheets[key].get("same_exam_as") == other or sheets[other].get("same_exam_as") == key
    return key == other or key in replaced or one_exam


def consequences(sheets: Sheets, profile: Plain) -> dict[str, list[tuple[str, str]]]:
    """By credential, what passing would lead to (``yes``) or may lead to (``unknown``)."""
    extremes = _extremes(sheets, profile)
    following: dict[str, list[tuple[str, str]]] = {key: [] for key in sheets}
    for key in sheets:
        if _verdict(sheets, key, profile, extremes) in ("not_yet", "held", "closed"):
            continue
        for consequence in _rules(sheets, key).get("consequences", []):
            avoided = _settled(sheets, consequence["unless"], extremes)
            if avoided != "yes":
                applies = "yes" if avoided == "no" else "unknown"
                following[key].append((consequence["text"], applies))
    return following


def _rules(sheets: Sheets, key: str) -> Plain:
    """The rules of a credential, or of the one whose exam it shares."""
    shared = sheets[key].get("same_exam_as", key)
    rules: Plain = sheets[shared].get("eligibility", {})
    return rules


Extremes = tuple[Plain, list[Plain]]
"""The person with nothing beyond what is stated, and with everything, once per HIM program."""


def _extremes(sheets: Sheets, profile: Plain) -> Extremes:
    return _with_nothing_more(sheets, profile), list(_with_everything(sheets, profile))


def _settled(sheets: Sheets, rule: Plain, extremes: Extremes) -> str:
    """``yes``, ``no``, ``open`` where answers could settle it, or else ``issuer``."""
    poor, rich = extremes
    if _met(sheets, rule, poor, kind_issuer=False):
        return "yes"
    if not any(_met(sheets, rule, person, kind_issuer=True) for person in rich):
        return "no"
    could_hold = any(_met(sheets, rule, person, kind_issuer=False) for person in rich)
    could_fail = not _met(sheets, rule, poor, kind_issuer=True)
    return "open" if could_hold or could_fail else "issuer"


def _met(sheets: Sheets, rule: Plain, person: Plain, *, kind_issuer: bool) -> bool:
    """Whether a person about whom everything is known meets a rule.

    ``kind_issuer`` says how the issuer decides what only it can decide.
    """
    if "all_of" in rule:
        return all(_met(sheets, part, person, kind_issuer=kind_issuer) for part in rule["all_of"])
    if "any_of" in rule:
        return any(_met(sheets, part, person, kind_issuer=kind_issuer) for part in rule["any_of"])
    if rule["test"] in ("anyone", "ask-issuer"):
        return kind_issuer or rule["test"] == "anyone"
    if not kind_issuer and ("specialty" in rule or "field" in rule or "extent" in rule):
        return False
    if rule["test"] == "credential":
        return _credential(sheets, rule, person)
    return _TESTS[rule["test"]](rule, person)


def _credential(sheets: Sheets, rule: Plain, person: Plain) -> bool:
    counting = set()
    for key in person["credentials"]:
        if key in rule.get("any", []):
            counting.add(key)
        if "role" in rule and rule["role"] in sheets[key]["roles"]:
            counting.add(key)
    return len(counting) >= int(rule.get("at_least", 1))


def _education(rule: Plain, person: Plain) -> bool:
    least = LEVELS.index(rule["at_least"])
    return person["shown_schooling"] >= least or LEVELS.index(person["education"]) >= least


DEGREES = {
    "cahiim-associate": "associate",
    "cahiim-bachelor": "bachelor",
    "cahiim-master": "master",
    "cahiim-post-baccalaureate": "bachelor",
    "foreign-reciprocal": "associate",
}


def _shown_schooling(sheets: Sheets, profile: Plain) -> int:
    """The place of the level that the credentials stated cannot be had without; -1 for none.

    ``schooled_by`` are those credentials where others are only imagined to be held.
    """
    held = profile.get("schooled_by", profile.get("credentials", []))
    needed = [_needed_level(sheets, _rules(sheets, key).get("required")) for key in held]
    return max([level for level in needed if level > 0], default=-1)


def _needed_level(sheets: Sheets, rule: Plain | None) -> int:
    levels = [0]
    if rule is None:
        return 0
    if "all_of" in rule:
        return max(_needed_level(sheets, part) for part in rule["all_of"])
    if "any_of" in rule:
        return min(_needed_level(sheets, part) for part in rule["any_of"])
    if rule["test"] == "education":
        levels = [LEVELS.index(rule["at_least"])]
    elif rule["test"] == "him-program":
        levels = [LEVELS.index(DEGREES[program]) for program in rule["any"]]
    elif rule["test"] == "credential" and "role" not in rule:
        needed = (_rules(sheets, key).get("required") for key in rule["any"])
        levels = [_needed_level(sheets, part) for part in needed]
    return min(levels)


def _experience(rule: Plain, person: Plain) -> bool:
    months: dict[str, int] = person["experience_months"]
    together = sum(months[kind] for kind in rule["kind"])
    certain = sum(person["certain_months"][kind] for kind in rule["kind"])
    return bool(max(certain, min(together, months["healthcare"])) >= rule["months"])


def _license(rule: Plain, person: Plain) -> bool:
    return any(held in rule["any"] for held in person["licenses"])


def _course(rule: Plain, person: Plain) -> bool:
    return all(course in person["courses"] for course in rule["all"])


def _age(rule: Plain, person: Plain) -> bool:
    return float(person["age"]) >= float(rule["at_least"])


def _him_program(rule: Plain, person: Plain) -> bool:
    if person["him_program"] not in rule["any"]:
        return False
    needed = rule.get("stage", "graduated")
    return STAGES.index(person["him_program_stage"]) >= STAGES.index(needed)


def _training(rule: Plain, person: Plain) -> bool:
    for program in person["training"]:
        fits = bool(program["subject"] in rule["subject"])
        if rule.get("approved_by"):
            fits = fits and program["approved_by"] in rule["approved_by"]
        if "within_years" in rule:
            fits = fits and program["years_since"] <= rule["within_years"]
        if "under_years" in rule:
            fits = fits and program["years_since"] < rule["under_years"]
        if fits:
            return True
    return False


_TESTS: dict[str, Callable[[Plain, Plain], bool]] = {
    "education": _education,
    "experience": _experience,
    "license": _license,
    "course": _course,
    "age": _age,
    "him-program": _him_program,
    "training": _training,
}

_ABSENT: Plain = {
    "education": "none",
    "him_program": "none",
    "training": [],
    "courses": [],
    "credentials": [],
    "licenses": [],
}
"""The value of each field that a complete profile leaves out."""


def _stated(profile: Plain) -> dict[str, Any]:
    return {**_ABSENT, **profile} if profile.get("complete") else dict(profile)


def _certain_months(profile: Plain) -> dict[str, int]:
    """The fewest months of each kind of work: those stated, or those stated of a part of it."""
    months = {**dict.fromkeys(KINDS, 0), **profile.get("experience_months", {})}
    months["coding"] = max(months["coding"], months["inpatient-coding"])
    months["healthcare"] = max(months.values())
    return months


def _possible_months(profile: Plain) -> dict[str, int]:
    """The most months of each kind of work that agree with the months stated."""
    stated, certain = profile.get("experience_months", {}), _certain_months(profile)
    months = dict(certain)
    if profile.get("complete"):
        whole = sum(
            months[kind] for kind in KINDS if kind not in ("inpatient-coding", "healthcare")
        )
        return months if "healthcare" in stated else {**months, "healthcare": whole}
    for kind in KINDS:
        if kind not in stated:
            limits = [stated["healthcare"]] if "healthcare" in stated else []
            if kind == "inpatient-coding" and "coding" in stated:
                limits.append(stated["coding"])
            months[kind] = max(certain[kind], min([*limits, 840]))
    return months


def _with_nothing_more(sheets: Sheets, profile: Plain) -> Plain:
    """The person, without anything that is not stated."""
    stated = _stated(profile)
    poor = {**_ABSENT, "age": 0, "him_program_stage": "not so far", **stated}
    poor["shown_schooling"] = _shown_schooling(sheets, profile)
    poor["experience_months"] = poor["certain_months"] = _certain_months(profile)
    unknown = {"approved_by": "none", "years_since": inf}
    poor["training"] = [{**unknown, **program} for program in poor["training"]]
    return poor


def _with_everything(sheets: Sheets, profile: Plain) -> Iterator[Plain]:
    """The person with everything that is not stated, once for each health information program."""
    stated = _stated(profile)
    rich = {
        "age": 120,
        "education": "doctorate",
        "him_program_stage": "graduated",
        "training": [{"subject": subject} for subject in SUBJECTS],
        "courses": COURSES,
        "credentials": list(sheets),
        "licenses": LICENSES,
        **stated,
    }
    rich["shown_schooling"] = _shown_schooling(sheets, profile)
    rich["experience_months"] = _possible_months(profile)
    rich["certain_months"] = _certain_months(profile)
    rich["training"] = [
        {"approved_by": approver, "years_since": 0, **program}
        for program in rich["training"]
        for approver in ([program["approved_by"]] if "approved_by" in program else APPROVERS)
    ]
    for him_program in [stated["him_program"]] if "him_program" in stated else PROGRAMS:
        yield {**rich, "him_program": him_program}
