"""The verbs about offers and agreements."""
