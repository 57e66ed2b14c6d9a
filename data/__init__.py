"""What is true: the tables, their rules, and the figures computed from them. Nothing here draws or knows Streamlit."""
