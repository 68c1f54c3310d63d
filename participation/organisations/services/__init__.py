"""Applying, deciding, belonging, inviting, and what silence leads to."""
