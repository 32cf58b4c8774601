"""What every address answers before the app has started, and to those who never start it.

A reader without JavaScript, a program such as curl, and a search engine get the page's answer and
its main facts, with sources and dates, as plain HTML inside Streamlit's own page.
"""
