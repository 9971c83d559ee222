"""Settings of every test run."""

import os

import pytest
from hypothesis import settings
from xdist.scheduler import LoadGroupScheduling

# A busy machine must not fail a test that is right, and a failure must come again.
settings.register_profile("everywhere", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("everywhere")


# What one test reads is no other's past: a test that wants a memory names its folder and days.
os.environ["DASHBOARD_MEMORY_DAYS"] = "0"


class BrowsersFirst(LoadGroupScheduling):
    """Sends a file of tests with a browser to one worker, and these before all other tests.

    A worker keeps its browser and its app from file to file; larger groups are sent out first. The
    marks of pytest-xdist 3.8 for this are lost on pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        return nodeid.partition("::")[0] if nodeid.startswith("tests/e2e/") else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> BrowsersFirst:
    return BrowsersFirst(config, log)
