"""Under which licences the libraries are used: all listed, and none that binds this program's own."""

import re

import pytest

from deploy.licences import HEAD, licences
from tests.e2e.server import ROOT

PERMISSIVE = {
    *("0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT"),
    *("MIT-0", "MIT-CMU", "PSF-2.0", "Zlib"),
    "MPL-2.0",  # binds changes to its own files alone
}
LISTED = dict(licences())


def test_the_document_lists_what_is_pinned():
    rows = "".join(f"| {name} | {licence} |\n" for name, licence in LISTED.items())
    assert (ROOT / "docs" / "licences.md").read_text("utf-8") == HEAD + rows


@pytest.mark.parametrize("name", LISTED)
def test_a_licence_lets_this_program_have_its_own(name: str):
    assert {*re.split(r" (?:AND|OR) ", LISTED[name])} <= PERMISSIVE


def test_this_programs_own_comes_with_it():
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License\n")
