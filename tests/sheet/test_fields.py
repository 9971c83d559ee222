"""A column of the sheet is named once: in the schema."""

import ast
from pathlib import Path

import pytest

from lib.sheet import schema
from lib.sheet.schema import Field

LIB = Path(__file__).parents[2] / "lib"
NAMED = {name: text for name, text in vars(Field).items() if name.isupper()}
ROOMS = ("sheet", "assess", "view", "export", "template", "ui")


def test_every_column_is_a_field_and_every_field_a_column():
    headers = {column.header for kind in schema.WORKSHEETS for column in kind.columns}
    assert headers == set(NAMED.values())
    assert len(set(NAMED.values())) == len(NAMED)


@pytest.mark.parametrize("room", ROOMS)
def test_no_other_file_spells_a_column(room):
    spelled = [
        f"{path.relative_to(LIB)}:{node.lineno} {node.value}"
        for path in sorted((LIB / room).rglob("*.py"))
        if path.name != "schema.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in NAMED.values()
    ]
    assert spelled == []
