"""One act on many cases: prepared, looked at, done in pages, and taken back."""
