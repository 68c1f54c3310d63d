"""Saying what goals become, and carrying ideas over."""
