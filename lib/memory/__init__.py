"""What was read on which day: one compressed file a day, for its owner only (rules, 9)."""
