"""What a reader sees composed of several features; it owns no data and no rules."""
