"""Sends a message to an address that the user named; nothing else is ever sent anywhere."""

import http.client

from standoff.errors import FetchError
from standoff.fetch.address import Address
from standoff.fetch.client import trusted

_SECONDS = 10.0


def post(address: Address, body: bytes, *, kind: str = "application/json") -> int:
    """Sends the body by POST; the status of the answer, whose body is left unread. Redirects are not followed.

    Raises:
        FetchError: no connection, a certificate that is not valid, an answer that is no HTTP, or one that is no 2xx.
    """
    if address.scheme == "https":
        connection: http.client.HTTPConnection = http.client.HTTPSConnection(
            address.host, address.port, timeout=_SECONDS, context=trusted()
        )
    else:
        connection = http.client.HTTPConnection(address.host, address.port, timeout=_SECONDS)
    try:
        connection.request("POST", address.target, body, {"Content-Type": kind, "User-Agent": "standoff"})
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as e:
        cause = str(e) or type(e).__name__
        raise FetchError(f"{address.url}: the message was not taken: {cause}", code="no-connection") from e
    finally:
        connection.close()
    if not 200 <= status < 300:
        raise FetchError(
            f"{address.url}: the message was not taken: answer {status}", code="no-connection", status=status
        )
    return status
