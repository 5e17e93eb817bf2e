"""Variorum's library: reads reports of the same happenings and compares what each of them says.

The four verbs are `core.text.read_articles`, `core.pipeline.analyse`, `core.frame.tables` and, for
what a page shows, the functions of `core.views`. Nothing here imports Streamlit or Plotly, opens a
network connection, or reads a clock.
"""
