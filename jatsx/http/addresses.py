"""Addresses of servers: which are safe, and which have the same origin."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from jatsx.http.faults import RequestRefused


def verify_address(address: str, shown: str) -> None:
    """Verifies that a request may be sent to an address.

    Args:
        address: the address.
        shown: the address without secrets.

    Raises:
        RequestRefused: it is not a web address, it contains a password, or it is not encrypted.
    """
    parts = _split(address)
    if parts is None or not parts.hostname or parts.scheme not in ("http", "https"):
        raise RequestRefused("server-address-invalid", shown)
    if parts.username is not None or parts.password is not None:
        host = parts.netloc.rpartition("@")[2]
        raise RequestRefused("server-address-password", f"{parts.scheme}://{host}{parts.path}")
    if parts.scheme == "http" and not is_loopback(address):
        raise RequestRefused("server-address-insecure", shown)


def is_loopback(address: str) -> bool:
    """Whether an address is on this computer.

    >>> is_loopback("http://127.0.0.1:8000"), is_loopback("http://example.org")
    (True, False)
    """
    parts = _split(address)
    host = (parts.hostname or "") if parts else ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def origin(address: str) -> tuple[str, str, int | None]:
    """The scheme, host and port of an address."""
    parts = urlsplit(address)
    default = {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, parts.hostname or "", parts.port or default


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts
