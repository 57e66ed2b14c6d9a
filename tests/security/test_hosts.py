"""What a request says of its host and its way is repeated nowhere, but where the operator trusts who says it."""

import re
import socket
from urllib.parse import urlsplit

import pytest

from components.view.public_address import ALLOWED_HOSTS, PUBLIC_URL
from routes.connections.proxies import FORWARDED_ALLOW_IPS
from tests.browser.harness import AppServer

PATHS = ("/", "/timeline?month=2025-12", "/no-such-page", "/map/", "/a/b", "/sitemap.xml", "/robots.txt", "/feed.atom")
PATHS += ("/corrections.atom", "/api/openapi.json", "/data/nope", "/_stcore/host-config", "/_stcore/agent/openapi.json")
SECONDS = 20
# As a socket that listens to IPv4 and IPv6 names the machine itself: what Streamlit opens unless it is told an address.
BOTH_STACKS = ("--server.address", "::ffff:127.0.0.1")
FORWARDED = (
    "X-Forwarded-Proto: https",
    "X-Forwarded-For: 203.0.113.9",
    "X-Forwarded-Host: evil.example",
    "X-Forwarded-Prefix: /evil",
    "X-Forwarded-Port: 61666",
    "Forwarded: host=evil.example;proto=https",
)


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch):
    """What the operator of this machine may have set for other apps."""
    for name in (PUBLIC_URL, ALLOWED_HOSTS, FORWARDED_ALLOW_IPS):
        monkeypatch.delenv(name, raising=False)


def answer_to(
    server: AppServer, target: str, *lines: str, method: str = "GET", version: str = "1.1"
) -> tuple[int, str]:
    """Status and all that is sent back, head and body, to a request with exactly these lines; 0 where the line is
    cut without an answer."""
    raw = "\r\n".join([f"{method} {target} HTTP/{version}", *lines, "Connection: close", "", ""]).encode("latin-1")
    address = urlsplit(server.url)
    with socket.create_connection((address.hostname, address.port), timeout=SECONDS) as line:
        line.sendall(raw)
        given = b"".join(iter(lambda: line.recv(65536), b"")).decode("utf-8", "replace")
    return int(given.split(" ", 2)[1]) if given else 0, given


@pytest.mark.parametrize("path", PATHS)
def test_a_foreign_host_is_repeated_in_no_answer(app_server, path):
    for host in (
        "evil.example",
        "evil.example:8501",
        "evil@localhost",
        "localhost@evil.example",
        "localhost:80@evil.example",
        "localhost.evil.example",
        "127.0.0.1:8501.evil.example",
        "localhost/evil",
        "localhost?evil",
        "localhost#evil",
        'evil"><script>',
        "[::1]evil",
        "evil/../..//evil/x",
        "evil\\x",
        "evil\x00",
        "ev\xefl.evil",
    ):
        status, given = answer_to(app_server, path, f"Host: {host}")
        assert status in (200, 301, 307, 400, 403, 404), host
        assert "evil" not in given, host


@pytest.mark.parametrize("path", PATHS)
def test_without_a_host_no_address_of_the_inside_is_told(app_server, path):
    inside = re.compile(r"127\.0\.0\.1|localhost:|0\.0\.0\.0|::1")
    for version, lines in (("1.0", ()), ("1.1", ()), ("1.1", ("Host:",))):
        status, given = answer_to(app_server, path, *lines, version=version)
        assert status in (200, 301, 307, 400, 403, 404)
        assert not inside.search(given)


@pytest.mark.parametrize("path", PATHS)
def test_of_two_hosts_neither_is_repeated(app_server, path):
    for first, second in (("evil.example", "localhost"), ("localhost", "evil.example")):
        for version in ("1.0", "1.1"):
            status, given = answer_to(app_server, path, f"Host: {first}", f"Host: {second}", version=version)
            assert status in (200, 301, 307, 400, 403, 404)
            assert "evil" not in given


@pytest.mark.parametrize("path", PATHS)
def test_a_host_in_the_request_line_is_not_repeated(app_server, path):
    for target in (
        f"http://evil.example{path}",
        f"//evil.example{path}",
        f"evil.example{path}",
        f"/\\evil.example{path}",
    ):
        for host in ("localhost", "evil.example"):
            status, given = answer_to(app_server, target, f"Host: {host}")
            assert status in (200, 301, 307, 308, 400, 403, 404), target
            leads = re.search(r"(?im)^location: *(\S*)", given)
            assert not (leads and re.match(r"(?i)(https?:)?[/\\]{2}", leads[1])), target
            # The path itself may be named, as text, by the sentence that says that there is nothing.
            links = re.findall(r'(?:href|src|content|"url")[=:] ?"((?:https?:)?//[^"]*)"', given)
            assert not [link for link in links if "evil" in link], target


@pytest.mark.parametrize("path", PATHS)
def test_what_a_client_says_of_a_proxy_names_no_host_and_no_prefix(app_server, path):
    _, given = answer_to(app_server, path, "Host: evil.example", *FORWARDED)
    assert not re.search(r"evil|61666", given)


def test_an_answer_asked_for_at_a_foreign_host_is_not_given_to_others(app_server):
    host = urlsplit(app_server.url).netloc
    for poison in ("evil.example", "localhost:1"):
        answer_to(app_server, "/feed.atom?q=poisoned", f"Host: {poison}")
    _, given = answer_to(app_server, "/feed.atom?q=poisoned", f"Host: {host}")
    assert f'href="http://{host}/feed.atom?q=poisoned"' in given
    assert not re.search("evil|localhost:1/", given)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_path_that_is_no_page_is_answered_404_and_files_are_as_they_were(app_server, method):
    for path, expected in {
        "/": 200,
        "/timeline": 200,
        "/%20map%20": 200,
        "/no-such-page": 404,
        "/wp-login.php": 404,
        "/timeline/x": 307,
        "/favicon.png": 200,
        "/app/static/symbols.json": 200,
        "/app/static/nope.json": 404,
        "/_stcore/health": 200,
    }.items():
        status, given = answer_to(app_server, path, "Host: localhost", method=method)
        assert status == expected, path
        assert method == "HEAD" or path != "/no-such-page" or '<div id="root">' in given


@pytest.mark.parametrize("header", ["If-Modified-Since: Fri, 31 Dec 9999 23:59:59 GMT", "Range: bytes=0-9"])
@pytest.mark.parametrize("path", ["/", "/timeline", "/api/ships.json"])
def test_a_day_that_is_still_to_come_and_a_part_of_a_page_give_the_whole(app_server, path, header):
    assert answer_to(app_server, path, "Host: localhost", header)[0] == 200


@pytest.mark.parametrize("found", ["127.0.0.1", "127.0.0.0/8", "*", None])
def test_a_proxy_on_this_machine_is_believed_by_a_socket_of_both_stacks(cold_server, monkeypatch, found):
    if found:
        monkeypatch.setenv(FORWARDED_ALLOW_IPS, found)
    monkeypatch.setenv(ALLOWED_HOSTS, "crisis.example.org")
    server = cold_server(*BOTH_STACKS)
    for path in ("/timeline", "/sitemap.xml", "/feed.atom"):
        _, given = answer_to(server, path, "Host: crisis.example.org", *FORWARDED)
        assert "https://crisis.example.org/" in given
        assert not re.search(r"http://crisis|evil\.example|61666", given)


def test_a_client_that_is_no_proxy_of_ours_is_not_believed(cold_server, monkeypatch):
    monkeypatch.setenv(FORWARDED_ALLOW_IPS, "192.0.2.1, 10.0.0.0/8")
    monkeypatch.setenv(ALLOWED_HOSTS, "crisis.example.org")
    server = cold_server(*BOTH_STACKS)
    for path in ("/timeline", "/sitemap.xml", "/feed.atom"):
        _, given = answer_to(server, path, "Host: crisis.example.org", *FORWARDED)
        assert "http://crisis.example.org/" in given
        assert not re.search(r"https://crisis|evil\.example|61666", given)


def test_under_a_sub_path_the_address_that_is_named_stands_in_every_link(cold_server, monkeypatch):
    monkeypatch.setenv(PUBLIC_URL, "https://crisis.example.org/watch")
    server = cold_server("--server.baseUrlPath", "watch", health="/watch/_stcore/health")
    for lines in (("Host: evil.example",), ("Host: evil.example", *FORWARDED), ()):
        for path in ("timeline", "sitemap.xml", "robots.txt", "feed.atom", "api/openapi.json"):
            _, given = answer_to(server, f"/watch/{path}", *lines, version="1.1" if lines else "1.0")
            assert "https://crisis.example.org/watch" in given
            assert not re.search(r"evil\.example|61666|127\.0\.0\.1", given)
        # Streamlit would lead to the slash by way of the host that was asked for.
        for method in ("GET", "HEAD", "POST", "OPTIONS"):
            status, given = answer_to(server, "/watch?q=x", *lines, method=method, version="1.1" if lines else "1.0")
            assert status == 307
            assert re.search(r"(?im)^location: watch/\?q=x\r$", given)
        assert answer_to(server, "/watch/no-such-page", "Host: localhost")[0] == 404


@pytest.mark.parametrize(
    ("name", "value"), [(PUBLIC_URL, "crisis.example.org"), (ALLOWED_HOSTS, "https://crisis.example.org")]
)
def test_an_address_that_is_none_stops_the_start_with_one_sentence(cold_server, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(RuntimeError, match="ended with code 1") as ended:
        cold_server()
    assert f"{name} " in str(ended.value)
    assert "Traceback" not in str(ended.value)
