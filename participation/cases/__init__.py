"""What waits for staff: a case is owned by what it is about."""
