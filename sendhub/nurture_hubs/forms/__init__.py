"""What may be typed of nurture hubs."""
