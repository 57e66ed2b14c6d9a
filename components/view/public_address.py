"""The address at which readers reach the app, as its operator names it, and the hosts whose word is taken for it."""

import os
import re
from functools import lru_cache
from ipaddress import ip_address
from typing import NamedTuple

from data.package.problems import shortened
from data.text.messages import say

# What the operator sets in the environment.
PUBLIC_URL, ALLOWED_HOSTS = "PUBLIC_URL", "ALLOWED_HOSTS"
HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)\.?(?::(?P<port>[0-9]{1,5}))?")
WHOLE = re.compile(r"(?P<scheme>(?i:https?))://(?P<host>[^/?#]+)(?P<path>(?:/[A-Za-z0-9._~!$&'()*+,;=:@%-]*)*)")
USUAL = {"http": 80, "https": 443}
HIGHEST_PORT = 65535


class AddressError(ValueError):
    """The operator named an address that is none; the text says which and what it must be."""


class Host(NamedTuple):
    """A host by its name in lower case and its port."""

    name: str
    port: int

    def written(self, scheme: str) -> str:
        """As an address of that scheme names it."""
        return self.name if self.port == USUAL[scheme] else f"{self.name}:{self.port}"

    @property
    def is_this_machine(self) -> bool:
        """Whether the name leads whoever uses it back to their own machine."""
        try:
            return self.name == "localhost" or ip_address(self.name.strip("[]")).is_loopback
        except ValueError:
            return False


def public_root() -> str:
    """The app's address with a slash at its end, as PUBLIC_URL names it; empty where it names none.

    Raises AddressError when it names no http or https address.
    """
    address = os.environ.get(PUBLIC_URL, "").strip()
    return _root(address) if address else ""


def trusted_host(host: str, scheme: str) -> str:
    """The host as an address of that scheme (http or https) may name it: one of ALLOWED_HOSTS, or a name of the
    machine itself, for use on it; empty for every other.

    Raises AddressError when ALLOWED_HOSTS names what is no host.
    """
    read = read_host(host, scheme)
    allowed = _allowed(os.environ.get(ALLOWED_HOSTS, ""), scheme)
    return read.written(scheme) if read and (read in allowed or read.is_this_machine) else ""


def check_addresses() -> None:
    """Raise AddressError when the operator named an address or a host that is none."""
    public_root()
    trusted_host("localhost", "http")


@lru_cache(maxsize=8)
def _root(address: str) -> str:
    found = WHOLE.fullmatch(address)
    scheme = found["scheme"].lower() if found else ""
    host = read_host(found["host"], scheme) if found else None
    if not found or not host:
        raise AddressError(say("public_address.url", name=PUBLIC_URL, value=shortened(address)))
    return f"{scheme}://{host.written(scheme)}{found['path'].rstrip('/')}/"


@lru_cache(maxsize=8)
def _allowed(address: str, scheme: str) -> frozenset[Host]:
    hosts = [host.strip() for host in address.split(",") if host.strip()]
    for host in hosts:
        if not read_host(host, scheme):
            raise AddressError(say("public_address.hosts", name=ALLOWED_HOSTS, value=shortened(host)))
    return frozenset(read for host in hosts if (read := read_host(host, scheme)))


def read_host(text: str, scheme: str) -> Host | None:
    """The host that a text names and nothing beside it; of a port that is not named the usual one is meant."""
    found = HOST.fullmatch(text.lower())
    if not found:
        return None
    port = int(found["port"] or USUAL[scheme])
    return Host(found["name"], port) if 0 < port <= HIGHEST_PORT else None
