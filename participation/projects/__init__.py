"""Accepted ideas being carried out."""
