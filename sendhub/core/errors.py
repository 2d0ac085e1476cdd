"""What goes wrong in a way that its reader can put right."""


class RuleBroken(Exception):
    """A rule of the law or of the service forbids the act; the message says which.

    The message is shown as it stands, beside `field` where one is named.
    """

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
