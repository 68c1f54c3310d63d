"""Noting news, telling people of it, and what people do with their messages."""
