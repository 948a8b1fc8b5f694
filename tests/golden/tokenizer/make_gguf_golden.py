#!/usr/bin/env python3
"""Writes gguf.json beside itself: variants of the SentencePiece vocabulary in sp_bpe.gguf, as converters have written
them or got them wrong, and the ids that llama.cpp gives for some texts.

    make_gguf_golden.py LIBRARY      a shared library with llama.h: xllamacpp.abi3.so of xllamacpp 2026.10.11549
Needs the package gguf. The variants are applied again by tests/core/tokenizer/gguf_tokenizer_test.cpp.
"""
import json
import pathlib
import sys
import tempfile

import gguf

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "bench" / "tokenizers"))
from compare_ids import LlamaCpp  # noqa: E402

TEXTS = ["", " ", "Natalia sold clips", "<|im_start|>user\nHello<|im_end|>\n", "  two  blanks\t\n", "a<mark>b <mark><mark>  c",
         "<s>x</s> y <unk>", "Zażółć 漢字😀\u0000\u0007", "<|im_end|><|im_end|> <|im_", "x  </s>\n\n y"]
VARIANTS = [
    {"name": "as it is"},
    {"name": "user-defined tokens behind", "add": [["<|im_start|>", 4], ["<|im_end|>", 4], ["<mark>", 4]]},
    {"name": "the same without a blank in front", "add": [["<|im_start|>", 4], ["<|im_end|>", 4], ["<mark>", 4]],
     "flags": {"tokenizer.ggml.add_space_prefix": False}},
    {"name": "control tokens behind", "add": [["<|im_start|>", 3], ["<|im_end|>", 3], ["<mark>", 3]]},
    {"name": "normal tokens behind", "add": [["<|im_start|>", 1], ["<|im_end|>", 1], ["<mark>", 1]]},
    {"name": "tokens inside each other", "add": [["<|im_end|>", 4], ["<|im_end|> <|im_", 4], ["<|im_", 4], ["rk><ma", 4], ["<mark>", 4]]},
    {"name": "two unknown tokens", "add": [["<unk2>", 2], ["<mark>", 2]]},
    {"name": "no unknown token", "types": {"0": 1}},
    {"name": "an empty piece", "pieces": {"300": ""}},
    {"name": "no types", "no_types": True},
    {"name": "odd types", "types": {"5": 5, "301": 5, "302": 0, "303": 9}},
    {"name": "no scores", "no_scores": True},
    {"name": "first and last token", "flags": {"tokenizer.ggml.add_bos_token": True, "tokenizer.ggml.add_eos_token": True}},
    {"name": "no first token", "flags": {"tokenizer.ggml.add_bos_token": False}},
    {"name": "no ids named", "no_ids": True},
    {"name": "Phi-3 takes blanks behind its tokens", "general_name": "Phi-3 mini", "add": [["<|im_end|>", 3], ["<mark>", 4], ["<|endoftext|>", 3]]},
]


def write(path, base, variant):
    pieces, types, scores = list(base["tokens"]), list(base["token_type"]), list(base["scores"])
    for text, kind in variant.get("add", []):
        pieces.append(text)
        types.append(kind)
        scores.append(-1000.0)
    for index, kind in variant.get("types", {}).items():
        types[int(index)] = kind
    for index, text in variant.get("pieces", {}).items():
        pieces[int(index)] = text
    writer = gguf.GGUFWriter(str(path), "llama")
    writer.add_name(variant.get("general_name", "variant"))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(pieces)
    if not variant.get("no_scores"):
        writer.add_token_scores(scores)
    if not variant.get("no_types"):
        writer.add_token_types(types)
    if not variant.get("no_ids"):
        writer.add_unk_token_id(0)
        writer.add_bos_token_id(1)
        writer.add_eos_token_id(2)
    for key, value in variant.get("flags", {}).items():
        writer.add_bool(key, value)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main():
    llama = LlamaCpp(sys.argv[1])
    fields = gguf.GGUFReader(str(HERE / "sp_bpe.gguf")).fields
    base = {name: fields["tokenizer.ggml." + name].contents() for name in ["tokens", "token_type", "scores"]}
    made = []
    for variant in VARIANTS:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "model.gguf"
            write(path, base, variant)
            vocab = llama.load(path, 72)
            assert vocab, variant["name"]
            made.append({**variant, "ids": [llama.ids(vocab, text, True, True) for text in TEXTS],
                         "plain": [llama.ids(vocab, text, True, False) for text in TEXTS]})
    (HERE / "gguf.json").write_text("{\"texts\": " + json.dumps(TEXTS) + ",\n\"files\": [\n" +
                                    ",\n".join(json.dumps(entry) for entry in made) + "\n]}\n", encoding="utf-8")
    print(len(made), "files")


if __name__ == "__main__":
    main()
