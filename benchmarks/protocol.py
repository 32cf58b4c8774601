"""One browser tab as the server sees it: Streamlit's websocket protocol, without a screen.

It does what Streamlit's own frontend does with every message that matters to the server:
it holds the widgets' values, the address, the page and the cache of large messages. Every
run is checked, so that a figure never counts a page that was not drawn.
"""

import asyncio
import random
import re
from collections import Counter
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ButtonGroup_pb2 import ButtonGroup
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

FACETS = ("Work", "Where", "Level")
"""The filters that are pressed, by their labels."""

COUNT = re.compile(r"· (\d+)")
"""The matches that a pill would leave, in its label."""
COUNT_IN_STYLE = re.compile(
    r'\.st-key-(\S+) [^{]*nth-of-type\((\d+)\)[^{]*\{(?:content: " · (\d+)"|display: none)'
)
"""The same in a style that stands beside the filters: the key of the filter, the place of the pill
from 1 on, and the matches, but for a pill that would leave none."""

TABLES = ("dataframe", "bidi_component")
"""What a page draws its list with: Streamlit's own table, or one of the app's."""

PATIENCE = 60.0
"""Seconds after which a run that has not finished counts as lost."""


_GOOD_ENDS = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)


class FailedError(Exception):
    """The benchmark cannot go on; the message says why in one line."""


class Run:
    """What came back for one request to run the page."""

    def __init__(self) -> None:
        self.id = ""
        self.elements: Counter[str] = Counter()
        self.groups: dict[str, ButtonGroup] = {}
        """By label, the filters on the page; where a part alone is drawn, those that stay too."""
        self.counts: dict[str, list[int]] = {}
        """By label, the matches that each pill of a filter would leave."""
        self.links: list[str] = []
        """The addresses of the files that the page hands out, relative to its own."""

    def missing(self) -> list[str]:
        """What a finished page would have drawn and this run did not."""
        parts = {
            "a chart": self.elements["vega_lite_chart"] > 0,
            "the list": any(self.elements[kind] for kind in TABLES),
            **{f"the filter {label}": label in self.groups for label in FACETS},
        }
        return [name for name, found in parts.items() if not found]


class MessageCache:
    """The large messages a browser keeps, so that the server can send their hash instead."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[ForwardMsg, int]] = {}
        self._runs = 0
        self._longest = 0

    def hashes(self) -> list[str]:
        """What the browser tells the server it still has."""
        return list(self._kept)

    def resolve(self, message: ForwardMsg) -> ForwardMsg:
        """The message itself, or the kept one that it refers to."""
        if message.WhichOneof("type") == "ref_hash":
            found = self._kept.get(message.ref_hash)
            if found is None:
                raise FailedError("the server referred to a message that was never kept")
            message = found[0]
        if message.metadata.cacheable:
            self._kept[message.hash] = (message, self._runs)
        return message

    def limit(self, runs: int) -> None:
        """Set for how many runs an unused message is kept; the server says so."""
        self._longest = runs

    def count_run(self) -> None:
        """Drop what was not used for too many runs, as the browser does after each."""
        self._runs += 1
        self._kept = {
            key: (message, used)
            for key, (message, used) in self._kept.items()
            if self._runs - used <= self._longest
        }


class Tab:
    """A visitor who opens a page and presses its pills."""

    def __init__(self, socket: ClientConnection, page: str, seed: int) -> None:
        self._socket = socket
        self._page_name = page
        self._page_hash = ""
        self._query = ""
        self._cache = MessageCache()
        self._groups: dict[str, ButtonGroup] = {}
        self._counts: dict[str, list[int]] = {}
        self.links: list[str] = []
        self._held: dict[str, list[str]] = {}
        self._last_run = ""
        self._random = random.Random(seed)

    @classmethod
    async def open(
        cls, address: str, page: str, seed: int, query: str = "", cookie: str = ""
    ) -> Self:
        """Connect, and wait until the page is drawn for the first time."""
        try:
            socket = await connect(
                f"{address}/_stcore/stream",
                subprotocols=[Subprotocol("streamlit")],
                additional_headers={"Cookie": cookie} if cookie else None,
                max_size=None,
            )
        except (WebSocketException, OSError) as error:
            raise FailedError(f"no connection was made: {error}") from None
        tab = cls(socket, page, seed)
        tab._query = query
        await tab._rerun()
        return tab

    async def close(self) -> None:
        """Leave."""
        await self._socket.close()

    @property
    def query(self) -> str:
        """The query of the page's address, as the page last set it."""
        return self._query

    def state(self) -> dict[str, list[int]]:
        """By label, the places of the pills that are pressed in each filter."""
        return {facet: self._chosen(facet) for facet in FACETS}

    async def press_until(self, end: float, think: float = 0) -> list[float]:
        """Press until the loop's clock says ``end``; the seconds of each wait.

        ``think`` is the pause between two presses in seconds, one half of it more or less. The
        first press comes after a part of a pause, since visitors do not begin together.
        """
        clock = asyncio.get_running_loop().time
        waits: list[float] = []
        await asyncio.sleep(think * self._random.random())
        while (start := clock()) < end:
            await self.press()
            waits.append(clock() - start)
            await asyncio.sleep(think * self._random.uniform(0.5, 1.5))
        return waits

    async def press(self) -> None:
        """Release a facet's pill, or press one in a facet that holds none, and wait."""
        moves = {facet: found for facet in FACETS if (found := self._moves(facet))}
        if not moves:
            raise FailedError("no pill of the page leaves a match")
        group = self._groups[self._random.choice(list(moves))]
        wanted = self._random.choice(moves[group.label])
        self._held[group.id] = [group.options[place].content for place in wanted]
        await self._rerun()
        if self._chosen(group.label) != wanted:
            raise FailedError(f"the page lost a pill pressed in {group.label}")

    def _moves(self, facet: str) -> list[list[int]]:
        """What may be chosen next in a facet, and never empties the page.

        An empty page is quick to draw. Releasing a pill never empties one; pressing a pill
        that leaves no match would.
        """
        if self._chosen(facet):
            return [[]]
        return [[place] for place, count in enumerate(self._counts.get(facet, [])) if count]

    def _chosen(self, facet: str) -> list[int]:
        """The places of a facet's chosen pills; their labels may change with the counts."""
        group = self._groups[facet]
        held = self._held[group.id]
        return [place for place, option in enumerate(group.options) if option.content in held]

    async def _rerun(self) -> None:
        """Ask for a run, take in what it draws, and make sure that it was a whole one."""
        run = Run()
        try:
            async with asyncio.timeout(PATIENCE):
                await self._socket.send(self._request().SerializeToString())
                while not self._take(await self._receive(), run):
                    pass
        except TimeoutError:
            raise FailedError(f"a run did not finish within {PATIENCE:.0f} seconds") from None
        except WebSocketException as error:
            raise FailedError(f"the connection broke: {error}") from None
        self._check(run)
        self._last_run = run.id
        self._groups = run.groups
        self._counts = run.counts
        self.links = run.links
        self._cache.count_run()

    def _check(self, run: Run) -> None:
        """Raise FailedError for a run that did not draw the page."""
        if missing := run.missing():
            hint = "; does `python -m cert_model check` find errors?" if not run.groups else ""
            raise FailedError(f"a run finished without {', '.join(missing)}{hint}")

    def _request(self) -> BackMsg:
        """A first request names the page, later ones its hash, as the frontend does it."""
        request = BackMsg()
        state = request.rerun_script
        state.query_string = self._query
        state.page_script_hash = self._page_hash
        state.page_name = "" if self._page_hash else self._page_name
        state.cached_message_hashes.extend(self._cache.hashes())
        state.context_info.timezone = "UTC"
        state.context_info.locale = "en-US"
        for key, labels in self._held.items():
            widget = state.widget_states.widgets.add()
            widget.id = key
            widget.string_array_value.data.extend(labels)
        return request

    async def _receive(self) -> ForwardMsg:
        data = await self._socket.recv(decode=False)
        return self._cache.resolve(ForwardMsg.FromString(data))

    def _take(self, message: ForwardMsg, run: Run) -> bool:
        """Take in one message of a run; whether it was the last."""
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._begin(message, run)
        elif kind == "navigation":
            self._page_hash = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self._query = message.page_info_changed.query_string
        elif kind == "page_not_found":
            raise FailedError("the server does not know the page")
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._draw(message, run)
        elif message.session_event.HasField("script_compilation_exception"):
            raise FailedError("the page does not compile")
        elif kind == "script_finished":
            return self._finish(message, run)
        return False

    def _begin(self, message: ForwardMsg, run: Run) -> None:
        run.id = message.metadata.run.script_run_id
        if not run.id or run.id == self._last_run:
            raise FailedError("the server began no new run")
        self._page_hash = message.new_session.page_script_hash
        is_of_a_part = bool(message.metadata.run.fragment_ids)
        run.groups = dict(self._groups) if is_of_a_part else {}
        self._cache.limit(message.new_session.config.max_cached_message_age)

    def _draw(self, message: ForwardMsg, run: Run) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type") or ""
        run.elements[kind] += 1
        if kind == "exception":
            raise FailedError(
                f"the page shows an exception: {_one_line(element.exception.message)}"
            )
        if kind == "button_group":
            self._hold(element.button_group)
            run.groups[element.button_group.label] = element.button_group
            labels = "".join(option.content for option in element.button_group.options)
            run.counts[element.button_group.label] = _counted(labels)
        if kind == "link_button":
            run.links.append(element.link_button.url)
        if kind == "html":
            self._count_by_style(element.html.body, run)

    @staticmethod
    def _count_by_style(style: str, run: Run) -> None:
        counts: dict[str, dict[int, int]] = {}
        for key, place, count in COUNT_IN_STYLE.findall(style):
            counts.setdefault(key, {})[int(place)] = int(count or 0)
        for label, group in run.groups.items():
            key = group.id.rpartition("-")[2].replace(":", "-")
            if f".st-key-{key} " in style:  # a filter of which no pill leaves any is hidden whole
                shown, places = counts.get(key, {}), range(1, len(group.options) + 1)
                run.counts[label] = [shown.get(place, 0) for place in places]

    def _hold(self, group: ButtonGroup) -> None:
        """Keep a widget's value as the frontend does: the server's, where it sets one."""
        if group.set_value:
            self._held[group.id] = list(group.raw_values)
        elif group.id not in self._held:
            self._held[group.id] = [group.options[place].content for place in group.default]

    @staticmethod
    def _finish(message: ForwardMsg, run: Run) -> bool:
        """Whether that was all, and not a run that a part of the page follows."""
        if message.metadata.run.script_run_id != run.id:
            raise FailedError("a run finished that was not the one begun")
        if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return False
        if message.script_finished not in _GOOD_ENDS:
            name = ForwardMsg.ScriptFinishedStatus.Name(message.script_finished)
            raise FailedError(f"a run ended with {name}")
        return True


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _counted(text: str) -> list[int]:
    return [int(count) for count in COUNT.findall(text)]
