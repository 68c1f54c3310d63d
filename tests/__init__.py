"""The tests mirror the application's paths."""
