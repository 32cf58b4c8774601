"""The guide, the common questions, the glossary and the claims, with figures of the catalog."""

from cert_model.content.figures import BadText, Figure
from cert_model.content.texts import FUNCTIONS, Text, check_texts, text_problems, write_text

__all__ = ["FUNCTIONS", "BadText", "Figure", "Text", "check_texts", "text_problems", "write_text"]
