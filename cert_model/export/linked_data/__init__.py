"""Credentials as linked data: in CTDL, for registries of credentials, and in schema.org's terms.

Facts alone are exported, each with its sources: what is not known is absent, and so is what is
estimated.
"""

from cert_model.export.linked_data.ctdl import ctdl_document
from cert_model.export.linked_data.schema_org import schema_org_document
from cert_model.export.linked_data.subject import Namer, uuid_name

__all__ = ["Namer", "ctdl_document", "schema_org_document", "uuid_name"]
