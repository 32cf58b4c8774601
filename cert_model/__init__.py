"""The model behind CertLens: credentials, their facts, and what follows from them."""

__version__ = "0.2.0"
