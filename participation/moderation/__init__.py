"""Hiding and showing what people wrote, with a rule and a reason."""
