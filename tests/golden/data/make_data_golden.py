#!/usr/bin/env python3
"""Writes rows.ids beside itself: for rows made of the golden lines (question: line 2i, answer: line 2i + 1) one number
that stands for the ids and the trained tokens which transformers gives them through the demo model's chat template.

    make_data_golden.py --gguf SmolLM2-135M-Instruct.Q4_1.gguf

A token trains when it has a character of the answer or of the end token behind it; a row is at most 128 tokens long.
The number is FNV-1a over the ids as int32 and the trained flags as bytes; 0: a row that cannot train.
"""
import argparse
import json
import pathlib
import subprocess
import sys

import gguf
import numpy as np
from transformers import PreTrainedTokenizerFast

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tokenizer"))
import make_tokenizer_golden as shared  # noqa: E402

ROWS = 2000
MAX_TOKENS = 128
END = "<|im_end|>"


def number(tokenizer, question, answer):
    messages = [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]
    prompt = tokenizer.apply_chat_template(messages[:1], tokenize=False, add_generation_prompt=True)
    text = tokenizer.apply_chat_template(messages, tokenize=False)
    assert text == prompt + answer + END + "\n"
    begin, end = len(prompt), len(prompt) + len(answer) + len(END)
    encoded = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True)
    trained = [int(b < end and e > begin) for b, e in encoded["offset_mapping"]]
    size = min(MAX_TOKENS, max(i for i, t in enumerate(trained) if t) + 1)
    if not any(trained[:size]):
        return 0
    return shared.fnv1a(np.asarray(encoded["input_ids"][:size], dtype="<i4").tobytes() + bytes(trained[:size]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gguf", required=True)
    path = parser.parse_args().gguf
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=shared.demo_tokenizer(path))
    tokenizer.chat_template = gguf.GGUFReader(path).fields["tokenizer.chat_template"].contents()
    packed = subprocess.run(["zstd", "-dc", HERE.parent / "tokenizer" / "lines.jsonl.zst"], check=True, capture_output=True).stdout
    lines = [json.loads(line) for line in packed.decode("utf-8").split("\n") if line]
    shared.HERE = HERE
    shared.write_numbers("rows.ids", [0 if blank(q) or blank(a) or "<|" in q + a else number(tokenizer, q, a)
                                      for q, a in zip(lines[0:2 * ROWS:2], lines[1:2 * ROWS:2])])


def blank(text):
    return all(c in " \t\n\x0b\x0c\r" for c in text)


if __name__ == "__main__":
    main()
