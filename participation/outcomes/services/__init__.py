"""Telling what came of it, asking whether it helped, and answering."""
