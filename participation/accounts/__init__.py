"""People: signing in by mailed code, sessions, roles, closing an account."""
