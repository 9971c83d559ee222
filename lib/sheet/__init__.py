"""What the worksheets mean: grids in, a Book of clean tables and problems out."""

from lib.sheet.book import Book, Kind
from lib.sheet.read import read
from lib.sheet.settings import Settings
