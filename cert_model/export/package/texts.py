"""What the data package says of itself: its README, and ``llms.txt`` for language models."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.catalog.standing import OLD_AFTER_MONTHS, OLD_AFTER_MONTHS_PRICES
from cert_model.export.edition import describe_edition
from cert_model.export.package.descriptor import DESCRIPTION, TITLE
from cert_model.export.package.tables import NOT_KNOWN
from cert_model.formatting import format_count
from cert_model.frames.dictionary import column_dictionary, describe_frame

LICENSE = (
    "MIT, for the code and for this compilation of facts. Each fact names the pages it was read "
    "on; what those pages say is theirs."
)
"""The sentence of the project's own README."""

_READ = """## Read a table

In Python, with the types as they are:

```python
import pandas as pd

prices = pd.read_parquet("tables/prices.parquet", dtype_backend="numpy_nullable")
```

In R:

```r
prices <- read.csv("tables/prices.csv", na.strings = "{missing}")
```

Any tool for [data packages](https://datapackage.org) reads `datapackage.json`, which has the
type of each column: `frictionless validate datapackage.json`.

## Read it right

- **Not known is `{missing}`** in CSV and null in Parquet and JSON, never 0. An empty cell is a
  text that is known to be empty, such as the code sets of an exam that asks for none.
- Several terms or ids in one cell are joined by `; `.
- `sources` names rows of the table `sources`: who published it, where and when it was read.
- `standing` says how good and how old the best source is, judged on the date of the catalog.
  Old means more than {old_price} months for money and {old} for the rest.
- `state` is `current` for what holds now. Earlier values are `history`, those of sources that
  disagree `disputed`.
- **Estimates are no facts.** They stand in the table `estimates` and under `estimates` in a fact
  sheet, nowhere else. Costs that are summed up (`to_earn`, `yearly_upkeep`) say beside them
  whether a price is missing or estimated.
"""


def readme_text(catalog: Catalog, rows: Mapping[str, int]) -> str:
    """The README of the package: what is in it, how to read it, and every column."""
    return "\n".join(
        [
            f"# {TITLE}\n\n{DESCRIPTION}\n\n{describe_edition(catalog)}\n",
            "## What is here\n\n| files | what they hold |\n| --- | --- |",
            "| `tables/` | the tables below, each as CSV and as Parquet |",
            "| `credentials/<issuer>/<code>.json` | a fact sheet: every fact with its sources |",
            "| `linked-data/<issuer>/<code>.jsonld` | the same as linked data, in CTDL |",
            "| `schemas/` | JSON Schemas: of the fact sheets, and of the files behind them |",
            "| `datapackage.json` | every table with its columns, every file with its SHA-256 |",
            "| `llms.txt` | where to find what, for language models |\n",
            "| table | rows | what it holds |\n| --- | --- | --- |",
            *(f"| `{name}` | {count:,} | {describe_frame(name)} |" for name, count in rows.items()),
            "",
            _READ.format(
                missing=NOT_KNOWN, old=OLD_AFTER_MONTHS, old_price=OLD_AFTER_MONTHS_PRICES
            ),
            f"## License\n\n{LICENSE}\n",
            "# Columns\n",
            *column_dictionary(),
        ]
    )


@dataclass(frozen=True)
class Contents:
    """Where ``llms.txt`` leads to from where it lies."""

    first: str
    """The heading of what is named before the fact sheets."""
    lines: Sequence[str]
    """What is named there."""
    sheet: str
    """The address of a fact sheet, with ``{key}`` for the id of the credential."""
    optional: Sequence[str]
    """What one may do without."""


def in_the_package(rows: Mapping[str, int]) -> Contents:
    """The files of the data package, whose tables have so many rows."""
    tables = (
        f"- [{name}](tables/{name}.csv): {describe_frame(name)} {format_count(count, 'row')}."
        for name, count in rows.items()
    )
    return Contents(
        "Tables",
        list(tables),
        "credentials/{key}.json",
        [
            "- [README.md](README.md): how to read the files, and every column",
            "- [datapackage.json](datapackage.json): types of the columns, checksums of the files",
        ],
    )


def served(start: str) -> Contents:
    """What the app serves; ``start`` is the address of its first page, with a slash at its end."""
    api = f"{start}api/v1/"
    return Contents(
        "Over HTTP",
        [
            f"- [OpenAPI]({start}api/openapi.json): every address of the API, with examples",
            f"- [Credentials]({api}credentials): all with their main figures; as CSV by `Accept`",
            f"- [Facts]({api}facts.csv): every fact as CSV, with its sources",
            f"- [Costs]({api}cost?ids=cpc): what a credential costs to earn and to keep",
            f"- [Comparison]({api}compare?ids=cpc,ccs): two to five credentials side by side",
        ],
        f"{api}credentials/{{key}}",
        [f"- [Sitemap]({start}sitemap.xml): every page; each has its facts without JavaScript"],
    )


def llms_text(catalog: Catalog, contents: Contents) -> str:
    """What a language model needs to find its way in the data, by the form of llmstxt.org."""
    return "\n".join(
        [
            f"# {TITLE}\n\n> {DESCRIPTION}\n\n{describe_edition(catalog)}\n",
            "What is not known is missing, never 0: say so, and do not guess. Estimates stand "
            "apart and are no facts. Name the source and the date with each figure.\n",
            f"## {contents.first}\n",
            *contents.lines,
            "\n## Fact sheets\n",
            *_sheet_links(catalog, contents.sheet),
            "\n## Optional\n",
            *contents.optional,
            "",
        ]
    )


def _sheet_links(catalog: Catalog, address: str) -> Iterator[str]:
    for key, sheet in catalog.credentials.items():
        issuer = catalog.issuers[sheet.issuer].letters
        link = f"[{catalog.labels[key]}]({address.format(key=key)})"
        yield f"- {link}: {sheet.name}, {issuer}, {sheet.status.value}"
