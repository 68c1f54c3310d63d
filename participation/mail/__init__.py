"""The outbox and its delivery; it knows no reason why a mail is sent."""
