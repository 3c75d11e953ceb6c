"""How the page is served: its headers, its assets, and how the process starts and ends."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import logging
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import tomllib
import urllib.error
import urllib.request
from email.message import Message
from email.utils import formatdate
from typing import NamedTuple

import h11
import pytest
from conftest import ROOT, dashboard, free_port
from streamlit import net_util
from streamlit.web.server import server_util
from streamlit.web.server.app_discovery import discover_asgi_app

from figures import assets, cli, sockets
from figures import server as serving


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes


def get(address, **headers):
    request = urllib.request.Request(address, headers=headers)
    try:
        answer = urllib.request.urlopen(request, timeout=10)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return Answer(answer.status, answer.headers, answer.read())


def policy(answer):
    parts = (part.split() for part in answer.headers["Content-Security-Policy"].split(";"))
    return {name: values for name, *values in parts}


def test_the_policy_lets_no_script_in_but_our_own(server):
    allowed = policy(get(server))
    assert allowed["default-src"] == ["'none'"]
    assert allowed["frame-ancestors"] == ["'none'"]
    scripts = [one for one in allowed["script-src"] if not one.startswith("'sha256-")]
    assert scripts == ["'self'", "blob:"]
    assert len(allowed["script-src"]) == len(scripts) + 1


@pytest.mark.parametrize("path", ["", "edition", "_stcore/health", "assets/0/view.js", "static/js/none.js"])
def test_every_answer_has_the_headers(server, path):
    answer = get(server + path)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "Content-Security-Policy" in answer.headers


def named(address):
    """The files that the page at an address names in its head, by their names."""
    found = re.findall(r'(?:src|href)="\./((?:assets|static)/[^"]+)"', get(address).body.decode())
    return {one.rsplit("/")[-1]: one for one in found}


def test_the_page_names_what_it_will_need_and_all_of_it_is_there(server):
    files = named(server)
    assert next(iter(files)) == "plotly.min.js"
    assert set(assets.STATIC) <= set(files)
    for element in ("BidiComponent", "ButtonGroup", "DownloadButton", "TextInput"):
        assert [name for name in files if name.startswith(f"{element}.")], element
    assert {get(server + address).status for address in files.values()} == {200}
    assert len(files) == len(set(files.values()))


def test_the_page_is_sent_whole_whatever_the_browser_has_kept(server):
    whole = get(server)
    assert whole.headers["Cache-Control"] == "no-cache"
    assert int(whole.headers["Content-Length"]) == len(whole.body)
    kept = (serving._STATIC / "index.html").stat()
    etag = hashlib.md5(f"{kept.st_mtime}-{kept.st_size}".encode(), usedforsecurity=False).hexdigest()
    later = get(server, **{"If-None-Match": f'"{etag}"', "If-Modified-Since": formatdate(time.time(), usegmt=True)})
    assert (later.status, later.body) == (200, whole.body)
    assert "ETag" not in later.headers


def test_a_long_address_that_comes_in_pieces_is_answered(server):
    port = int(server.rstrip("/").rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=10) as sock:
        sock.sendall(b"GET /?sector=" + b"x" * 70_000)
        time.sleep(0.3)
        sock.sendall(b"x" * 30_000 + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert sock.recv(4096).startswith(b"HTTP/1.1 200 ")


def test_a_small_answer_does_not_wait_for_the_one_before_it():
    with socket.socket() as listening:
        listening.bind((serving.HOST, 0))
        listening.listen()
        serving._send_at_once()
        with socket.create_connection(listening.getsockname()), listening.accept()[0] as taken:
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_streamlits_bundles_come_compressed(server):
    found = re.search(r"\./(static/js/index\.[\w-]+\.js)", get(server).body.decode())
    plain = get(server + found[1])
    packed = get(server + found[1], **{"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert "immutable" in packed.headers["Cache-Control"]
    assert gzip.decompress(packed.body) == plain.body
    assert (
        get(server + "static/js/none.js", **{"Accept-Encoding": "gzip"}).headers["Content-Type"].startswith("text/html")
    )
    assert get(server + "static/js/..%2f..%2findex.js", **{"Accept-Encoding": "gzip"}).status == 400


@pytest.mark.parametrize("name", assets.STATIC)
def test_assets_are_compressed_and_kept_for_good(server, name):
    address = server + named(server)[name]
    packed = get(address, **{"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "immutable" in packed.headers["Cache-Control"]
    plain = get(address).body
    assert gzip.decompress(packed.body) == plain
    assert len(packed.body) < len(plain) / 2


@pytest.mark.parametrize(
    "path", ["assets/0/view.js", "assets/0/host.js", "assets/0/..%2f..%2fcli.py", "assets/0/document.json"]
)
def test_other_addresses_of_assets_are_not_found(server, path):
    assert get(server + path).status in (400, 404)


def test_health_and_edition_answer(server):
    assert get(server + "_stcore/health").body == b"ok"
    edition = get(server + "edition")
    assert edition.headers["Cache-Control"] == "no-store"
    assert re.fullmatch(rb"[0-9a-f]{20}", edition.body)


def test_the_options_are_those_of_streamlits_file():
    told = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert flat(told) == serving.OPTIONS


def flat(table, before=""):
    out = {}
    for name, value in table.items():
        out |= flat(value, f"{before}{name}.") if isinstance(value, dict) else {before + name: value}
    return out


def test_streamlit_run_finds_the_app():
    found = discover_asgi_app(ROOT / "dashboard.py")
    assert found.is_asgi_app
    assert found.app_name == "app"


@contextlib.contextmanager
def streamlit_run(*flags):
    """``streamlit run dashboard.py``, for operators; gives its address once it answers."""
    port = str(free_port())
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", port, *flags]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            address = next(line for line in process.stdout if port in line).split()[-1]
            wait_for(address)
            yield address
        finally:
            process.terminate()


def wait_for(address):
    for _ in range(200):
        with contextlib.suppress(OSError):
            return get(address)
        time.sleep(0.05)
    raise AssertionError(f"{address} did not answer")


def test_streamlit_run_serves_the_same_page():
    with streamlit_run() as address:
        assert address.startswith("http://127.0.0.1:")
        assert "script-src" in policy(get(address))
        assert get(f"{address}/{named(address)['view.js']}").status == 200


def test_a_path_before_the_page_is_no_obstacle():
    with streamlit_run("--server.baseUrlPath", "figures/2013") as address:
        assert address.endswith("/figures/2013")
        for one in (named(address)["view.js"], "edition", "_stcore/health"):
            assert get(f"{address}/{one}").status == 200


def test_an_operator_names_who_may_embed(monkeypatch):
    monkeypatch.setenv(serving.EMBED, "https://news.example")
    with dashboard() as address:
        answer = get(address)
        assert policy(answer)["frame-ancestors"] == ["https://news.example"]
        assert "X-Frame-Options" not in answer.headers


@pytest.mark.parametrize(
    ("named", "allowed"),
    [
        ("", ""),
        ("https://a.example, https://*.b.example:8443", "https://a.example https://*.b.example:8443"),
        (" 'self'  http://localhost:* ", "'self' http://localhost:*"),
        ("*", "*"),
    ],
)
def test_who_may_embed_is_a_list_of_sites(named, allowed):
    assert serving._embedders(named) == allowed


@pytest.mark.parametrize(
    "named", ["https://a.example; script-src", "https://é.example", "https://a.example/page", "'none'"]
)
def test_what_is_no_site_is_told_in_one_line(named, monkeypatch, capsys):
    monkeypatch.setenv(serving.EMBED, named)
    before = signal.getsignal(signal.SIGTERM)
    try:
        assert cli.main(["dashboard", "--no-browser", "--data", str(ROOT / "data" / "figures.yaml")]) == 2
    finally:
        signal.signal(signal.SIGTERM, before)
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("figures: FIGURES_EMBED: '")


def test_a_port_in_use_is_one_line():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "figures", "dashboard", "--no-browser", "--port", str(port)]
        said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=20, check=False)
    assert said.returncode == 1
    assert said.stdout == ""
    assert said.stderr.startswith(f"figures: port {port} cannot be used: ")
    assert len(said.stderr.splitlines()) == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_with_one_line(number):
    command = [sys.executable, "-m", "figures", "dashboard", "--no-browser", "--port", str(free_port())]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline().startswith("Cited Figures: http://")
        process.send_signal(number)
        rest, errors = process.communicate(timeout=20)
    assert (process.returncode, rest, errors) == (0, "Stopped.\n", "")


JUNK = {
    "a text": (1, b"hello"),
    "no text": (1, b""),
    "a text in no encoding": (1, b"\xff\xfe"),
    "bytes of nothing": (2, b"\xff" * 50),
    "a message that says nothing": (2, b""),
    "groups in groups": (2, b"\x5b" * 100_000),
    "a frame of no kind": (3, b"x"),
    "an answer to no question": (10, b"x"),
    "half a message": (0, b"x"),
}

FOREIGN = ("https://evil.example", "null", "http://127.0.0.1.evil.example")


def shake_hands(port, origin):
    """Ask for Streamlit's WebSocket; gives the socket and the status of the answer."""
    sock = socket.create_connection(("127.0.0.1", port), timeout=10)
    head = {
        **{"Host": f"127.0.0.1:{port}", "Upgrade": "websocket", "Connection": "Upgrade", "Origin": origin},
        **{"Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==", "Sec-WebSocket-Version": "13"},
    }
    lines = ["GET /_stcore/stream HTTP/1.1", *(f"{name}: {value}" for name, value in head.items()), "", ""]
    sock.sendall("\r\n".join(lines).encode())
    return sock, int(sock.recv(4096).split()[1])


def frame(kind, data):
    length = bytes([0x80 | len(data)]) if len(data) < 126 else b"\xff" + len(data).to_bytes(8, "big")
    return bytes([0x80 | kind]) + length + bytes(4) + data


def test_who_sends_junk_is_left_with_a_line_at_most_and_no_trace_in_the_log():
    port = free_port()
    command = [sys.executable, "-m", "figures", "dashboard", "--no-browser", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline().startswith("Cited Figures: http://")
        for kind, data in JUNK.values():
            sock, status = shake_hands(port, f"http://127.0.0.1:{port}")
            assert status == 101
            with sock:
                sock.sendall(frame(kind, data))
                sock.shutdown(socket.SHUT_WR)
                while sock.recv(4096):
                    pass
        for origin in FOREIGN:
            sock, status = shake_hands(port, origin)
            sock.close()
            assert status == 403
        assert get(f"http://127.0.0.1:{port}/_stcore/health").body == b"ok"
        process.terminate()
        _, errors = process.communicate(timeout=20)
    assert "Traceback" not in errors
    assert "no message of the page" in errors
    assert len(errors.splitlines()) <= len(JUNK) + len(FOREIGN)


def test_a_message_in_parts_of_no_protocol_is_one_line_in_the_log():
    error = h11.LocalProtocolError("can't handle event type Response")
    record = logging.LogRecord("uvicorn.error", logging.ERROR, "", 1, "Exception", (), (type(error), error, None))
    assert sockets.without_trace(record)
    assert record.getMessage().endswith("can't handle event type Response")
    assert record.exc_info is None
    fault = KeyError("ours")
    record = logging.LogRecord("uvicorn.error", logging.ERROR, "", 1, "Exception", (), (type(fault), fault, None))
    assert sockets.without_trace(record)
    assert record.exc_info


def test_the_server_asks_nobody_for_its_own_address(monkeypatch):
    asked = []
    monkeypatch.setattr(net_util, "_external_ip", None)
    monkeypatch.setattr(net_util, "_make_blocking_http_get", lambda *_args, **_options: asked.append(1))
    serving._ask_nobody()
    assert not server_util.is_url_from_allowed_origins("https://evil.example")
    assert not asked


def test_a_catalogue_that_is_wrong_at_the_start_is_served_as_its_problems(tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    data = tmp_path / "data" / "figures.yaml"
    data.write_text("title: x\n", "utf-8")
    with dashboard("--data", str(data)) as address:
        assert get(address + "_stcore/health").status == 200
        before = get(address + "edition").body
        shutil.copy(ROOT / "data" / "figures.yaml", data)
        time.sleep(1.1)  # for a second the files are taken as unchanged
        assert get(address + "edition").body != before
