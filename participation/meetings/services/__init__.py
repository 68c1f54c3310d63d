"""The verbs: arranging, changing, cancelling; signing up and leaving; reminding and forgetting."""
