"""Properties are about dates: how long a busy machine takes over one says nothing."""

from hypothesis import settings

settings.register_profile("sendhub", deadline=None)
settings.load_profile("sendhub")
