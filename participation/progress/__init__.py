"""The strategy's status: goal by goal what was proposed, decided, begun, done and measured, at any date."""
