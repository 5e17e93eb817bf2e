"""Messages leave at once: the server's connections wait for no acknowledgement before they send what is small."""

import socket
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class Undelayed:
    """ASGI middleware that sets TCP_NODELAY on each connection.

    Streamlit opens its listening socket without naming the protocol, and asyncio sets the option only on sockets that
    name it. Without it a page's last messages wait up to 40 ms for the browser's delayed acknowledgement (RFC 896 meets
    RFC 1122, 4.2.3.2). A server whose connections cannot be reached from here is left as it is.
    """

    def __init__(self, app: Callable[[Message, Receive, Send], Awaitable[None]]) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Sets the option on the connection that `send` writes to, and passes the request on."""
        transport = getattr(getattr(send, "__self__", None), "transport", None)
        connection = transport.get_extra_info("socket") if transport else None
        if connection is not None and connection.family in {socket.AF_INET, socket.AF_INET6}:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await self.app(scope, receive, send)
