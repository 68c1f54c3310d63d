"""Strategies: the real files, reading and comparing."""
