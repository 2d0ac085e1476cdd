"""Where the time limits of nurture hubs are written down: no law, the partnership's."""

from sendhub.statutory.sources.source import Source

HUB_PAPER = Source("Herefordshire SEND paper on nurture hubs, paragraphs 30 to 37")
