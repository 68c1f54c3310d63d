"""The central noun: an idea's text, versions, status, promises and answers."""
