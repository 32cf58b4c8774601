"""Where each credential stands on the map of the field, and the same as a table."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

import pyarrow as pa

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.formatting import format_count, join_words
from cert_model.overview import Overview, overviews
from cert_model.vocabulary import FIRST_LEVELS, Level, Role, Status
from ui.charts import home_specs
from ui.charts.home_specs import Ticks
from ui.charts.style import Spec, color_group

WORKS: Mapping[str, tuple[Role, ...]] = {
    "Coding": (Role.CODING,),
    "Billing": (Role.BILLING, Role.PATIENT_ACCESS),
    "Documentation": (Role.CDI,),
    "Auditing": (Role.AUDITING,),
    "Compliance": (Role.COMPLIANCE, Role.PRIVACY),
    "Health information": (Role.HEALTH_INFORMATION, Role.DATA),
    "Management": (Role.MANAGEMENT,),
}
"""The kinds of work on the map, each with the roles that it stands for."""
_WIDE: Mapping[Level, int] = {
    Level.ENTRY: 2,
    Level.CORE: 3,
    Level.SPECIALTY: 6,
    Level.ADVANCED: 2,
    Level.MANAGEMENT: 2,
}
_NARROW: Mapping[Level, int] = {
    Level.ENTRY: 1,
    Level.CORE: 1,
    Level.SPECIALTY: 2,
    Level.ADVANCED: 1,
    Level.MANAGEMENT: 1,
}
"""How many letters stand side by side in each level, by how wide the window is."""
_NARROW_PLACE: Mapping[Level, float] = {
    Level.ENTRY: 0.9,
    Level.CORE: 0.9,
    Level.SPECIALTY: 1.1,
    Level.ADVANCED: 1.05,
    Level.MANAGEMENT: 1,
}
"""How wide a place of each level is in a narrow window: specialties have the longest letters."""
_ROW = pa.schema(
    {
        **{name: pa.string() for name in ("id", "letters", "name", "issuer", "level", "work")},
        "across": pa.float64(),
        "down": pa.int64(),
    }
)


@dataclass(frozen=True, slots=True)
class FieldMap:
    """The map for a wide or a narrow window."""

    points: pa.Table
    columns: Ticks
    rows: Ticks
    width: float
    """How wide all levels are together, in places of letters."""
    height: int
    """How many lines there are."""
    is_narrow: bool

    def spec(self) -> Spec:
        """The chart of the points, built once for each map."""
        return home_specs.field_map(
            self.columns, self.rows, self.width, self.height, self.is_narrow
        )


@once_per_catalog
def field_map(catalog: Catalog, narrow: bool) -> FieldMap:
    """The map of all credentials not retired: levels across, kinds of work down."""
    slots = _NARROW if narrow else _WIDE
    place_width = {level: _NARROW_PLACE[level] if narrow else 1 for level in slots}
    ends = list(accumulate(slots[level] * place_width[level] for level in slots))
    starts = {level: round(start, 2) for level, start in zip(slots, (0, *ends), strict=False)}
    points: list[dict[str, object]] = []
    rows: list[tuple[float, str]] = []
    down = 0
    for work in WORKS:
        cells = _cells(catalog, work)
        rows.append((down - 0.5 * narrow, work))
        down += narrow  # the words for the work stand on a line of their own
        for level, cell in cells.items():
            for place, overview in enumerate(cell):
                line, slot = divmod(place, slots[level])
                across = starts[level] + slot * place_width[level]
                points.append(_point(overview, work, across, down + line))
        down += max((-(-len(cell) // slots[level]) for level, cell in cells.items()), default=0)
    columns = tuple((start, level.label) for level, start in starts.items())
    table = pa.Table.from_pylist(points, schema=_ROW)
    return FieldMap(table, columns, tuple(rows), ends[-1], down, narrow)


def _point(overview: Overview, work: str, across: float, down: int) -> dict[str, object]:
    return {
        "id": overview.id,
        "letters": overview.code,
        "name": f"{overview.title} ({overview.issuer_letters})",
        "issuer": color_group(overview.issuer_letters),
        "level": overview.level.label,
        "work": work,
        "across": across,
        "down": down,
    }


@once_per_catalog
def _cells(catalog: Catalog, work: str) -> Mapping[Level, Sequence[Overview]]:
    """The credentials of a kind of work by level, each by its letters."""
    listed = [overview for overview in _drawn(catalog) if _work_of(overview) == work]
    listed.sort(key=lambda overview: (list(Level).index(overview.level), overview.code))
    return {level: list(cell) for level, cell in groupby(listed, lambda item: item.level)}


def _drawn(catalog: Catalog) -> Iterable[Overview]:
    """Every credential that is not retired, those that share an exam once."""
    for key, overview in overviews(catalog).items():
        is_form = catalog.credentials[key].same_exam_as is not None
        if overview.status is not Status.RETIRED and not is_form:
            yield overview


def _work_of(overview: Overview) -> str:
    """The kind of work that the first role of a credential belongs to."""
    return next(work for work, roles in WORKS.items() if overview.roles[0] in roles)


@once_per_catalog
def takeaway(catalog: Catalog) -> str:
    """What the map shows: the largest kind of work, its specialties, and who awards most."""
    drawn = list(_drawn(catalog))
    work, count = Counter(map(_work_of, drawn)).most_common(1)[0]
    specialties = _cells(catalog, work).get(Level.SPECIALTY, ())
    first = sum(item.level in FIRST_LEVELS for item in drawn)
    issuers = Counter(item.issuer_letters for item in drawn).most_common(2)
    return (
        f"Of {format_count(len(drawn), 'credential')}{_left_out(catalog)}, {count} are for "
        f"{work.lower()}, {len(specialties)} of those in a specialty; {first} of the {len(drawn)} "
        f"are at the entry or core level. {join_words(letters for letters, _ in issuers)} award "
        f"{sum(awarded for _, awarded in issuers)} of them."
    )


def _left_out(catalog: Catalog) -> str:
    """What is not counted: " (not counting 8 retired and 2 apprentice ones, such as the CPC-A)"."""
    drawn = {overview.id for overview in _drawn(catalog)}
    left_out = [item for key, item in overviews(catalog).items() if key not in drawn]
    forms = [item.label for item in left_out if item.status is not Status.RETIRED]
    retired = len(left_out) - len(forms)
    words = [
        *([f"{retired} retired"] if retired else []),
        *([f"{len(forms)} with an apprentice mark, such as the {forms[0]}"] if forms else []),
    ]
    return f" (not counting {join_words(words)})" if words else ""


@once_per_catalog
def table(catalog: Catalog) -> dict[str, list[str]]:
    """The map as a table: a row for each kind of work, a column for each level."""
    columns: dict[str, list[str]] = {"Work": list(WORKS)}
    for level in Level:
        columns[level.label] = [
            ", ".join(item.label for item in _cells(catalog, work).get(level, ())) or "–"
            for work in WORKS
        ]
    return columns
