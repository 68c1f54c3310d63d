"""Who hears what: messages on the site and by mail."""
