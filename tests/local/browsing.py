"""A very plain browser, to look at a site that runs in other programs."""

import http.client
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode

Fields = dict[str, str]
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    """What came back for one request."""

    status: int
    location: str
    text: str


class Forms(HTMLParser):
    """The forms of a page, each with what it would send if nobody typed anything."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Fields] = []
        self.inside = self.select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name, value = given.get("name", ""), given.get("value", "")
        if tag == "form":
            self.found.append({})
        elif not self.found:
            return
        elif tag == "input":
            ticked = given.get("type") not in ("checkbox", "radio")
            if ticked or "checked" in given:
                self.found[-1][name] = value
        elif tag in ("select", "textarea"):
            self.found[-1][name] = ""
            self.select = name
        elif tag == "option" and "selected" in given:
            self.found[-1][self.select] = value

    def having(self, name: str) -> Fields:
        """Return the form that has this field."""
        return next(form for form in self.found if name in form)


@dataclass
class Browser:
    """One person's browser: it keeps cookies and follows nothing by itself."""

    port: int
    cookies: Fields = field(default_factory=dict)

    def ask(self, method: str, path: str, sent: Fields | None = None) -> Answer:
        """Send one request; OSError and HTTPException are the caller's."""
        headers = {"Host": f"localhost:{self.port}"}
        headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        body = urlencode(sent) if sent is not None else None
        if body is not None:
            headers["Content-Type"] = FORM
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return Answer(answer.status, answer.getheader("Location") or "", text)

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def post(self, path: str, sent: Fields) -> Answer:
        return self.ask("POST", path, sent)

    def form(self, path: str, name: str) -> Fields:
        """Open a page; return what its form with this field holds already."""
        answer = self.get(path)
        assert answer.status == 200, (path, answer.status, answer.location)
        return Forms(answer.text).having(name)

    def sign_in(self, email: str, password: str) -> Answer:
        """Sign in as somebody."""
        typed = {"login": email, "password": password}
        answer = self.post("/sign-in/", self.form("/sign-in/", "login") | typed)
        assert answer.status == 302, answer.text
        return answer
