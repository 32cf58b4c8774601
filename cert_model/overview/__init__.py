"""The headline figures of each credential, and what they say in a sentence."""

from cert_model.overview.figures import Overview, costs_to_earn, overviews

__all__ = ["Overview", "costs_to_earn", "overviews"]
