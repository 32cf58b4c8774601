"""The model behind CertLens: credentials, their facts, and what follows from them."""
