#!/usr/bin/env python3
"""Every family's folder as a GGUF file: llama.cpp loads what `lift export` writes, and continues a prompt with the
tokens and the probabilities of transformers.

Run by hand, in a virtual environment with torch 2.13.0, transformers 5.24.0 and xllamacpp 2026.10.11549:

    python3 tests/interop/check_gguf_families.py LIFT [FAMILY...]

LIFT is the program. The models are those of tests/golden/model/families, with a tokenizer of 96 single bytes. A family
that the export refuses is named with its reason.
"""
import json
import math
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FAMILIES = Path(__file__).parent.parent / "golden" / "model" / "families"
VOCABULARY, TOKENS, BOUND = 96, 24, 1e-4
PROMPT = "ab+c.dZ~x!in"


def tokenizer():
    vocabulary = {chr(ord("!") + i): i for i in range(VOCABULARY - 2)} | {"in": VOCABULARY - 2}
    cut = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}
    end = {"id": VOCABULARY - 1, "content": "<end>", "special": True, "normalized": False, "single_word": False,
           "lstrip": False, "rstrip": False}
    return {"version": "1.0", "added_tokens": [end], "normalizer": None,
            "pre_tokenizer": {**cut},
            "post_processor": None, "decoder": {**cut},
            "model": {"type": "BPE", "vocab": vocabulary, "merges": ["i n"]}}


def add_tokenizer(folder):
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer()))
    (folder / "tokenizer_config.json").write_text(json.dumps(
        {"tokenizer_class": "PreTrainedTokenizerFast", "eos_token": "<end>"}))


def same_angles(file):
    """llama.cpp chooses Phi-3's angles by its context, transformers by the text's length; its window it leaves out."""
    config = json.loads(file.read_text())
    if config["model_type"] == "phi3":
        config["original_max_position_embeddings"] = config["rope_parameters"]["original_max_position_embeddings"] = 4
        config["sliding_window"] = None
        file.write_text(json.dumps(config))


def by_transformers(folder):
    """Greedy, the end token never: (token, logarithm of its probability) each."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager").eval()
    ids = AutoTokenizer.from_pretrained(folder)(PROMPT)["input_ids"]
    found = []
    with torch.no_grad():
        for _ in range(TOKENS):
            logits = model(torch.tensor([ids])).logits[0, -1].double()
            best = int(logits[:VOCABULARY - 1].argmax())
            found.append((best, float(logits.log_softmax(-1)[best])))
            ids.append(best)
    return found


def by_llama_cpp(file):
    import xllamacpp
    params = xllamacpp.CommonParams()
    params.model.path = str(file)
    params.n_ctx, params.n_gpu_layers, params.warmup = 128, 0, False
    params.flash_attn_type = xllamacpp.llama_flash_attn_type.LLAMA_FLASH_ATTN_TYPE_DISABLED
    params.cache_type_k = params.cache_type_v = xllamacpp.ggml_type.GGML_TYPE_F32
    server = xllamacpp.Server(params)
    answer = server.handle_completions({"prompt": PROMPT, "n_predict": TOKENS, "temperature": 0, "n_probs": 1,
                                        "logit_bias": [[VOCABULARY - 1, False]], "ignore_eos": True, "logprobs": 1,
                                        "cache_prompt": False, "post_sampling_probs": False})
    if isinstance(answer, str):
        answer = json.loads(answer)
    choice = answer["choices"][0] if "choices" in answer else answer
    listed = choice.get("logprobs", {}).get("content") or choice["completion_probabilities"]
    return [(item["id"], item["logprob"]) for item in listed]


def one(lift, family):
    with tempfile.TemporaryDirectory() as place:
        # llama.cpp takes a file whose name says phi3 for one with that model's vocabulary.
        folder, file = Path(place) / "model", Path(place) / "model.gguf"
        shutil.copytree(FAMILIES / family, folder)
        add_tokenizer(folder)
        same_angles(folder / "config.json")
        export = subprocess.run([lift, "export", "--model", folder, "--format", "gguf", "--weights", "fp32", "--dtype",
                                 "fp32", "--to", file], capture_output=True, text=True)
        if export.returncode:
            print(f"{family}: refused: {export.stderr.strip().splitlines()[-1].split(': ', 2)[-1]}")
            return True
        print(json.dumps({"llama": by_llama_cpp(file), "transformers": by_transformers(folder)}))
        return True


def main():
    lift, families = sys.argv[1], sys.argv[2:]
    if len(families) == 1:   # alone in its process: llama.cpp may end it
        return one(lift, families[0])
    failed = []
    for family in families or sorted(path.name for path in FAMILIES.iterdir() if path.is_dir()):
        child = subprocess.run([sys.executable, __file__, lift, family], capture_output=True, text=True)
        lines = child.stdout.strip().splitlines()
        if child.returncode or not lines:
            print(f"{family}: failed: {(child.stderr.strip().splitlines() or ['nothing was said'])[-1]}")
            failed.append(family)
        elif lines[-1].startswith("{"):
            answers = json.loads(lines[-1])
            ours, theirs = answers["llama"], answers["transformers"]
            same = sum(a[0] == b[0] for a, b in zip(ours, theirs))
            worst = max((abs(a[1] - b[1]) for a, b in zip(ours, theirs) if a[0] == b[0]), default=math.inf)
            good = same == TOKENS and worst < BOUND
            print(f"{family}: {same} of {TOKENS} tokens are transformers', log-probabilities differ by {worst:.1e}")
            if not good:
                failed.append(family)
        else:
            print(lines[-1])
    print("all well" if not failed else "not well: " + ", ".join(failed))
    return not failed


raise SystemExit(0 if main() else 1)
