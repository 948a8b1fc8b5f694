#!/usr/bin/env python3
"""The demo model's GGUF file as Hugging Face folders FOLDER/bf16 and FOLDER/fp32, which both sides of `compare` load."""
import pathlib
import sys

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer


def convert(gguf, folder):
    source = {"pretrained_model_name_or_path": gguf.parent, "gguf_file": gguf.name}
    tokenizer = AutoTokenizer.from_pretrained(**source)
    tokenizer.eos_token = tokenizer.pad_token = "<|im_end|>"
    model = AutoModelForCausalLM.from_pretrained(**source, dtype=torch.float32)
    for name, dtype in (("fp32", torch.float32), ("bf16", torch.bfloat16)):
        target = folder / name
        model.to(dtype).save_pretrained(target)
        tokenizer.save_pretrained(target)
        (target / "tokenizer.model").unlink(missing_ok=True)  # transformers copies the whole GGUF file there


if __name__ == "__main__":
    convert(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
