"""Proxies whose word is taken for the scheme and the client of a request, wherever the app listens."""

import os
from ipaddress import IPv4Address, IPv4Network, ip_network

# The names and the default are those of uvicorn, the server that Streamlit starts.
FORWARDED_ALLOW_IPS, DEFAULT = "FORWARDED_ALLOW_IPS", "127.0.0.1,::1"
# An IPv4 address in IPv6 stands behind these bits (RFC 4291, 2.5.5.2).
MAPPED, MAPPED_BITS = "::ffff:", 96


def trusted_proxies() -> list[str]:
    """The addresses and networks of FORWARDED_ALLOW_IPS, each of IPv4 also as a socket that listens to IPv4 and IPv6
    names it: to that, as Streamlit opens it, 127.0.0.1 is ::ffff:127.0.0.1. `*` is every address."""
    proxies = [proxy.strip() for proxy in os.environ.get(FORWARDED_ALLOW_IPS, DEFAULT).split(",")]
    return [*proxies, *(mapped for proxy in proxies if (mapped := _mapped(proxy)))]


def _mapped(proxy: str) -> str:
    """An IPv4 address or network as IPv6; empty for anything else."""
    try:
        network = ip_network(proxy)
    except ValueError:
        return ""
    if not isinstance(network, IPv4Network):
        return ""
    address: IPv4Address = network.network_address
    return f"{MAPPED}{address}/{MAPPED_BITS + network.prefixlen}"
