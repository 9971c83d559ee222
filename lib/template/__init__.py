"""Makes a sheet from a plan: its rows, the rules on its cells, and the workbook that carries both."""
