"""Reads what was exported back into rows: tables of a report, sheets of a workbook."""

from datetime import datetime
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from openpyxl.worksheet.worksheet import Worksheet

from lib.export.spreadsheet import HEAD_ROW

Rows = list[dict[str, Any]]


def sheet_rows(sheet: Worksheet) -> Rows:
    """Map each row below the heads to its cells by head; a sheet that says it is empty has none."""
    heads = [cell.value for cell in sheet[HEAD_ROW]]
    below = sheet.iter_rows(min_row=HEAD_ROW + 1, values_only=True)
    found = [dict(zip(heads, row, strict=True)) for row in below]
    return [] if found and found[0][heads[0]] == "Không có dòng nào." else found


def report_rows(paper: Document, *heads: str) -> Rows:
    """Map the rows of all ruled tables that begin with these heads to their cells by head."""
    rows = []
    for table in paper.tables:
        if table._tbl.tblPr.find(qn("w:tblCaption")) is None:
            continue
        lines = [[cell.text for cell in row.cells] for row in table.rows]
        if tuple(lines[0][: len(heads)]) == heads:
            rows += [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]
    return rows


def iso(day: datetime | None) -> str | None:
    """Write a cell's date as JSON does."""
    return None if day is None else day.date().isoformat()
