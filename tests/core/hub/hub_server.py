"""The hub's protocol on loopback, with its faults, for the tests of core/hub. See web_server.py for how it is run.

Repositories: org/NAME, made of the files below, whose content is the same at every start. NAME says what goes wrong:
  plain        nothing: config.json (git's SHA-1), tokenizer.json, model.safetensors (LFS, on the other port)
  paged        the first reply has no sizes; the tree comes in pages of two
  private      401 without the token "hf_good"        gated        403 (GatedRepo) with it, 401 without
  terms        its list is for all, its weights for those who accepted the terms, as the hub does with gated ones
  busy         429 with Retry-After 0, twice, then as plain      very-busy    429 with Retry-After 3600
  broken       500 always                             flaky        each download hangs up after 40,000 bytes
  no-ranges    Range is ignored and the connection drops, once
  shifted      a Range is answered from another byte, once
  too-long, too-short   the file has another length   wrong-hash   another content
  stale        416 to any Range                       slow         a few bytes, then nothing until asked again
  ggufs, one-gguf, data, parts   other lists of files        escape       a file named ../../outside
  real         the files of the folder that is the program's argument
  clash        a file that is a folder too            no-commit    a reply without a commit
"""
import hashlib
import json
import pathlib
import sys
import time
from urllib.parse import unquote, urlsplit

import web_server
from web_server import Handler, content, serve

COMMIT = "0123456789abcdef0123456789abcdef01234567"
TOKEN = "Bearer hf_good"
SEEN = {}   # how often a thing happened, by name

TEXTS = {"config.json": b'{"model_type": "llama"}\n', "tokenizer.json": b'{"version": "1.0"}\n',
         "README.md": b"---\nlicense: apache-2.0\n---\n"}
ROWS = b'{"prompt": "a", "completion": "b"}\n' * 50
FILES = {
    "parts": {"README.md": TEXTS["README.md"], "main/train.jsonl": ROWS, "main/test.jsonl": ROWS[:70],
              "socratic/train.jsonl": ROWS + ROWS},
    "plain": {**TEXTS, "model.safetensors": content(100_000), "pytorch_model.bin": content(70_000),
              "onnx/model.onnx": content(50_000), ".gitattributes": b"*.bin lfs\n"},
    "ggufs": {"README.md": TEXTS["README.md"], "tiny-Q8_0.gguf": content(9_000), "tiny-Q4_K_M.gguf": content(6_000)},
    "one-gguf": {"README.md": TEXTS["README.md"], "tiny-00001-of-00002.gguf": content(9_000),
                 "tiny-00002-of-00002.gguf": content(8_000), "mmproj-tiny.gguf": content(2_000)},
    "data": {"README.md": TEXTS["README.md"], "data/train.jsonl": ROWS,
             "data/test.parquet": content(3_000), "script.py": b"print()\n", "pictures/a.png": content(1_000)},
}


def digests(data):
    return (hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest(), hashlib.sha256(data).hexdigest())


def is_large(name):
    return not name.endswith((".json", ".md", ".jsonl", ".py", ".gitattributes", ".jinja", ".txt"))


def sibling(name, data, tree=False):
    git, sha = digests(data)
    entry = {"path" if tree else "rfilename": name, "size": len(data), "oid" if tree else "blobId": git}
    if tree:
        entry["type"] = "file"
    if is_large(name):
        entry["lfs"] = {"oid" if tree else "sha256": sha, "size": len(data), "pointerSize": 130}
    return entry


def times(name):
    SEEN[name] = SEEN.get(name, 0) + 1
    return SEEN[name]


class HubHandler(Handler):
    extra = {}

    def reply(self, status, body=b"", headers=None, length=None):
        super().reply(status, body, {**(headers or {}), **self.extra}, length)

    def refuse(self, status, code="", message="", headers=None):
        headers = {"X-Error-Code": code, "X-Error-Message": message, **(headers or {})}
        self.reply(status, json.dumps({"error": message}).encode(), {k: v for k, v in headers.items() if v})

    def may_pass(self, name):
        """Whether `name` lets this request in; otherwise the refusal has been sent."""
        token = self.headers.get("Authorization")
        if token and token != TOKEN:
            self.refuse(401, "", "Invalid credentials in Authorization header")
        elif name == "private" and not token:
            self.refuse(401, "RepoNotFound", "Invalid username or password.")
        elif name == "gated" and not token:
            self.refuse(401, "GatedRepo", "Access to model org/gated is restricted.")
        elif name == "gated":
            self.refuse(403, "GatedRepo", "Access to model org/gated is restricted.")
        elif name == "broken":
            self.refuse(500, "", "Internal Error")
        elif name == "very-busy":
            self.refuse(429, "", "", {"Retry-After": "3600"})
        elif name == "busy" and times("busy") < 3:
            self.refuse(429, "", "", {"Retry-After": "0"})
        elif name == "missing":
            self.refuse(404, "RepoNotFound", "Repository not found")
        else:
            return True
        return False

    def answer(self, parts, query):
        self.extra = {}
        parts = [unquote(part) for part in parts]
        if parts[0] == "api" and len(parts) == 2:
            return self.search(parts[1], query)
        if parts[0] == "api":
            return self.may_pass(parts[3]) and self.describe(parts[3], parts[4:], query)
        if parts[0] == "datasets":
            parts = parts[1:]
        if "resolve" in parts:
            return self.may_pass(parts[1]) and self.resolve(parts[1], parts[3], "/".join(parts[4:]))
        if parts[0] == "cdn":
            return self.send_file(parts[1], "/".join(parts[2:]))
        self.refuse(404, "", "no such page")

    def search(self, kind, query):
        hits = [{"id": "org/plain", "downloads": 70, "likes": 3, "gated": False, "tags": ["safetensors", "license:mit"],
                 "safetensors": {"total": 135_000_000}},
                {"id": "org/gated", "downloads": 9, "likes": 1, "gated": "manual", "tags": ["gguf"]},
                {"id": "../../etc", "downloads": 1}]
        self.reply(200, json.dumps(hits if kind == "models" else hits[1:2]).encode())

    def describe(self, name, rest, query):
        files = FILES.get(name, FILES["plain"])
        if rest[0] == "tree":
            entries = [{"type": "directory", "path": "onnx", "oid": "0" * 40, "size": 0}]
            entries += [sibling(path, data, tree=True) for path, data in files.items()]
            at = int(query.get("cursor", ["0"])[0])
            headers = {}
            if at + 2 < len(entries):
                page = self.address(web_server.PORTS[0], urlsplit(self.path).path)
                headers["Link"] = f'<{page}?recursive=true&cursor={at + 2}>; rel="next"'
            return self.reply(200, json.dumps(entries[at:at + 2]).encode(), headers)
        if rest[1] not in ("main", "v1/beta", COMMIT):
            return self.refuse(404, "RevisionNotFound", f"Invalid rev id: {rest[1]}")
        siblings = [sibling(path, data) for path, data in files.items()]
        if name == "paged":
            siblings = [{"rfilename": path} for path in files]
        if name == "escape":
            siblings.append({**siblings[0], "rfilename": "../../outside"})
        if name == "clash":
            siblings.append({**siblings[0], "rfilename": "config.json/inside"})
        self.reply(200, json.dumps({
            "id": f"org/{name}", "sha": "main" if name == "no-commit" else COMMIT, "private": name == "private",
            "gated": "manual" if name == "terms" else False, "downloads": 1234, "tags": ["license:mit"], "cardData": {"license": "apache-2.0"},
            "siblings": siblings}).encode())

    def resolve(self, name, commit, path):
        data = FILES.get(name, FILES["plain"]).get(path)
        if data is None:
            return self.refuse(404, "EntryNotFound", "Entry not found")
        if name == "terms" and is_large(path):
            nobody = "Authorization" not in self.headers
            return self.refuse(401 if nobody else 403, "GatedRepo", "Access to model org/terms is restricted.")
        if is_large(path):
            where = self.address(web_server.PORTS[1], f"/cdn/{name}/{path}?signature=x")
            return self.reply(302, b"", {"Location": where, "X-Repo-Commit": COMMIT, "X-Linked-Size": str(len(data)),
                                         "X-Linked-ETag": f'"{digests(data)[1]}"', "ETag": f'"{digests(data)[1]}"'})
        self.extra = {"X-Repo-Commit": COMMIT, "ETag": f'"{digests(data)[0]}"'}   # stock clients read them
        self.send_file(name, path)

    def send_file(self, name, path):
        data = FILES.get(name, FILES["plain"])[path]
        if not is_large(path):
            return self.send_bytes(data)
        asked = self.headers.get("Range")
        if name == "flaky":
            return self.send_bytes(data, stop_at=40_000)
        if name == "no-ranges" and times(name) == 1:
            return self.send_bytes(data, stop_at=40_000)
        if name == "no-ranges":
            return self.send_bytes(data, ranges=False)
        if name == "shifted" and times(name) == 1:
            return self.send_bytes(data, stop_at=40_000)
        if name == "shifted" and asked and times("shifted range") == 1:
            return self.reply(206, data[10:], {"Content-Range": f"bytes 10-{len(data) - 1}/{len(data)}"})
        if name == "too-long":
            return self.send_bytes(data + b"more")
        if name == "too-short":
            return self.send_bytes(data[:-5])
        if name == "wrong-hash":
            return self.send_bytes(data[:-1] + b"?")
        if name == "stale" and asked:
            return self.reply(416, b"", {"Content-Range": f"bytes */{len(data)}"})
        if name == "slow" and times(name) == 1:
            self.reply(200, data[:60_000], length=len(data))
            self.wfile.flush()
            return time.sleep(60)
        self.send_bytes(data)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        FILES["real"] = {path.name: path.read_bytes() for path in pathlib.Path(sys.argv[1]).iterdir()}
    serve(HubHandler)
