"""Scripts that the first page carries, each for what Streamlit does not do: the Content-Security-Policy names them."""
