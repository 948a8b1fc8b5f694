#!/usr/bin/env python3
"""Compares this program's ids with those of stock tools, and prints a table of equal lines per tokenizer.

    compare_ids.py --tool build/release/bin/token_ids vectors FOLDER
        FOLDER holds ggml-vocab-*.gguf with .inp and .out (sdist llama-cpp-python==0.3.36, vendor/llama.cpp/models).
    compare_ids.py --tool ... llama-cpp LIBRARY FOLDER [--lines 10000]
        Hostile lines on the same vocabularies against llama.cpp itself. LIBRARY: a shared library that exports
        llama.h, for example xllamacpp.abi3.so of the package xllamacpp.
    compare_ids.py --tool ... folders FOLDER... [--lines 10000]
        Hostile lines on model folders, against transformers' AutoTokenizer.

    compare_ids.py --tool ... exports FOLDER [--lines 10000]
        The tokenizer files that an export from these GGUF files has, in transformers, against the GGUF files here.

Needs what the chosen comparison names (ctypes, transformers). Never part of the ordinary tests.
"""
import argparse
import ctypes
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from hostile_lines import hostile_lines  # noqa: E402


def ours(tool, model, texts, special=False, plain=False):
    flags = ["--special"] * special + ["--plain"] * plain
    done = subprocess.run([tool, str(model), *flags], input="".join(json.dumps(t) + "\n" for t in texts),
                          capture_output=True, encoding="utf-8")
    if done.returncode:
        return None, done.stderr.strip()
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr.strip()


def row(name, texts, mine, theirs, note, show):
    differing = [i for i, (a, b) in enumerate(zip(mine, theirs)) if a != b]
    print(f"| {name} | {len(texts) - len(differing)}/{len(texts)} | {note} |", flush=True)
    for i in differing[:show]:
        print(f"    {texts[i]!r}\n      ours   {mine[i]}\n      theirs {theirs[i]}")


def compare(tool, name, model, texts, theirs, show, **how):
    mine, said = ours(tool, model, texts, **how)
    if mine is None:
        print(f"| {name} | refused | {said} |", flush=True)
    else:
        row(name, texts, mine, theirs, said.splitlines()[0], show)


def vectors(options):
    for inp in sorted(pathlib.Path(options.where[0]).glob("*.gguf.inp")):
        texts = inp.read_text(encoding="utf-8").split("\n__ggml_vocab_test__\n")
        lines = inp.with_suffix(".out").read_text(encoding="utf-8").split("\n")
        wanted = [[int(word) for word in line.split()] for line in lines]
        texts, wanted = texts[:len(wanted)], wanted[:len(texts)]
        compare(options.tool, inp.name.removeprefix("ggml-vocab-").removesuffix(".gguf.inp"), inp.with_suffix(""), texts,
                wanted, options.show)


class LlamaCpp:
    """llama.h by ctypes: only structs of which the needed head is stable."""

    def __init__(self, library):
        self.lib = ctypes.CDLL(library)
        class Params(ctypes.Structure):
            _fields_ = [("bytes", ctypes.c_uint8 * 256)]
        self.Params = Params
        self.lib.llama_model_default_params.restype = Params
        self.lib.llama_model_load_from_file.restype = ctypes.c_void_p
        self.lib.llama_model_load_from_file.argtypes = [ctypes.c_char_p, Params]
        self.lib.llama_model_get_vocab.restype = ctypes.c_void_p
        self.lib.llama_model_get_vocab.argtypes = [ctypes.c_void_p]
        self.lib.llama_tokenize.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int32, ctypes.c_void_p,
                                            ctypes.c_int32, ctypes.c_bool, ctypes.c_bool]
        self.silent = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p)(lambda *_: None)
        self.lib.llama_log_set(self.silent, None)
        self.lib.llama_backend_init()

    def load(self, path, vocab_only_at):
        params = self.lib.llama_model_default_params()
        params.bytes[vocab_only_at] = 1
        model = self.lib.llama_model_load_from_file(str(path).encode(), params)
        return model and self.lib.llama_model_get_vocab(model)

    def ids(self, vocab, text, special, parse):
        data = text.encode("utf-8")
        room = (ctypes.c_int32 * (len(data) + 16))()
        count = self.lib.llama_tokenize(vocab, data, len(data), room, len(room), special, parse)
        return list(room[:max(count, 0)])


def llama_cpp(options):
    llama = LlamaCpp(options.where[0])
    texts = hostile_lines(options.lines)
    for path in options.where[1:]:
        for gguf in sorted(pathlib.Path(path).glob("*.gguf")) if pathlib.Path(path).is_dir() else [pathlib.Path(path)]:
            vocab = llama.load(gguf, options.vocab_only_at)
            if not vocab:
                print(f"| {gguf.name} | llama.cpp can't load it | |")
                continue
            for parse in [True, False]:
                theirs = [llama.ids(vocab, text, True, parse) for text in texts]
                compare(options.tool, f"{gguf.stem}{'' if parse else ', plain'}", gguf, texts, theirs, options.show,
                        special=True, plain=not parse)


def folders(options):
    from transformers import AutoTokenizer
    texts = hostile_lines(options.lines)
    for folder in options.where:
        stock = AutoTokenizer.from_pretrained(folder)
        theirs = [stock.encode(text, add_special_tokens=True) for text in texts]
        compare(options.tool, pathlib.Path(folder).name, folder, texts, theirs, options.show, special=True)


def exports(options):
    from transformers import AutoTokenizer
    texts = hostile_lines(options.lines)
    for gguf in sorted(pathlib.Path(options.where[0]).glob("*.gguf")):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([options.tool, str(gguf), "--export", folder], capture_output=True, encoding="utf-8")
            if done.returncode:
                print(f"| {gguf.stem} | refused | {done.stderr.strip()} |", flush=True)
                continue
            (pathlib.Path(folder) / "config.json").write_text('{"model_type": "llama"}', encoding="utf-8")
            stock = AutoTokenizer.from_pretrained(folder)
            compare(options.tool, gguf.stem, gguf, texts, [stock.encode(text) for text in texts], options.show, special=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", required=True)
    parser.add_argument("--lines", type=int, default=10_000)
    parser.add_argument("--show", type=int, default=2, help="differing lines to print per tokenizer")
    parser.add_argument("--vocab-only-at", type=int, default=0, help="offset of vocab_only in llama_model_params")
    parser.add_argument("what", choices=["vectors", "llama-cpp", "folders", "exports"])
    parser.add_argument("where", nargs="+")
    options = parser.parse_args()
    print("| tokenizer | equal | what it is |\n|---|---|---|")
    {"vectors": vectors, "llama-cpp": llama_cpp, "folders": folders, "exports": exports}[options.what](options)


if __name__ == "__main__":
    main()
