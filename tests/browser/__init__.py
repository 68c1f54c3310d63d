"""Journeys in a real browser, against the application as it really runs."""
