"""Properties are about dates: how long a busy machine takes over one says nothing."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "sendhub", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("sendhub")
