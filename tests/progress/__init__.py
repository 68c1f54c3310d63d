"""Tests of what stood when, and of the status made of it."""
