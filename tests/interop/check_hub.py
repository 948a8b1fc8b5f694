"""Has `lift hub get` and huggingface_hub download into one cache, and each find what the other brought.

Both ask the server of the tests.

Run by hand, in a virtual environment with huggingface_hub 2.4.0:

    python3 tests/interop/check_hub.py LIFT

LIFT is the program.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

lift = sys.argv[1]
server_script = pathlib.Path(__file__).parents[1] / "core" / "hub" / "hub_server.py"
THEIR_FILES = ["*.json", "*.safetensors", "README.md"]


def get(name):
    printed = subprocess.run([lift, "hub", "get", name, "--json"], check=True, capture_output=True, text=True).stdout
    return json.loads(printed)


def main(hub):
    ours = get("org/plain")
    found = hub.snapshot_download("org/plain", local_files_only=True)
    scan = hub.scan_cache_dir()
    yield "ours is found by theirs", found == ours["path"] and len(os.listdir(found)) == 4
    yield "their scan has no complaint", not scan.warnings and [r.repo_id for r in scan.repos] == ["org/plain"]

    theirs = hub.snapshot_download("org/paged", allow_patterns=THEIR_FILES)
    again = get("org/paged")
    is_same = again["path"] == theirs and again["received_bytes"] == 0
    yield "theirs is found by ours, and not a byte asked for again", is_same

    half = get("org/busy")["path"]
    yield "their download goes on from ours", hub.snapshot_download("org/busy", allow_patterns=THEIR_FILES) == half


with tempfile.TemporaryDirectory() as home, subprocess.Popen(
        [sys.executable, server_script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
    port = server.stdout.readline().split()[0]
    os.environ.update(HF_HOME=home, HF_ENDPOINT=f"http://127.0.0.1:{port}", NO_PROXY="127.0.0.1",
                      HF_HUB_DISABLE_XET="1", HF_HUB_DISABLE_PROGRESS_BARS="1", HF_HUB_DISABLE_TELEMETRY="1")
    import huggingface_hub   # reads the variables when it is loaded

    good = True
    for what, holds in main(huggingface_hub):
        print("yes" if holds else "NO ", what)
        good = good and holds
    server.stdin.close()
sys.exit(0 if good else 1)
