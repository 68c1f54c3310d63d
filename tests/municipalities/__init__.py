"""Municipalities: settings, texts and promises."""
