"""The data as tidy pandas tables."""
