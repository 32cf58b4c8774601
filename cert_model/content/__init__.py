"""Prose with live figures: each is drawn from the catalog, with what it rests on."""

from cert_model.content.checking import check_texts, text_problems
from cert_model.content.figures import BadText, Figure
from cert_model.content.writer import FUNCTIONS, Text, Writer

__all__ = ["FUNCTIONS", "BadText", "Figure", "Text", "Writer", "check_texts", "text_problems"]
