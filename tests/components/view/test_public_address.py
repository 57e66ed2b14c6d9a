"""What the operator says of the app's address is taken or refused in one sentence; no other host is believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.view.public_address import (
    ALLOWED_HOSTS,
    PUBLIC_URL,
    AddressError,
    check_addresses,
    public_root,
    trusted_host,
)


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch):
    monkeypatch.delenv(PUBLIC_URL, raising=False)
    monkeypatch.delenv(ALLOWED_HOSTS, raising=False)


@pytest.mark.parametrize(
    ("found", "root"),
    [
        ("", ""),
        ("  ", ""),
        ("https://crisis.example.org", "https://crisis.example.org/"),
        (" https://crisis.example.org/watch ", "https://crisis.example.org/watch/"),
        ("https://crisis.example.org/watch/", "https://crisis.example.org/watch/"),
        ("HTTPS://Crisis.Example.org:443/Watch", "https://crisis.example.org/Watch/"),
        ("http://192.0.2.7:8501", "http://192.0.2.7:8501/"),
        ("http://[2001:db8::1]:8501/a/b", "http://[2001:db8::1]:8501/a/b/"),
    ],
)
def test_the_address_that_is_named_is_the_apps_with_a_slash_at_its_end(monkeypatch, found, root):
    monkeypatch.setenv(PUBLIC_URL, found)
    check_addresses()
    assert public_root() == root


@pytest.mark.parametrize(
    "found",
    [
        "crisis.example.org",
        "//crisis.example.org",
        "ftp://crisis.example.org",
        "javascript:alert(1)",
        "https://",
        "https:///watch",
        "https://user@crisis.example.org",
        "https://user:word@crisis.example.org",
        "https://crisis.example.org:0",
        "https://crisis.example.org:65536",
        "https://crisis.example.org:port",
        "https://crisis.example.org?x=1",
        "https://crisis.example.org/watch#top",
        "https://crisis.example.org/a b",
        "https://crisis.example.org/<script>",
        'https://crisis.example.org/"onload="x',
        "https://crisis.example.org\\@evil.example",
        "https://crisis.example.org\n.evil.example",
        "https://crisis..example.org",
    ],
)
def test_what_is_no_http_address_is_refused_in_one_sentence_at_the_start(monkeypatch, found):
    monkeypatch.setenv(PUBLIC_URL, found)
    with pytest.raises(AddressError, match=r"^PUBLIC_URL is “.+”: it must be .+\.$") as refused:
        check_addresses()
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("found", ["*", "https://crisis.example.org", "a.example,b c", "user@a.example", "a.example:x"])
def test_what_is_no_host_is_refused_in_one_sentence_at_the_start(monkeypatch, found):
    monkeypatch.setenv(ALLOWED_HOSTS, found)
    with pytest.raises(AddressError, match=r"^ALLOWED_HOSTS names “.+”: each must be .+\.$"):
        check_addresses()


@pytest.mark.parametrize(
    ("scheme", "host", "written"),
    [
        ("https", "crisis.example.org", "crisis.example.org"),
        ("https", "Crisis.EXAMPLE.org.", "crisis.example.org"),
        ("https", "crisis.example.org:443", "crisis.example.org"),
        ("http", "crisis.example.org:80", "crisis.example.org"),
        ("https", "other.example:8443", "other.example:8443"),
    ],
)
def test_a_host_that_the_operator_allows_is_named_in_one_way(monkeypatch, scheme, host, written):
    monkeypatch.setenv(ALLOWED_HOSTS, "crisis.example.org, other.example:8443,")
    check_addresses()
    assert trusted_host(host, scheme) == written


@pytest.mark.parametrize(
    "host",
    [
        "localhost:8501",
        "127.0.0.1:8501",
        "127.8.9.10:8501",
        "[::1]:8501",
    ],
)
def test_names_of_the_machine_itself_are_trusted(host):
    assert trusted_host(host, "http") == host


FOREIGN = [
    "",
    "evil.example",
    "crisis.example.org:8501",
    "crisis.example.org:81",
    "crisis.example.org:",
    "crisis.example.org:99999",
    "crisis.example.org:0",
    "crisis.example.org:٤٤٣",
    "crisis.example.org@evil.example",
    "crisis.example.org:443@evil.example",
    "user@crisis.example.org",
    "crisis.example.org.evil.example",
    "evil.crisis.example.org",
    "crisis.example.org/evil",
    "crisis.example.org?evil",
    "crisis.example.org#evil",
    "crisis.example.org\\evil",
    "crisis.example.org, evil.example",
    "crisis.example.org evil.example",
    " crisis.example.org",
    'crisis.example.org"><script>',
    "crisis.example.org\r\nX-Evil: 1",
    "crisis.example.org\x00",
    "localhost.evil.example",
    "localhost@evil.example",
    "127.0.0.1.evil.example",
    "128.0.0.1",
    "0.0.0.0",
    "[::2]",
    "[::1]evil",
    "[::1].evil.example",
    "ｌｏｃａｌｈｏｓｔ",
]


@pytest.mark.parametrize("host", FOREIGN)
def test_no_other_host_is_trusted(monkeypatch, host):
    monkeypatch.setenv(ALLOWED_HOSTS, "crisis.example.org")
    for scheme in ("http", "https"):
        assert trusted_host(host, scheme) == ""


@given(st.text(max_size=60))
def test_no_text_raises_or_is_trusted_by_chance(host):
    assert trusted_host(f"evil{host}", "https") == ""
