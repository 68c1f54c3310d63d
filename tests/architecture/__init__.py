"""The rules of docs/architecture.md, each as a test."""
