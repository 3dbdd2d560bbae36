"""`kb serve`: the pages, on this machine; with --share also for who reads along in the hall."""

from __future__ import annotations

import ipaddress
import socket
import sys
from io import StringIO

import click

from kb.cli import show
from kb.cli.command import Example, Request, command
from kb.errors import HostNotLocal, NoNetwork, PortTaken

PORT = 8000
TRIED = 100  # ports after the first
LOOPBACK = "127.0.0.1"
ELSEWHERE = ("192.0.2.1", 9)  # an address kept for documents (RFC 5737): no packet is sent to learn the way there


@command(
    Example("kb serve", f"mở ở http://127.0.0.1:{PORT}/, hoặc cổng trống kế tiếp"),
    Example("kb serve --open", "và mở luôn trong trình duyệt"),
    Example("kb serve --port 8123", "đúng cổng này"),
    Example("kb serve --share", "cho máy khác trong cùng mạng đọc, bằng mã sáu số"),
)
@click.option("--host", metavar="MÁY", help="Tên hay địa chỉ của máy này; với --share, địa chỉ trong mạng nội bộ.")
@click.option("--port", metavar="CỔNG", type=click.IntRange(0, 65535), help=f"Cổng; không nói thì từ {PORT} trở đi.")
@click.option("--open", "open_browser", is_flag=True, help="Mở trong trình duyệt.")
@click.option("--share", is_flag=True, help="Cho máy khác trong mạng nội bộ đọc, có mã; chỉ đọc.")
def serve(request: Request, host: str | None, port: int | None, open_browser: bool, share: bool) -> int:
    """Mở trang tìm kiếm trên máy này; Ctrl-C để dừng."""
    from waitress.server import create_server  # type: ignore[import-untyped]

    from kb_web import create_app
    from kb_web.sharing import Share

    own = network_address(host) if share else _local(host or LOOPBACK)
    sockets = listen_together((own, LOOPBACK) if share else (own,), port)
    taken = sockets[0].getsockname()[1]
    if port is None and taken != PORT:
        show.say(f"Cổng {PORT} đang có chương trình khác dùng, nên mở ở cổng {taken}.")
    address = f"http://{f'[{own}]' if ':' in own else own}:{taken}/"
    shared = Share.new() if share else None
    server = create_server(create_app(request.home, share=shared), sockets=sockets, threads=8)
    try:
        if shared:
            _invite(address, shared.code)
        show.line(address)  # in here: Ctrl-C may come the moment it is read
        if open_browser:
            import webbrowser

            webbrowser.open(f"http://{LOOPBACK}:{taken}/" if share else address)
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
    show.say("Đã đóng.")
    return 0


def listen_together(hosts: tuple[str, ...], port: int | None) -> list[socket.socket]:
    """Sockets of all hosts on one port, the first that is free on each; PortTaken."""
    first = listen(hosts[0], port)
    number = first.getsockname()[1]
    try:
        return [first, *(listen(host, number) for host in hosts[1:])]
    except PortTaken:
        first.close()
        if port is not None or number >= PORT + TRIED:
            raise
        return listen_together(hosts, number + 1)


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


def _invite(address: str, code: str) -> None:
    """The QR code and the code, for the terminal that the hall can see."""
    import segno

    drawn = StringIO()
    segno.make(f"{address}?code={code}", error="m").terminal(out=drawn, border=2, compact=True)
    show.say(drawn.getvalue().rstrip("\n"))
    show.say(f"Máy khác trong cùng mạng: quét mã trên, hoặc mở {address} rồi nhập mã {code[:3]} {code[3:]}.")
    show.say("Chỉ đọc được; mã hết hiệu lực khi đóng kb (Ctrl-C).")


def _local(host: str) -> str:
    """The address of a name for this machine; HostNotLocal for any other."""
    if host == "localhost":
        return LOOPBACK
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = False
    if not local:
        raise HostNotLocal(host=host)
    return host


def network_address(host: str | None) -> str:
    """This machine's address in its network, or the one that was named; NoNetwork, HostNotLocal."""
    if host is not None:
        try:
            named = ipaddress.ip_address(host)
        except ValueError as error:
            raise HostNotLocal(host=host) from error
        if named.is_loopback or named.is_unspecified:
            raise HostNotLocal(host=host)
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)
            found: str = probe.getsockname()[0]
        except OSError as error:
            raise NoNetwork() from error
    if ipaddress.ip_address(found).is_loopback:
        raise NoNetwork()
    return found
