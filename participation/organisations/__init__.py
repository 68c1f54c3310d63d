"""Associations and groups, and who acts for them."""
