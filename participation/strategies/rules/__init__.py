"""What a strategy file may say, how it is read, and how two of them differ: pure functions."""
