"""Stored files: pictures and documents, a row each and a directory, part of the backup."""
