"""`kb serve`: the pages, on this machine."""

from __future__ import annotations

import ipaddress
import socket
import sys

import click

from kb.cli import show
from kb.cli.command import Example, Request, command
from kb.errors import HostNotLocal, PortTaken

PORT = 8000
TRIED = 100  # ports after the first


@command(
    Example("kb serve", f"mở ở http://127.0.0.1:{PORT}/, hoặc cổng trống kế tiếp"),
    Example("kb serve --open", "và mở luôn trong trình duyệt"),
    Example("kb serve --port 8123", "đúng cổng này"),
)
@click.option("--host", metavar="MÁY", default="127.0.0.1", help="Tên hay địa chỉ của máy này.")
@click.option("--port", metavar="CỔNG", type=click.IntRange(0, 65535), help=f"Cổng; không nói thì từ {PORT} trở đi.")
@click.option("--open", "open_browser", is_flag=True, help="Mở trong trình duyệt.")
def serve(request: Request, host: str, port: int | None, open_browser: bool) -> int:
    """Mở trang tìm kiếm trên máy này; Ctrl-C để dừng."""
    from waitress.server import create_server  # type: ignore[import-untyped]

    from kb_web import create_app

    listening = listen(_local(host), port)
    taken = listening.getsockname()[1]
    if port is None and taken != PORT:
        show.say(f"Cổng {PORT} đang có chương trình khác dùng, nên mở ở cổng {taken}.")
    address = f"http://{f'[{host}]' if ':' in host else host}:{taken}/"
    server = create_server(create_app(request.home), sockets=[listening], threads=8)
    try:
        show.line(address)  # in here: Ctrl-C may come the moment it is read
        if open_browser:
            import webbrowser

            webbrowser.open(address)
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
    show.say("Đã đóng.")
    return 0


def listen(host: str, port: int | None) -> socket.socket:
    """A socket that listens on this port; without one on the first free of `PORT` and those after it. PortTaken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for tried in range(PORT, PORT + TRIED) if port is None else (port,):
        listening = socket.socket(family, socket.SOCK_STREAM)
        if sys.platform == "win32":
            # Without it Windows lets two programs listen on one port, and either may get a request.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, tried))
            listening.listen(128)
        except OSError:
            listening.close()
        else:
            return listening
    first = PORT if port is None else port
    raise PortTaken(port=first, other=first + TRIED if port is None else min(first + 1, 65535))


def _local(host: str) -> str:
    """The address of a name for this machine; HostNotLocal for any other."""
    if host == "localhost":
        return "127.0.0.1"
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = False
    if not local:
        raise HostNotLocal(host=host)
    return host
