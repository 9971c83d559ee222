"""What the server writes down: each line with its time, to where the process writes its errors.

No line holds a secret, a name or a cell of the sheet: whoever looks after the machine need not be
one who may read the sheet.
"""

import logging
from typing import Final

LINE: Final = "%(asctime)s %(levelname)s %(message)s"


def begin() -> None:
    """Write down from now on what the program tells of itself."""
    ours = logging.getLogger("lib")
    if ours.handlers:
        return
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(LINE))
    ours.addHandler(handler)
    ours.setLevel(logging.INFO)
