"""Log-likelihoods of the demo probe's choices by transformers: tests/golden/evaluate/probe_likelihoods.json.

    python make_choice_golden.py HF_FOLDER_OF_THE_DEMO_MODEL   (the demo GGUF, dequantised to fp32)
"""
import json
import pathlib
import sys

import torch
from tokenizers import pre_tokenizers
from transformers import AutoModelForCausalLM, AutoTokenizer

ITEMS = 200
here = pathlib.Path(__file__).parent
probe = json.loads((here.parents[2] / "resources/demo/arc-easy-probe.json").read_text())[:ITEMS]
tokenizer = AutoTokenizer.from_pretrained(sys.argv[1])
# SmolLM2's own pre-tokeniser; transformers' reading of a GGUF file leaves the single digits out.
tokenizer.backend_tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
    [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)])


def encode(text):
    return tokenizer(text, add_special_tokens=False)["input_ids"]


model = AutoModelForCausalLM.from_pretrained(sys.argv[1], torch_dtype=torch.float32).eval()

rows = []
for item in probe:
    prompt = f"Question: {item['question']}\nAnswer:"
    start = len(encode(prompt))
    sums = []
    for choice in item["choices"]:
        ids = torch.tensor([encode(prompt + " " + choice)])
        with torch.no_grad():
            log_p = model(ids).logits.double().log_softmax(-1)
        sums.append(sum(log_p[0, at - 1, ids[0, at]].item() for at in range(start, ids.shape[1])))
    rows.append(sums)
(here / "probe_likelihoods.json").write_text(json.dumps(rows, indent=1) + "\n")
