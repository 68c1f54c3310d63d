"""The verbs: asking for something, joining and leaving, writing to those who joined."""
