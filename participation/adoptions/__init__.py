"""From an idea that goes forward to a project: who offers to carry it out, and the agreement about it."""
