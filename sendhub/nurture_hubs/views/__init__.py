"""Pages of nurture hubs."""
