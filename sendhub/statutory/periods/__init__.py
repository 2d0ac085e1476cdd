"""How long each act may take, from when, and by what law."""
