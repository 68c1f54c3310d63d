"""The demonstration's invented content, loaded through the real services."""
