"""Makes a written document the same bytes each time: no clock in the archive or its properties."""

import io
import re
import zipfile
from datetime import date
from typing import Final

_STAMPED: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_PROPERTIES: Final = "docProps/core.xml"


def steady(content: bytes, day: date) -> bytes:
    """Return an Office document with every time in it set to midnight of the day."""
    stamp = f"{day.isoformat()}T00:00:00Z".encode()
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            # An archive knows no day before 1980.
            entry = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            part = source.read(name)
            if name == _PROPERTIES:
                part = _STAMPED.sub(rb"\g<1>" + stamp + rb"\g<3>", part)
            archive.writestr(entry, part)
    return target.getvalue()
