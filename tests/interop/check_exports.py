"""Loads what `lift export` wrote with the programs that people use, and compares it with the merged folder.

Run by hand, in a virtual environment with torch 2.13.0, transformers 5.24.0, peft 0.21.2, safetensors, gguf 0.19.0 and
xllamacpp 2026.10.11549:

    lift export --model BASE --delta DELTA --to merged
    lift export --model BASE --delta DELTA --to adapter --format peft
    lift export --model BASE --delta DELTA --to sparse.safetensors --format sparse
    python3 tests/interop/check_exports.py BASE merged adapter sparse.safetensors

BASE is a Hugging Face folder. The adapter of a run with train.method=lora is checked with

    lift export --model BASE --delta DELTA --to merged
    lift export --model BASE --delta DELTA --to adapter --format lora
    python3 tests/interop/check_exports.py --lora BASE merged adapter

A GGUF export is checked with

    python3 tests/interop/check_exports.py --gguf MERGED_FOLDER FILE.gguf
"""
import sys

import torch


def bits(tensor):
    return tensor.contiguous().view({2: torch.int16, 4: torch.int32}[tensor.element_size()])


def compare(name, ours, theirs):
    wrong = [key for key in ours if key not in theirs or not torch.equal(bits(ours[key]), bits(theirs[key]))]
    print(f"{name}: {len(ours) - len(wrong)} of {len(ours)} tensors equal, bit for bit", *wrong[:3])
    return not wrong


def state(model):
    return {key: value.detach() for key, value in model.state_dict().items()}


def folders(base, merged, adapter, sparse):
    from peft import PeftModel
    from safetensors.torch import load_file
    from transformers import AutoModelForCausalLM

    want_model = AutoModelForCausalLM.from_pretrained(merged, dtype="auto")
    want = state(want_model)

    peft_model = PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(base, dtype="auto"), adapter)
    good = compare("PEFT, merge_and_unload", want, state(peft_model.merge_and_unload()))

    plain = state(AutoModelForCausalLM.from_pretrained(base, dtype="auto"))
    changes = load_file(sparse)
    for name in [key[: -len(".indices")] for key in changes if key.endswith(".indices")]:
        plain[name].view(-1)[changes[name + ".indices"].long()] = changes[name + ".values"]
    good &= compare("sparse file, put in by hand", want, plain)
    return good


def lora(base, merged, adapter):
    """Merged by PEFT in fp32 and rounded once, as the tuned model is; then as PEFT merges in the base's own type."""
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    want = state(AutoModelForCausalLM.from_pretrained(merged, dtype="auto"))
    wide = PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32), adapter)
    theirs = {key: value.to(want[key].dtype) for key, value in state(wide.merge_and_unload()).items()}
    largest = max((want[key].float() - theirs[key].float()).abs().max().item() for key in want)
    entries = sum((bits(want[key]) != bits(theirs[key])).sum().item() for key in want)
    print(f"merged in fp32, rounded once: {entries} of {sum(v.numel() for v in want.values())} entries differ, by at most {largest:.1e}")
    narrow = PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(base, dtype="auto"), adapter)
    compare("PEFT, merge_and_unload in the base's type", want, state(narrow.merge_and_unload()))
    return entries < 1e-5 * sum(value.numel() for value in want.values())


def gguf_file(merged, file):
    import numpy
    from gguf import GGUFReader
    from gguf.quants import dequantize
    from transformers import AutoModelForCausalLM, AutoTokenizer
    import xllamacpp

    reader = GGUFReader(file)
    print("gguf reads", len(reader.tensors), "tensors,", len(reader.fields), "keys")
    theirs = AutoModelForCausalLM.from_pretrained(merged, dtype=torch.float32)
    embedding = next(t for t in reader.tensors if t.name == "token_embd.weight")
    values = torch.from_numpy(numpy.array(dequantize(embedding.data, embedding.tensor_type), dtype=numpy.float32))
    print("embedding differs by", (values - theirs.get_input_embeddings().weight).abs().max().item())
    tokenizer = AutoTokenizer.from_pretrained(merged)
    ids = tokenizer("The capital of France is").input_ids
    with torch.no_grad():
        best = torch.log_softmax(theirs(torch.tensor([ids])).logits[0, -1], -1).topk(3)
    params = xllamacpp.CommonParams()
    params.model.path = file
    params.n_ctx = 256
    server = xllamacpp.Server(params)
    answer = server.handle_completions({"prompt": ids, "n_predict": 1, "temperature": 0, "logprobs": 3})
    print("transformers", [(tokenizer.decode([i]), round(v, 4)) for v, i in zip(best.values.tolist(), best.indices.tolist())])
    print("llama.cpp   ", answer)
    return True


if __name__ == "__main__":
    arguments = sys.argv[1:]
    checks = {"--gguf": gguf_file, "--lora": lora}
    done = checks[arguments[0]](*arguments[1:]) if arguments[0] in checks else folders(*arguments)
    sys.exit(0 if done else 1)
