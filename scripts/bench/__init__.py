"""`make bench`: how fast the application is with few and with many ideas, beside a plain Flask view."""
