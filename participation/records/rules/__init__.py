"""How what is exported is written: tables, and the shape of a case file."""
