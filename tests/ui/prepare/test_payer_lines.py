"""Payers one below the other, for a phone."""

from ui.prepare.tables import as_lines


def test_each_row_is_a_name_with_its_cells_below_it() -> None:
    table = {"Payer": ["Army", "Navy"], "Pays": ["training", "exam fees"], "At most": ["$1", "–"]}
    assert as_lines(table) == (
        "**Army**  \nPays: training  \nAt most: $1\n\n**Navy**  \nPays: exam fees  \nAt most: –"
    )
