"""The verbs about ideas: writing, moving, answering."""
