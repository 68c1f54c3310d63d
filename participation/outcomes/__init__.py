"""What came of a project, and whether it helped."""
