"""Streamlit's own page, taken apart where a first screen is put in."""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from markupsafe import Markup

_ROOT = '<div id="root"></div>'
_HEAD_END = "</head>"
_LOADER = re.compile(
    r'[ \t]*<(?:script type="module"[^>]*></script>'
    r'|link rel="(?:modulepreload|stylesheet)"[^>]*>)\n'
)
"""What loads the app. It moves behind the first screen, which is read and painted before."""
_REPLACED = re.compile(
    r"[ \t]*(?:<title>.*?</title>|<noscript>.*?</noscript>"
    r'|<link rel="shortcut icon"[^>]*>|<link rel="service-desc"[^>]*>)\n',
    re.DOTALL,
)
"""What we say in our own words: the title, the icon, where programs find the data, and what is
missing without JavaScript. Streamlit names an address there that is closed here."""


class StreamlitPage(NamedTuple):
    """The pieces between which a first screen stands."""

    head: Markup
    """From the beginning into ``head``, whose end is not there yet."""
    body: Markup
    """From the end of ``head`` to the element that the app fills, which is not there either."""
    end: Markup
    """What loads the app, and the end."""


@cache
def streamlit_page() -> StreamlitPage:
    """The page of the Streamlit that is installed."""
    text = files("streamlit").joinpath("static", "index.html").read_text(encoding="utf-8")
    loaders = "".join(_LOADER.findall(text))
    bare = _REPLACED.sub("", _LOADER.sub("", text))
    head, _, rest = bare.partition(_HEAD_END)
    body, _, end = rest.partition(_ROOT)
    return StreamlitPage(Markup(head), Markup(f"{_HEAD_END}{body}"), Markup(f"{loaders}{end}"))
