"""Which addresses may be asked: those of the public internet, over HTTP, unless a source says otherwise."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

import httpx

from etl.errors import FetchError

SCHEMES = frozenset({"http", "https"})
MAX_LENGTH = 4000
"""Characters of an address. Longer ones are traps or mistakes; servers refuse them anyway."""

GLOBAL_UNICAST = IPv6Network("2000::/3")
NAT64 = IPv6Network("64:ff9b::/96")
NOT_PUBLIC = tuple(map(ip_network, ("192.88.99.0/24", "3fff::/20", "5f00::/16")))
"""Special ranges that the standard library takes for public: the relays of 6to4, documentation, segment routing."""


def is_public(address: str) -> bool:
    """Return whether an IP address, as text, belongs to the public internet.

    An IPv4 address inside an IPv6 one (mapped, NAT64, 6to4) is what is meant, so it is judged instead. Teredo addresses are refused.
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (IPv4Address(int(ip) & 0xFFFFFFFF) if ip in NAT64 else None)
        if inner:
            return is_public(str(inner))
        if ip not in GLOBAL_UNICAST:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not any(ip in network for network in NOT_PUBLIC)


def is_ip(host: str) -> bool:
    """Return whether a host is written as an IP address."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def parse(url: str) -> httpx.URL:
    """Return an address that can be asked for, without its fragment. Raises FetchError for any other."""
    if len(url) > MAX_LENGTH:
        raise FetchError(url[:80] + "…", f"the address is longer than {MAX_LENGTH} characters", again=False)
    try:
        parsed = httpx.URL(url.strip()).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(url, f"this is no address: {error}", again=False) from error
    if parsed.scheme not in SCHEMES:
        raise FetchError(url, f"only http and https are asked for, not {parsed.scheme or 'an address without a scheme'}", again=False)
    if not parsed.host:
        raise FetchError(url, "the address names no host", again=False)
    return parsed


def without_credentials(url: httpx.URL) -> httpx.URL:
    """Return the address as it may be shown, kept and sent elsewhere."""
    return url.copy_with(username=None, password=None) if url.userinfo else url


def origin(url: httpx.URL) -> str:
    """Return scheme, host and port: what has one robots.txt, and may see the credentials."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def host_of(url: httpx.URL) -> str:
    """Return host and port: what has one rate. A scheme's own port is left out, so http and https are one host."""
    return url.netloc.decode("ascii")
