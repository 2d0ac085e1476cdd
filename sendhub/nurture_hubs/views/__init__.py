"""Pages of nurture hubs."""

from sendhub.nurture_hubs.views.places import board

__all__ = ["board"]
