"""Months of use in minutes: edits, outages, restarts and viewers, all on this machine."""
