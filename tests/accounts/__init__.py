"""Accounts: signing in, roles, closing."""
