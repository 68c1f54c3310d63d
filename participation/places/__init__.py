"""Room for so many: who has a place, who waits for one, and what is written to those who have one."""
