"""The headers of a proxy are read where the operator named it, however its address is written, and of nobody else."""

import anyio
import pytest
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from routes.connections.proxies import FORWARDED_ALLOW_IPS, trusted_proxies

FORWARDED = [(b"x-forwarded-proto", b"https"), (b"x-forwarded-for", b"203.0.113.9")]


@pytest.fixture
def proxied(monkeypatch):
    """`proxied(named, client, headers)` gives the scheme and the client that the app sees."""

    def seen(shown, client, headers=FORWARDED):
        if shown is None:
            monkeypatch.delenv(FORWARDED_ALLOW_IPS, raising=False)
        else:
            monkeypatch.setenv(FORWARDED_ALLOW_IPS, shown)
        found = {}

        async def app(scope, _receive, _send):
            found.update(scope)

        scope = {"type": "http", "scheme": "http", "client": (client, 1), "headers": headers}
        anyio.run(ProxyHeadersMiddleware(app, trusted_proxies()), scope, None, None)
        return found["scheme"], found["client"][0]

    return seen


@pytest.mark.parametrize(
    ("found", "client"),
    [
        (None, "127.0.0.1"),
        (None, "::ffff:127.0.0.1"),
        (None, "::1"),
        ("127.0.0.1", "127.0.0.1"),
        ("127.0.0.1", "::ffff:127.0.0.1"),
        ("192.0.2.1, 127.0.0.1", "::ffff:127.0.0.1"),
        ("10.0.0.0/8", "10.1.2.3"),
        ("10.0.0.0/8", "::ffff:10.1.2.3"),
        ("0.0.0.0/0", "::ffff:198.51.100.7"),
        ("2001:db8::/32", "2001:db8::7"),
        ("::ffff:10.1.2.3", "::ffff:10.1.2.3"),
        ("*", "::ffff:198.51.100.7"),
        ("*", "2001:db8::7"),
    ],
)
def test_a_proxy_that_is_named_is_believed(proxied, found, client):
    assert proxied(found, client) == ("https", "203.0.113.9")


@pytest.mark.parametrize(
    ("found", "client"),
    [
        (None, "192.0.2.1"),
        ("127.0.0.1", "127.0.0.2"),
        ("127.0.0.1", "::ffff:127.0.0.2"),
        ("127.0.0.1", "::1"),
        ("127.0.0.1", "::127.0.0.1"),
        ("10.0.0.0/8", "::ffff:11.0.0.1"),
        ("10.0.0.1/8", "::ffff:10.0.0.2"),
        ("::1", "::ffff:127.0.0.1"),
        ("proxy.example", "::ffff:127.0.0.1"),
        ("", "::ffff:127.0.0.1"),
        ("*, 10.0.0.1", "::ffff:127.0.0.1"),
    ],
)
def test_nobody_else_is_believed(proxied, found, client):
    assert proxied(found, client) == ("http", client)


@pytest.mark.parametrize("found", ["10.0.0.0/8", "10.0.0.1,10.0.0.2"])
def test_of_a_chain_of_proxies_the_first_that_is_not_named_is_the_client(proxied, found):
    chain = [(b"x-forwarded-for", b"1.2.3.4, 203.0.113.9, ::ffff:10.0.0.2")]
    assert proxied(found, "::ffff:10.0.0.1", chain) == ("http", "203.0.113.9")


@pytest.mark.parametrize("scheme", [b"javascript", b"", b'https"><script>', b"ftp"])
def test_a_scheme_that_is_none_of_the_web_is_not_read(proxied, scheme):
    assert proxied("*", "127.0.0.1", [(b"x-forwarded-proto", scheme)])[0] == "http"


def test_a_server_that_applies_the_headers_before_the_app_does_sees_the_same(proxied, monkeypatch):
    monkeypatch.setenv(FORWARDED_ALLOW_IPS, "127.0.0.1")
    found = {}

    async def app(scope, _receive, _send):
        found.update(scope)

    twice = ProxyHeadersMiddleware(ProxyHeadersMiddleware(app, trusted_proxies()), "127.0.0.1")
    chain = [*FORWARDED[:1], (b"x-forwarded-for", b"127.0.0.1, 203.0.113.9")]
    scope = {"type": "websocket", "scheme": "ws", "client": ("127.0.0.1", 1), "headers": chain}
    anyio.run(twice, scope, None, None)
    assert (found["scheme"], found["client"][0]) == ("wss", "203.0.113.9")
