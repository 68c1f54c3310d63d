"""The forms in which a strategy is written and read: YAML, a table, and Markdown with headings."""
