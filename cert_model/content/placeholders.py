"""The rule that every figure of a text is drawn from the catalog.

Outside its placeholders a text holds no digit and no number word, but in a few names that
contain one; a placeholder is the call of a function and nothing else.
"""

import re
from collections.abc import Iterator

from jinja2 import nodes

NAMES = (
    *("ICD-10-CM", "ICD-10-PCS", "ICD-10", "ICD-11", "ICD-9", "HCPCS Level II", "MS-DRG v44"),
    *("29-2072", "ISO/IEC 17024", "ISO 17024", "HIPAA 5010", "Form 1500", "CMS-1500", "UB-04"),
)
"""Names that hold a digit and state no figure; longer ones before those they contain."""
_NUMBER_WORDS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    *(
        "hundreds?",
        "thousands?",
        "millions?",
        "billions?",
        "dozens?",
        "half",
        "halves",
        "quarters?",
    ),
    *("twice", "double", "triple", "percent", "per cent"),
)
"""One is no figure: "one kind", "one day"."""
_FIGURE = re.compile(rf"[$£€]?\d(?:[\d.,]*\d)?|%|\b(?:{'|'.join(_NUMBER_WORDS)})\b", re.IGNORECASE)
_NAME = re.compile("|".join(map(re.escape, NAMES)))
_PLACE = "\N{OBJECT REPLACEMENT CHARACTER}"
_TARGET = re.compile(r"\]\([^)]*\)")
"""Where a link leads: an address, which nobody reads."""


def unbound_figures(text: str) -> list[str]:
    """The figures of prose that stands outside placeholders."""
    return _FIGURE.findall(_NAME.sub("", _TARGET.sub("]", text)))


def template_faults(parsed: nodes.Template) -> Iterator[str]:
    """What breaks the rule in a parsed text, a sentence each."""
    prose: list[str] = []
    for statement in parsed.body:
        if not isinstance(statement, nodes.Output):
            yield "only placeholders {{ … }} are allowed, no statements {% … %}"
            continue
        for part in statement.nodes:
            if isinstance(part, nodes.TemplateData):
                prose.append(part.data)
                continue
            prose.append(_PLACE)
            if not _is_call(part):
                yield "a placeholder is the call of one function with plain values"
    for found in unbound_figures("".join(prose)):
        yield f'"{found}" is a figure; draw it from the catalog: {{{{ fact(…) }}}}'


def called_functions(parsed: nodes.Template) -> list[str]:
    """The names of the functions that a text calls."""
    called = (call.node for call in parsed.find_all(nodes.Call))
    return sorted({node.name for node in called if isinstance(node, nodes.Name)})


def _is_call(part: nodes.Node) -> bool:
    if not (isinstance(part, nodes.Call) and isinstance(part.node, nodes.Name)):
        return False
    values = [*part.args, *(pair.value for pair in part.kwargs)]
    return part.dyn_args is None and part.dyn_kwargs is None and all(map(_is_plain, values))


def _is_plain(value: nodes.Node) -> bool:
    if isinstance(value, nodes.Tuple | nodes.List):
        return all(map(_is_plain, value.items))
    return isinstance(value, nodes.Const)
