"""What leaves the app: the same numbers as on screen, as files."""
