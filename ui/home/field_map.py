"""What the map of the field shows: every credential by level and kind of work."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, product

import pyarrow as pa

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.formatting import format_count, join_words
from cert_model.overview import Overview, overviews
from cert_model.vocabulary import FIRST_LEVELS, CodeSet, Level, Role, Status
from ui.charts import home_specs
from ui.charts.home_specs import Ticks
from ui.charts.style import OTHER_ISSUERS, Spec, color_group
from ui.home import map_layout
from ui.home.map_layout import NARROW, WIDE, Layout, Spot

OUTPATIENT, INPATIENT = "Office and outpatient coding", "Inpatient coding"
"""The kinds of coding: procedures of hospital stays have a code set of their own."""
ROLES: Mapping[str, tuple[Role, ...]] = {
    "Billing": (Role.BILLING, Role.PATIENT_ACCESS),
    "Documentation": (Role.CDI,),
    "Auditing and compliance": (Role.AUDITING, Role.COMPLIANCE, Role.PRIVACY),
    "Records and management": (Role.HEALTH_INFORMATION, Role.DATA, Role.MANAGEMENT),
}
"""The other kinds of work on the map, each with the roles that it stands for."""
WORKS = (OUTPATIENT, INPATIENT, *ROLES)
_FEW = 2
"""So many in a cell are named, whoever awards them."""
_ROW = pa.schema(
    {
        **dict.fromkeys(
            ("id", "letters", "count", "name", "issuer", "level", "work", "holders"), pa.string()
        ),
        **dict.fromkeys(("across", "down", "size", "letters_at"), pa.float64()),
        "is_counted": pa.bool_(),
    }
)


@dataclass(frozen=True, slots=True)
class Cell:
    """The credentials of one level and one kind of work."""

    named: Sequence[Overview] = ()
    others: Sequence[Overview] = ()
    """More than two that are for one specialty, or of issuers without a color of their own."""


@dataclass(frozen=True, slots=True)
class FieldMap:
    """The map for a wide or a narrow window."""

    points: pa.Table
    columns: Ticks
    rows: Ticks
    width: float
    """Pixels."""
    height: float
    is_narrow: bool

    def spec(self) -> Spec:
        """The chart of the points, built once for each map."""
        return home_specs.field_map(
            self.columns, self.rows, self.width, self.height, self.is_narrow
        )


@once_per_catalog
def field_map(catalog: Catalog, narrow: bool) -> FieldMap:
    """The map of all credentials not retired.

    Kinds of work are its columns and levels its rows, the highest on top; in a narrow window, which
    has room for five columns, levels are the columns.
    """
    layout = NARROW if narrow else WIDE
    across: tuple[str, ...] = tuple(level.label for level in Level)
    down: tuple[str, ...] = WORKS
    if not narrow:
        across, down = WORKS, tuple(reversed(across))
    cells = _cells(catalog)
    grid = {
        (column, row): cells.get((row, column) if narrow else (column, row), Cell())
        for column, row in product(across, down)
    }
    heights = [max(_height(grid[column, row], layout) for column in across) for row in down]
    tops = list(accumulate(heights, initial=0.0))
    most_holders = max((item.holders or 0 for item in _drawn(catalog)), default=0)
    points = [
        _point(spot, number * layout.column_width, top + layout.heading)
        for top, row in zip(tops, down, strict=False)
        for number, column in enumerate(across)
        for cell in (grid[column, row],)
        for spot in map_layout.place(cell.named, cell.others, most_holders, layout)
    ]
    return FieldMap(
        points=pa.Table.from_pylist(points, schema=_ROW),
        columns=tuple(
            (layout.column_width * place, words.replace(" and ", " and\n"))
            for place, words in enumerate(across)
        ),
        rows=tuple(zip(tops, down, strict=False)),
        width=layout.column_width * len(across),
        height=tops[-1],
        is_narrow=narrow,
    )


def _height(cell: Cell, layout: Layout) -> float:
    return layout.heading + map_layout.height(len(cell.named), len(cell.others), layout)


def _point(spot: Spot, left: float, top: float) -> dict[str, object]:
    overview = spot.overview
    counted = overview.holders is not None
    year = f" ({overview.holders_year})" if overview.holders_year else ""
    return {
        "id": overview.id,
        "letters": spot.letters,
        "count": spot.count,
        "name": f"{overview.title} ({overview.issuer_letters})",
        "issuer": color_group(overview.issuer_letters),
        "level": overview.level.label,
        "work": _work_of(overview),
        "holders": f"{overview.holders:,}{year}" if counted else "no number found",
        "across": left + spot.across,
        "down": top + spot.down,
        "size": spot.size,
        "letters_at": left + spot.letters_at,
        "is_counted": counted,
    }


@once_per_catalog
def _cells(catalog: Catalog) -> Mapping[tuple[str, str], Cell]:
    """The credentials by kind of work and level: by how many people hold them, then by letters."""
    named: defaultdict[tuple[str, str], list[Overview]] = defaultdict(list)
    others: defaultdict[tuple[str, str], list[Overview]] = defaultdict(list)
    for overview in sorted(_drawn(catalog), key=lambda item: (-(item.holders or 0), item.code)):
        group = named if _is_named(overview) else others
        group[_work_of(overview), overview.level.label].append(overview)
    return {key: _cell(named[key], others[key]) for key in {*named, *others}}


def _cell(named: Sequence[Overview], others: Sequence[Overview]) -> Cell:
    is_room_for_all = len(others) <= _FEW
    return Cell((*named, *others)) if is_room_for_all else Cell(named, others)


def _is_named(overview: Overview) -> bool:
    """Whether a credential is named on the map, however many stand beside it."""
    is_of_colored_issuer = color_group(overview.issuer_letters) != OTHER_ISSUERS
    return is_of_colored_issuer and overview.level is not Level.SPECIALTY


@once_per_catalog
def _drawn(catalog: Catalog) -> Sequence[Overview]:
    """Every credential that is not retired, those that share an exam once."""
    return [
        overview
        for key, overview in overviews(catalog).items()
        if overview.status is not Status.RETIRED and catalog.credentials[key].same_exam_as is None
    ]


def _work_of(overview: Overview) -> str:
    """The kind of work that the first role of a credential belongs to."""
    role = overview.roles[0]
    if role is Role.CODING:
        return INPATIENT if CodeSet.ICD_10_PCS in (overview.code_sets or ()) else OUTPATIENT
    return next(work for work, roles in ROLES.items() if role in roles)


@once_per_catalog
def takeaway(catalog: Catalog) -> str:
    """What the map shows, in a sentence that needs no word on how it is counted."""
    drawn = _drawn(catalog)
    issuers = Counter(item.issuer_letters for item in drawn).most_common(2)
    return (
        f"{join_words(letters for letters, _ in issuers)} award "
        f"{sum(awarded for _, awarded in issuers)} of the {len(drawn)} credentials on this map."
    )


@once_per_catalog
def describe_counts(catalog: Catalog) -> str:
    """What is counted: how many are for coding, for a specialty, to begin with, and left out."""
    drawn = _drawn(catalog)
    coding = [item for item in drawn if item.roles[0] is Role.CODING]
    specialties = sum(item.level is Level.SPECIALTY for item in coding)
    in_part = sum(Role.CODING in item.roles for item in overviews(catalog).values())
    first = sum(item.level in FIRST_LEVELS for item in drawn)
    return (
        f"Of {format_count(len(drawn), 'credential')}{_left_out(catalog)}, {len(coding)} are "
        f"mainly for coding, {specialties} of those in a specialty; {first} of the {len(drawn)} "
        f"are at the entry or core level. Explore finds {in_part} for coding: it also has those "
        "with coding beside other work, and the ones not counted here."
    )


def _left_out(catalog: Catalog) -> str:
    """What is not counted: " (not counting 8 retired and 2 apprentice ones, such as the CPC-A)"."""
    drawn = {overview.id for overview in _drawn(catalog)}
    left_out = [item for key, item in overviews(catalog).items() if key not in drawn]
    forms = [item.label for item in left_out if item.status is not Status.RETIRED]
    retired = len(left_out) - len(forms)
    words = [
        *([f"{retired} retired"] if retired else []),
        *(
            [f"{len(forms)} with an apprentice designation, such as the {forms[0]}"]
            if forms
            else []
        ),
    ]
    return f" (not counting {join_words(words)})" if words else ""


@once_per_catalog
def table(catalog: Catalog) -> dict[str, list[str]]:
    """The map as a table: a row for each kind of work, a column for each level."""
    columns: dict[str, list[str]] = {"Work": list(WORKS)}
    for level in Level:
        cells = (_cells(catalog).get((work, level.label), Cell()) for work in WORKS)
        columns[level.label] = [
            ", ".join(item.label for item in (*cell.named, *cell.others)) or "–" for cell in cells
        ]
    return columns
