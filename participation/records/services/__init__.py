"""The verbs of records."""
