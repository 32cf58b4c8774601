"""The rule that every figure of a text is drawn from the catalog.

Outside its placeholders a text has no digits and no number words, except in a few names that
contain a number. A placeholder is the call of one function with plain values:
``{{ fact("aapc/cpc", "exam.questions") }}``.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, TemplateError, nodes

from cert_model.content.figures import BadText, suggest_name

NAMES_WITH_NUMBERS = (
    *("ICD-10-CM", "ICD-10-PCS", "ICD-10", "ICD-11", "ICD-9", "HCPCS Level II", "MS-DRG v44"),
    *("29-2072", "ISO/IEC 17024", "ISO 17024", "HIPAA 5010", "Form 1500", "CMS-1500", "UB-04"),
)
"""Names with a number that is no figure; longer names stand before those they begin with."""
_NUMBER_WORDS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    *("hundreds?", "thousands?", "millions?", "billions?", "dozens?"),
    *("half", "halves", "quarters?", "twice", "double", "triple", "percent", "per cent"),
)
"""Without "one", which is rarely a figure: "one kind", "one day"."""
_FIGURE = re.compile(rf"[$£€]?\d(?:[\d.,]*\d)?|%|\b(?:{'|'.join(_NUMBER_WORDS)})\b", re.IGNORECASE)
_NAME = re.compile("|".join(map(re.escape, NAMES_WITH_NUMBERS)))
_LINK_TARGET = re.compile(r"\]\([^)]*\)")
"""The address of a Markdown link, which no reader sees."""
_STAND_IN = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for a placeholder where the prose is searched, so that words around it stay apart."""
_ENVIRONMENT = Environment(autoescape=False)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """The call of a function that draws one figure."""

    function: str
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]

    def __str__(self) -> str:
        """The call as the text has it, for a message."""
        named = (f"{name}={_quoted(value)}" for name, value in self.kwargs.items())
        return f"{self.function}({', '.join([*map(_quoted, self.args), *named])})"


def _quoted(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def parse_template(template: str, functions: Collection[str]) -> list[str | Placeholder]:
    """The prose and the placeholders of a text, in order.

    Raises BadText with everything that breaks the rule, calls of other ``functions`` included.
    """
    try:
        parsed = _ENVIRONMENT.parse(template)
    except TemplateError as error:
        raise BadText(f"a placeholder is not written as expected: {error}") from None
    faults = [*_faults(parsed), *_unknown_calls(parsed, functions)]
    if faults:
        raise BadText("; ".join(dict.fromkeys(faults)))
    return [
        part.data if isinstance(part, nodes.TemplateData) else _placeholder(part)
        for output in parsed.find_all(nodes.Output)
        for part in output.nodes
    ]


def unbound_figures(prose: str) -> list[str]:
    """The figures in prose outside placeholders, as they are written."""
    return _FIGURE.findall(_NAME.sub("", _LINK_TARGET.sub("]", prose)))


def _faults(parsed: nodes.Template) -> Iterator[str]:
    """Everything in a parsed text that breaks the rule, a sentence each."""
    prose: list[str] = []
    for statement in parsed.body:
        if not isinstance(statement, nodes.Output):
            yield "only placeholders {{ … }} are allowed, no statements {% … %}"
            continue
        for part in statement.nodes:
            is_prose = isinstance(part, nodes.TemplateData)
            prose.append(part.data if isinstance(part, nodes.TemplateData) else _STAND_IN)
            if not is_prose and not _is_call(part):
                yield "a placeholder is the call of one function with plain values"
    for figure in unbound_figures("".join(prose)):
        yield f'"{figure}" is a figure; draw it from the catalog: {{{{ fact(…) }}}}'


def _unknown_calls(parsed: nodes.Template, functions: Collection[str]) -> Iterator[str]:
    called = (call.node for call in parsed.find_all(nodes.Call))
    for name in sorted({node.name for node in called if isinstance(node, nodes.Name)}):
        if name not in functions:
            yield f'unknown function "{name}"{suggest_name(name, functions)}'


def _is_call(part: nodes.Node) -> bool:
    """Whether a part of a text is the call of a function with plain values."""
    if not (isinstance(part, nodes.Call) and isinstance(part.node, nodes.Name)):
        return False
    values = [*part.args, *(keyword.value for keyword in part.kwargs)]
    return part.dyn_args is None and part.dyn_kwargs is None and all(map(_is_plain, values))


def _is_plain(value: nodes.Node) -> bool:
    if isinstance(value, nodes.Tuple | nodes.List):
        return all(map(_is_plain, value.items))
    return isinstance(value, nodes.Const)


def _placeholder(part: nodes.Node) -> Placeholder:
    assert isinstance(part, nodes.Call), "parse_template refused every other part"
    assert isinstance(part.node, nodes.Name), "and every call that names no function"
    return Placeholder(
        part.node.name,
        tuple(value.as_const() for value in part.args),
        {keyword.key: keyword.value.as_const() for keyword in part.kwargs},
    )
