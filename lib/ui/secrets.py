"""Secrets that the platform keeps, as Streamlit's own cloud does, where there is no file of them."""

import json
import os

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from lib.source.configuration import SECRETS_VARIABLE
from lib.ui import data


def adopt() -> None:
    """Take the platform's secrets as if the environment told them; a file here goes before."""
    if os.environ.get(SECRETS_VARIABLE) or data.SECRETS.is_file():
        return
    try:
        kept = st.secrets.to_dict()
    except StreamlitSecretNotFoundError:
        return
    if kept:
        os.environ[SECRETS_VARIABLE] = json.dumps(kept, default=str)
