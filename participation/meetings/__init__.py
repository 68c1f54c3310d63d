"""Events that people come to, in a calendar."""
