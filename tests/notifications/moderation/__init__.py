"""What everybody is told of moderation."""
