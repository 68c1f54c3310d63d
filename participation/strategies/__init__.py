"""What the municipality has bound itself to: strategies, themes, goals, efforts."""
