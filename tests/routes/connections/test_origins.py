"""Origins as browsers and operators write them."""

import pytest

from components.view.public_address import AddressError, Host
from routes.connections.origins import Origin, allowed_origins, comes_from_own


def headers(**found):
    return [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in found.items()]


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in ("ALLOWED_ORIGINS", "PUBLIC_URL", "FORWARDED_ALLOW_IPS"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("crisis.example", "https://crisis.example"),
        ("crisis.example", "http://crisis.example"),
        ("Crisis.Example", "https://CRISIS.example"),
        ("crisis.example:443", "https://crisis.example"),
        ("crisis.example", "https://crisis.example:443"),
        ("crisis.example.", "https://crisis.example"),
        ("127.0.0.1:8501", "http://127.0.0.1:8501"),
        ("[::1]:8501", "http://[::1]:8501"),
        ("[::1]", "http://[::1]:80"),
    ],
)
def test_a_page_of_the_host_that_is_asked_is_our_own(host, origin):
    assert comes_from_own(headers(host=host, origin=origin), ())


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "https://crisis.example.evil.example",
        "https://crisis.example:8443",
        "https://crisis.example@evil.example",
        "https://evil.example/crisis.example",
        "https://crisis.example/",
        "https://crisis.example#",
        "https://crisis.example, https://evil.example",
        "ws://crisis.example",
        "chrome-extension://crisis.example",
        "http://localhost",
        "http://[::1",
        "https://crisis.example:port",
        "https://crisis.example:",
        "crisis.example",
        "null",
        "",
    ],
)
def test_any_other_page_is_foreign(origin):
    assert not comes_from_own(headers(host="crisis.example", origin=origin), ())


def test_a_handshake_without_origin_comes_from_no_page():
    assert comes_from_own(headers(host="crisis.example"), ())


def test_of_several_origins_each_must_be_our_own():
    both = [*headers(host="crisis.example", origin="https://crisis.example"), (b"origin", b"https://evil.example")]
    assert not comes_from_own(both, ())


def test_a_host_that_a_header_forwards_is_nobodys_word(monkeypatch):
    forwarded = headers(host="127.0.0.1:8501", x_forwarded_host="evil.example", origin="https://evil.example")
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")
    assert not comes_from_own(forwarded, ())


def test_the_operator_names_origins(monkeypatch):
    monkeypatch.setenv("ALLOWED_ORIGINS", " https://A.example , http://b.example:8080/,")
    monkeypatch.setenv("PUBLIC_URL", "https://crisis.example/watch/")
    found = allowed_origins()
    assert found == {
        Origin("https", Host("a.example", 443)),
        Origin("http", Host("b.example", 8080)),
        Origin("https", Host("crisis.example", 443)),
    }
    assert comes_from_own(headers(host="inside", origin="https://a.example"), found)
    assert not comes_from_own(headers(host="inside", origin="http://a.example"), found)


@pytest.mark.parametrize("origin", ["a.example", "*", "ftp://a.example", "https://", "https://a.example:x"])
def test_an_origin_that_is_none_is_named(monkeypatch, origin):
    monkeypatch.setenv("ALLOWED_ORIGINS", origin)
    with pytest.raises(AddressError, match="ALLOWED_ORIGINS"):
        allowed_origins()
