"""The catalog as a data package: tables, fact sheets, schemas, and what describes them.

The same catalog gives the same bytes on any day. ``build_package`` returns the files,
``zip_package`` all of them in one, ``write_folder`` writes them into a folder, ``read_tables``
and ``read_sheets`` read them back.
"""

from cert_model.export.edition import at_its_own_date, catalog_date, stamp
from cert_model.export.package.files import build_package, zip_package
from cert_model.export.package.folder import BadFolder, check_folder, write_folder
from cert_model.export.package.reading import read_sheets, read_tables
from cert_model.export.package.tables import package_tables, write_csv_table, write_parquet_table

__all__ = [
    "BadFolder",
    "at_its_own_date",
    "build_package",
    "catalog_date",
    "check_folder",
    "package_tables",
    "read_sheets",
    "read_tables",
    "stamp",
    "write_csv_table",
    "write_folder",
    "write_parquet_table",
    "zip_package",
]
