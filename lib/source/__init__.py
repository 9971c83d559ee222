"""Where grids come from: a Google spreadsheet or a workbook, and one feed that keeps them fresh."""
