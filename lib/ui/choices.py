"""Switches that live in the address, so that a link opens the view its sender saw."""

from collections.abc import Mapping
from typing import Any

import streamlit as st


def one(name: str, label: str, options: Mapping[str, Any]) -> str:
    """Let the reader choose one of the options, named by their `label`; the first until then.

    `name` is the address's parameter, the options' keys are its values.
    """
    first = next(iter(options))
    if st.session_state.get(name, first) not in options:
        st.session_state[name] = first
    chosen = st.segmented_control(
        label,
        list(options),
        default=None if name in st.session_state else first,
        format_func=lambda option: options[option].label,
        key=name,
        bind="query-params",
        label_visibility="collapsed",
        required=True,
    )
    return chosen or first
