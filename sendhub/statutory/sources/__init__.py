"""Where the rules are written down."""
