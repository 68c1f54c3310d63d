"""What an administrator decides, and what a new municipality starts with."""
