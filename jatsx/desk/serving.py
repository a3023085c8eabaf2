"""Serving the desk on this computer."""

from __future__ import annotations

import socket
import webbrowser
from collections.abc import Callable
from typing import Final

import uvicorn

from jatsx.desk.app import desk_app
from jatsx.desk.desk import Desk

HOST: Final = "127.0.0.1"


def serve(desk: Desk, *, port: int, opens_browser: bool, announce: Callable[[str], None]) -> None:
    """Serves the desk until it is stopped by Ctrl-C or from its page.

    Args:
        desk: the desk.
        port: the port; 0 for a free one.
        opens_browser: whether the browser is opened.
        announce: called with the address of the desk, as soon as it answers.

    Raises:
        OSError: the port is taken.
    """
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        listening.listen()
        own = listening.getsockname()[1]
        config = uvicorn.Config(
            desk_app(desk, own),
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            lifespan="off",
            timeout_graceful_shutdown=2,
        )
        server = uvicorn.Server(config)

        def stop() -> None:
            server.should_exit = True

        desk.stop = stop
        announce(f"http://{HOST}:{own}/{desk.token}/")
        if opens_browser:
            webbrowser.open(f"http://{HOST}:{own}/{desk.entry}/")
        server.run(sockets=[listening])
