"""What a project needs, and the people who take part."""
