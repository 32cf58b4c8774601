"""Whether many people may sit: the same verdicts as one by one, a column at a time."""

from cert_model.screening.cells import BadCell, CellReader, cell_reader_of, write_cells
from cert_model.screening.codes import VERDICTS
from cert_model.screening.columns import COLUMNS, BadHeader, name_columns
from cert_model.screening.consequences import ConsequenceJudge, consequence_judge_of
from cert_model.screening.dask_engine import engine_of, open_dask_engine
from cert_model.screening.files import TableFiles, Tally, screen_file
from cert_model.screening.formats import BadTable, Kind, kind_of
from cert_model.screening.judge import Judge, judge_of
from cert_model.screening.people import People, code_profiles
from cert_model.screening.reading import read_rows
from cert_model.screening.rows import Fault, Rows, code_rows, make_rows
from cert_model.screening.screening import Engine, Screened, Screener, screen_here, screener_of
from cert_model.screening.template import write_template

__all__ = [
    "COLUMNS",
    "VERDICTS",
    "BadCell",
    "BadHeader",
    "BadTable",
    "CellReader",
    "ConsequenceJudge",
    "Engine",
    "Fault",
    "Judge",
    "Kind",
    "People",
    "Rows",
    "Screened",
    "Screener",
    "TableFiles",
    "Tally",
    "cell_reader_of",
    "code_profiles",
    "code_rows",
    "consequence_judge_of",
    "engine_of",
    "judge_of",
    "kind_of",
    "make_rows",
    "name_columns",
    "open_dask_engine",
    "read_rows",
    "screen_file",
    "screen_here",
    "screener_of",
    "write_cells",
    "write_template",
]
