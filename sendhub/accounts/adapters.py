"""How SENDhub differs from allauth's defaults."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter


class StaffAccountAdapter(DefaultAccountAdapter):
    """Nobody signs up: an administrator adds the people who may sign in."""

    def is_open_for_signup(self, request: Any) -> bool:
        return False
