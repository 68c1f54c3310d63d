"""What leaves the desk: a list as a table, one case as a file for the archive."""
