"""The strategy's status on a day: as a page to print, as a document and as a table, with the same figures."""
