"""The script Streamlit runs for every viewer: short, for what stands in it is made anew each time."""

from lib.ui import frame

frame.draw()
