"""The app in a real browser, as its readers meet it."""
