"""The verbs of moderation, one module for each kind of act."""
