"""“Did it help?”: whose question it is, the link, one answer each, few are not shown, and “no” is answered."""
