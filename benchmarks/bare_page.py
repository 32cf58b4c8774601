"""The least that Streamlit can be asked for, to measure against: a slider and a line."""

import streamlit as st

st.write(st.slider("Years", 1, 10))
