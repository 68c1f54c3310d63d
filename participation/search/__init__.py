"""The text index, written in the same transaction as the text."""
