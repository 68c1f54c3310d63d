"""Support: one row for each idea and person."""
