"""The Streamlit side: the shell around every page, the filters, the data behind them."""
