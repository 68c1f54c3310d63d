"""Who wants to hear more about an idea."""
