"""The demonstration's content and its loading."""
