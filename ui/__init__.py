"""Streamlit code that several pages share, and a folder per page."""
