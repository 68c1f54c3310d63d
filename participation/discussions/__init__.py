"""Comment threads, owned by what they are about."""
