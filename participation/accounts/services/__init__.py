"""The verbs of accounts: codes, signing in and out, and what a person changes about the own account."""
