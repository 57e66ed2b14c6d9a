"""The dashboard: run it with `streamlit run app.py`, or hosted, with the API, with `streamlit run server.py`."""

from components.frame.embed import draw_embedded
from components.frame.frame import show_dashboard
from components.frame.own_address import never_ask_for_own_address

never_ask_for_own_address()
show_dashboard(draw_embedded)
