"""Who hears what: the routing table, and whom each of its rows reaches."""
