"""How the commands speak: in Vietnamese, wherever their words go."""

import io
import sys


def speak_vietnamese() -> None:
    """Write UTF-8 also where it is no console: Windows would take a code page without our letters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
