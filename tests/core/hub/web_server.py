"""A web server on loopback for the tests of core/hub: two ports, which are two origins. It ends when its input does.

Prints "PORT OTHER_PORT". What reached it is told at /log, which empties the list: [[port, method, path, headers], ...].
  /bytes/N                 N bytes, ranges understood        /no-ranges/N   the same, ranges ignored
  /drop/N/AT               announces N bytes, hangs up behind AT; ranges understood, so that the next try gets further
  /short/N/AT              announces N bytes, sends AT and closes in order
  /echo                    the request's headers as JSON
  /status/CODE             that status with a body; ?retry=S: with Retry-After
  /to/WHERE                redirects: self, other (the second port), back (there and back), circle, file, relative
  /stall                   headers, then nothing            /silent         nothing at all
"""
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

LOG = []
PORTS = []


def content(count):
    return bytes((i * 7 + i // 251) % 256 for i in range(count))


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def reply(self, status, body=b"", headers=None, length=None):
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def hang_up(self):
        self.wfile.flush()
        self.close_connection = True

    def send_bytes(self, data, ranges=True, stop_at=None):
        """The whole, or the part that the Range header asks for; after `stop_at` bytes of it the connection ends."""
        first, status, headers = 0, 200, {"Accept-Ranges": "bytes"}
        asked = self.headers.get("Range")
        if asked and ranges:
            first = int(asked.removeprefix("bytes=").rstrip("-"))
            if first >= len(data):
                return self.reply(416, b"", {"Content-Range": f"bytes */{len(data)}"})
            status = 206
            headers["Content-Range"] = f"bytes {first}-{len(data) - 1}/{len(data)}"
        part = data[first:]
        if stop_at is not None and stop_at < len(part):
            self.reply(status, part[:stop_at], headers, len(part))
            return self.hang_up()
        self.reply(status, part, headers)

    def address(self, port, path):
        return f"http://127.0.0.1:{port}{path}"

    def do_GET(self):
        url = urlsplit(self.path)
        if url.path == "/log":
            body = json.dumps(LOG).encode()
            LOG.clear()
            return self.reply(200, body)
        LOG.append([self.server.server_port, self.command, self.path, dict(self.headers)])
        parts = url.path.strip("/").split("/")
        self.answer(parts, parse_qs(url.query))

    do_HEAD = do_GET

    def answer(self, parts, query):
        kind = parts[0]
        if kind == "bytes":
            self.send_bytes(content(int(parts[1])))
        elif kind == "no-ranges":
            self.send_bytes(content(int(parts[1])), ranges=False)
        elif kind == "drop":
            self.send_bytes(content(int(parts[1])), stop_at=int(parts[2]))
        elif kind == "short":
            self.reply(200, content(int(parts[2])), length=int(parts[1]))
            self.hang_up()
        elif kind == "echo":
            self.reply(200, json.dumps(dict(self.headers)).encode())
        elif kind == "status":
            headers = {"Retry-After": query["retry"][0]} if "retry" in query else {}
            self.reply(int(parts[1]), b"why not", headers)
        elif kind == "to":
            other = self.server.server_port if parts[1] == "circle" else PORTS[1]
            self.reply(302, b"elsewhere", {"Location": {
                "self": self.address(PORTS[0], "/echo"), "other": self.address(other, "/echo"),
                "back": self.address(other, "/to/self"), "circle": self.address(other, "/to/circle"),
                "file": "file:///etc/hostname", "relative": "/echo"}[parts[1]]})
        elif kind == "stall":
            self.reply(200, b"some", length=1000)
            self.wfile.flush()
            time.sleep(20)
        elif kind == "silent":
            time.sleep(20)
        else:
            self.reply(404, b"no such path")


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):   # a client that has had enough is part of the tests
            super().handle_error(request, client_address)


def serve(handler):
    servers = [Server(("127.0.0.1", 0), handler) for _ in range(2)]
    for server in servers:
        PORTS.append(server.server_port)
        threading.Thread(target=server.serve_forever, daemon=True).start()
    print(*PORTS, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    serve(Handler)
