"""Settings of every test run."""

from hypothesis import settings

# A busy machine must not fail a test that is right, and a failure must come again.
settings.register_profile("everywhere", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("everywhere")
