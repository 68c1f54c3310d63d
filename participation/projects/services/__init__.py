"""The verbs about projects: writing, linking, moving."""
