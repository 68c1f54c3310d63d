"""What moderation reckons with: pure functions and tables of words."""
