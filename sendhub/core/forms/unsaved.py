"""What somebody sent after their sign-in had ended, kept until they are back.

It waits in the cache under a token that only the way back knows, for the person who
typed it alone, and is given out once. The page itself checks whether they may open it.
"""

import secrets
from datetime import timedelta
from hashlib import sha256

from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, QueryDict

KEPT = "kept"
KEPT_FOR = timedelta(minutes=30)
MOST_LETTERS = 1_000_000
NEVER_KEPT = ("csrfmiddlewaretoken", "password")

BROUGHT_BACK = (
    "You were signed out before this was saved. Check it and press the button again."
)
FILES_AGAIN = " Files were not kept: choose them again."


def keep(
    request: HttpRequest, *, by_id: int, path: str = "", said: str = BROUGHT_BACK
) -> str:
    """Keep what was sent; give the address that brings it back, or "" if it cannot.

    `path`: the page to bring it back on, if not the one it was sent to. `said`: what
    the person then reads.
    """
    path = path or request.path
    typed = QueryDict(mutable=True)
    for name, values in request.POST.lists():
        if not any(word in name.lower() for word in NEVER_KEPT):
            typed.setlist(name, values)
    text = typed.urlencode()
    if not typed or len(text) > MOST_LETTERS:
        return ""
    token = secrets.token_urlsafe(32)
    held = {
        "typed": text,
        "by_id": by_id,
        "path": path,
        "said": said,
        "had_files": bool(request.FILES),
    }
    if not cache.add(_key(token), held, timeout=KEPT_FOR.total_seconds()):
        return ""
    asked = request.GET.copy()
    asked[KEPT] = token
    return f"{path}?{asked.urlencode()}"


def bring_back(request: HttpRequest) -> QueryDict | None:
    """Give what this person had typed on this page, once, and say what happened."""
    token = request.GET.get(KEPT)
    if request.method != "GET" or not token:
        return None
    held = cache.get(_key(token))
    if held is None or (held["by_id"], held["path"]) != (request.user.pk, request.path):
        return None
    if not cache.delete(_key(token)):
        return None
    again = FILES_AGAIN if held["had_files"] else ""
    messages.info(request, f"{held.get('said', BROUGHT_BACK)}{again}")
    return QueryDict(held["typed"], mutable=True)


def _key(token: str) -> str:
    return f"unsaved:{sha256(token.encode()).hexdigest()}"
