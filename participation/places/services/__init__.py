"""The verbs: standing in line, and writing to those who have a place."""
