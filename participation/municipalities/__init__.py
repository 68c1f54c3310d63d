"""The municipalities: each a tenant with its own settings, texts and reasons."""
