"""Small messages leave at once: the option is set on the connection that a request came by."""

import socket

from pages.transport import Undelayed
from tests.loops import run


class Connection:
    """A server's side of a connection, reached from its `send` as uvicorn's is."""

    def __init__(self, listening):
        self.client = socket.create_connection(listening.getsockname())
        self.socket, _ = listening.accept()
        self.transport = self

    def get_extra_info(self, name):
        return getattr(self, name)

    async def send(self, message):
        """Passes nothing on."""


async def answer(scope, receive, send):
    scope["answered"] = (receive, send)


def test_a_connection_that_would_wait_for_acknowledgements_no_longer_does():
    with socket.socket(socket.AF_INET) as listening:  # as Streamlit opens it: the protocol is not named
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        connection = Connection(listening)
    assert connection.socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 0
    scope = {"type": "websocket"}
    run(Undelayed(answer)(scope, None, connection.send))
    assert connection.socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
    assert scope["answered"] == (None, connection.send)
    connection.client.close()
    connection.socket.close()


def test_a_server_whose_connection_cannot_be_reached_is_left_as_it_is():
    scope = {"type": "lifespan"}
    run(Undelayed(answer)(scope, None, print))
    assert scope["answered"] == (None, print)
