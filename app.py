"""The dashboard: run it with `streamlit run app.py`."""

from components.frame import show_dashboard

show_dashboard()
