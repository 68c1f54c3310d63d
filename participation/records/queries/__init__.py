"""Reading what is taken out."""
