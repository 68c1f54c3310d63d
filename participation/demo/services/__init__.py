"""Playing the invented story through the real services."""
