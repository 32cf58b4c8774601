"""Prose with live figures: each is drawn from the catalogue, with what it rests on."""

from cert_model.texts.checking import checked, text_problems
from cert_model.texts.figures import BadText, Figure
from cert_model.texts.writing import FUNCTIONS, Text, Writer

__all__ = ["FUNCTIONS", "BadText", "Figure", "Text", "Writer", "checked", "text_problems"]
