"""Makes a written workbook the same bytes each time: no clock in the archive or its properties."""

import io
import re
import zipfile

_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_DAY = b"2024-01-01T00:00:00Z"
_STAMP = (2024, 1, 1, 0, 0, 0)


def steady(content: bytes) -> bytes:
    """Return the workbook with every time in it set to one fixed day."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + _DAY + rb"\g<3>", part)
            archive.writestr(entry, part)
    return target.getvalue()
