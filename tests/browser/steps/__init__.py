"""What people do between an accepted idea and its outcome, a module for each part of the way."""
