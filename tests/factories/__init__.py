"""The plainest valid objects, one module for each feature."""
