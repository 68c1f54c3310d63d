"""What stands around the application: set-up, running, testing; see `make`."""
