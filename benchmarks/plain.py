"""The same charts as people write them: ``st.plotly_chart``, made anew at each run of the page.

Run by Streamlit's own command; the catalogue is named by the variable FIGURES_BENCHMARK.
"""

from __future__ import annotations

import os

import streamlit as st  # noqa: TID251 - the page of others

from benchmarks import charts

data = os.environ.get(charts.DATA, "")
st.set_page_config(page_title="Plain", layout="wide")
catalogue = charts.catalogue(data)
sectors = st.pills("Sector", catalogue.sectors, selection_mode="multi", key="sector")
columns = st.columns(2)
for n, (title, chart) in enumerate(charts.drawn(data, tuple(sectors)).items()):
    with columns[n % 2]:
        st.subheader(title)
        st.plotly_chart(chart, key=title)
st.dataframe(charts.table(data, tuple(sectors)))
