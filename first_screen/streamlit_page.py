"""Streamlit's own page, taken apart where a first screen is put in."""

import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from ui.shell import menu

_HERE = Path(__file__).parent
STARTER = "".join(
    (_HERE / name).read_text(encoding="utf-8") for name in ("starter.js", "handover.js")
).replace("SECTIONS", json.dumps(dict.fromkeys(filter(None, menu.SECTIONS), False)))
"""The script that starts the app and gives it the window once its page is drawn; the content
security policy names it by its hash."""
_ROOT = '<div id="root"></div>'
_HEAD_END = "</head>"
_LOADER = re.compile(
    r'[ \t]*<(?:script type="module"[^>]*></script>'
    r'|link\s+rel="(?:modulepreload|stylesheet|preload)"[^>]*>)\n'
)
"""What loads the app, scripts, style and font: it waits until the first screen is painted."""
_REPLACED = re.compile(
    r"[ \t]*(?:<title>.*?</title>|<noscript>.*?</noscript>"
    r'|<link rel="shortcut icon"[^>]*>|<!--[^<]*?-->\s*<link rel="service-desc"[^>]*>)\n',
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
    root: Markup
    """The element that the app fills."""
    loaders: Markup
    """What loads the app."""
    end: Markup


@cache
def streamlit_page() -> StreamlitPage:
    """The page of the Streamlit that is installed."""
    text = files("streamlit").joinpath("static", "index.html").read_text(encoding="utf-8")
    loaders = "".join(_LOADER.findall(text))
    bare = _REPLACED.sub("", _LOADER.sub("", text))
    head, _, rest = bare.partition(_HEAD_END)
    body, _, end = rest.partition(_ROOT)
    pieces = (head, f"{_HEAD_END}{body}", _ROOT, loaders, end)
    return StreamlitPage(*map(Markup, pieces))
