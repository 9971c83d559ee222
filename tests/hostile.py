"""Text that a sheet may hold to break or to trick what shows it, and a sheet that is full of it."""

from typing import Final

from lib.grid import Grid
from tests import builders

HOSTILE: Final = {
    "formula": '=HYPERLINK("http://x.test","bấm vào đây")',
    "plus": "+84 912 345 678",
    "minus": "-2+3",
    "at": "@SUM(A1)",
    "command": "=cmd|' /C calc'!A0",
    "script": "<script>window.hacked = 1</script>",
    "handler": '<img src="http://x.test/a.png" onerror="window.hacked = 1">',
    "link": "[x](javascript:window.hacked=1)",
    "autolink": "http://x.test/a và www.x.test, ai@x.test, <http://x.test/b>",
    "picture": "![a](http://x.test/a.png)",
    "markdown": "**đậm** `mã` ~~gạch~~ # tựa | cột",
    "icon": ":material/home: :smile:",
    "directive": ":red[đỏ] :blue-badge[xanh] :small[nhỏ]",
    "mathematics": "$\\frac{1}{2}$ $$x^2$$",
    "xml": "</w:t></w:r>&amp;<!-- ]]> -->",
    "braces": "{0} {name} {{}} %s {",
    "long": "dài " * 1250,
    "longest": "ấ" * 50_000,
    "emoji": "👮‍♂️🇻🇳 ✔️",
    "control": "a\x00b\x07c\x1bd\x85e",
    "surrogate": "a\ud83db",
    "no character": "a\ufffeb\uffffc",
    "lines": "dòng 1\r\ndòng 2\tcột\vx\u2028y",
    "right to left": "abc\u202edcba\u2066x",
    "zero width": "a\u200bb\u200dc\ufeffd\u00ade",
    "stacked marks": "a" + "\u0301" * 60,
    "calendar": "x\r\nBEGIN:VEVENT\r\nSUMMARY:y;z,w\\n",
    "page field": "&P &N &[File]",
    "vega": "datum.value' + alert(1)",
    "template": "${window.hacked = 1} {{7*7}}",
}
"""Each by what it tries."""


def sheet_of(*texts: str) -> tuple[Grid, ...]:
    """Put each text wherever a sheet takes any, in a plan that is being carried out."""
    numbered = list(enumerate(texts))
    codes = [f"M{n:02d}" for n, _ in numbered]
    return (
        builders.settings(
            ("Tên kế hoạch", " ".join(texts)[:500]),
            ("Địa bàn", texts[0]),
            ("Cơ quan thường trực", f"{texts[0]} 3"),
            ("Năm", texts[0]),
            ("Ngày số liệu", "15/9/2024"),
            *((text, text) for text in texts),
        ),
        builders.units(
            *((f"{text} 4", f"{text} 5", text, text) for text in texts),
            ("Tam Đa", "A", "Xã", ""),
            head="Đơn vị | Nhóm | Loại | Ghi chú",
        ),
        builders.agencies(*((f"{text} 3", "Có") for text in texts)),
        builders.criteria(
            *(
                (f"M{n:02d}", f"{text} 6", "1/8/2024", f"{text} 3", text, text)
                for n, text in numbered
            ),
            *((f"N {text}", f"{text} 8", "1/10/2024", text, "", "") for text in texts),
            head="Mã | Tiêu chí | Hạn | Cơ quan theo dõi | Nhóm tiêu chí | Căn cứ",
        ),
        builders.tasks(
            *(
                (f"V{n:02d}", f"{text} 9", "Tất cả", "15/8/2024", "1/9/2024")
                for n, text in numbered
            ),
            head="Mã | Nhiệm vụ | Chủ trì | Ngày giao | Hạn",
        ),
        builders.periods(
            *((f"T{n:02d}", f"{text} 10", "10/9/2024", "Tất cả") for n, text in numbered)
        ),
        builders.progress(
            *(
                ("1/7/2024", "Tam Đa", code, "Đang thực hiện", 50, text, text, text, text)
                for code, text in zip(codes, texts, strict=True)
            ),
            *(
                ("2/7/2024", f"{text} 4", "M00", "Đạt", None, text, text, text, text)
                for text in texts
            ),
            *((text,) * 9 for text in texts),
            head="Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%) | Minh chứng | Khó khăn kiến nghị"
            " | Người nhập | Ghi chú",
        ),
        builders.appraisals(
            *(("2/7/2024", "Tam Đa", "M00", text) for text in texts),
        ),
    )
