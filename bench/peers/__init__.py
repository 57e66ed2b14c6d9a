"""What the app is measured beside: the same picture in Dash, pages of Streamlit without a frame, a page of figures."""
