"""The floor page: a table, a bar chart, a heat map, four metrics and a filter on data in memory.

What any page of Streamlit with as much on it costs, written as plainly as one would.
"""

import random

import altair as alt
import pandas as pd
import streamlit as st

UNITS = 31
CRITERIA = 20
MEETINGS = ("Tháng 6", "Tháng 7", "Tháng 8", "Tháng 9")


@st.cache_resource
def progress() -> pd.DataFrame:
    """Make once what every unit has reached in every criterion at every meeting."""
    chance = random.Random(2024)
    return pd.DataFrame(
        [
            (meeting, f"Đơn vị {unit}", f"TC{criterion:02}", chance.randrange(101))
            for meeting in MEETINGS
            for unit in range(1, UNITS + 1)
            for criterion in range(1, CRITERIA + 1)
        ],
        columns=["meeting", "unit", "criterion", "percent"],
    )


st.title("Tiến độ")
every = progress()
chosen = every[every["meeting"] == st.selectbox("Kỳ họp", MEETINGS)]
units = chosen.groupby("unit", as_index=False).agg(
    mean=("percent", "mean"), least=("percent", "min"), most=("percent", "max")
)
metrics = {
    "Đơn vị": len(units),
    "Tiêu chí": chosen["criterion"].nunique(),
    "Trung bình": f"{chosen['percent'].mean():.1f}%",
    "Đạt": int((chosen["percent"] >= 80).sum()),
}
for column, (label, value) in zip(st.columns(4), metrics.items(), strict=True):
    column.metric(label, value)
st.dataframe(units)
st.altair_chart(
    alt.Chart(units)
    .mark_bar()
    .encode(
        x=alt.X("mean", title="Trung bình (%)"),
        y=alt.Y("unit", title="Đơn vị").sort("-x"),
        tooltip=["unit", "mean", "least", "most"],
    )
)
st.altair_chart(
    alt.Chart(chosen)
    .mark_rect()
    .encode(
        x=alt.X("criterion", title="Tiêu chí"),
        y=alt.Y("unit", title="Đơn vị"),
        color=alt.Color("percent", title="Tiến độ (%)").scale(scheme="blues"),
        tooltip=["unit", "criterion", "percent"],
    )
)
