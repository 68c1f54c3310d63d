"""Arrangements: when and where people meet, and who comes."""
