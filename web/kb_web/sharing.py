"""In the hall: who reads from another machine types the code that stands on the terminal, and only reads.

The code is as old as the server and dies with it. A reader who gave it keeps a cookie; this machine's own reader needs
none. Wrong codes are counted for each address, and after `MOST_WRONG` of them that address waits.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hmac import compare_digest
from ipaddress import ip_address
from urllib.parse import urlencode

from flask import Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from kb.errors import CodeNeeded, CodeWrong, ReadingOnly, TooManyCodes

DIGITS = 6
COOKIE = "kb-share"
MOST_WRONG = 5  # codes from one address
WAIT = 10 * 60  # seconds; a million codes, five in ten minutes
MOST_ADDRESSES = 10_000  # that are remembered; a local network has fewer
OPEN_PATHS = "/static/"
READING = ("GET", "HEAD", "OPTIONS")


@dataclass(slots=True)
class Share:
    """A server that other machines may read: its code, the cookie of who gave it, the wrong codes of each address.

    `now` gives seconds that only grow.
    """

    code: str
    token: str
    now: Callable[[], float] = time.monotonic
    wrong: dict[str, list[float]] = field(default_factory=dict)

    @classmethod
    def new(cls) -> Share:
        """A share with a code that nobody can know."""
        return cls(f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}", secrets.token_urlsafe(24))

    def admit(self) -> AnyResponse | None:
        """Let the request pass (None), or answer it; CodeNeeded, CodeWrong, TooManyCodes, ReadingOnly."""
        reader = request.remote_addr or ""
        if _is_this_machine(reader) or request.path.startswith(OPEN_PATHS):
            return None
        if request.method not in READING:
            raise ReadingOnly()
        if compare_digest(request.cookies.get(COOKIE, "").encode(), self.token.encode()):
            return None
        return self._let_in(reader, request.args.get("code", ""))

    def _let_in(self, reader: str, typed: str) -> Response | AnyResponse:
        if not typed:
            raise CodeNeeded()
        self._wait(reader)
        if not compare_digest("".join(typed.split()).encode(), self.code.encode()):
            self.wrong.setdefault(reader, []).append(self.now())
            raise CodeWrong()
        self.wrong.pop(reader, None)
        response = redirect(_address_without_code(), 303)
        response.set_cookie(COOKIE, self.token, samesite="Lax", httponly=True)
        return response

    def _wait(self, reader: str) -> None:
        """Forget what is long ago; TooManyCodes for an address with too many wrong codes."""
        since = self.now() - WAIT
        if len(self.wrong) > MOST_ADDRESSES:
            self.wrong = {other: times for other, times in self.wrong.items() if times[-1] > since}
        recent = [at for at in self.wrong.get(reader, ()) if at > since]
        if len(recent) >= MOST_WRONG:
            raise TooManyCodes(minutes=1 + int(recent[0] - since) // 60)
        if recent:
            self.wrong[reader] = recent


def _is_this_machine(reader: str) -> bool:
    try:
        return ip_address(reader).is_loopback
    except ValueError:
        return False


def _address_without_code() -> str:
    arguments = [pair for pair in request.args.items(multi=True) if pair[0] != "code"]
    return "/" + request.path.lstrip("/") + (f"?{urlencode(arguments)}" if arguments else "")
