"""Ports of servers that tests have started."""

from __future__ import annotations

import socket
import subprocess
import time

_TRIES = 1_200
_PAUSE = 0.05


def wait_for(port: int, process: subprocess.Popen[bytes] | None = None) -> None:
    """Wait until a port of this machine takes connections.

    Args:
        port: The port.
        process: The server, if it must still be running.

    Raises:
        TimeoutError: It took none for a minute.
    """
    for _ in range(_TRIES):
        assert process is None or process.poll() is None, process.args
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(_PAUSE)
        else:
            return
    raise TimeoutError(port)
