"""``streamlit run dashboard.py`` serves the dashboard; ``figures dashboard`` does the same."""

import streamlit as st

from figures import server

app = st.App(**server.settings())
