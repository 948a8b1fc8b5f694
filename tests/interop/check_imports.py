"""Makes adapters with PEFT and llama.cpp's converter, has `lift` import them, and compares the merged models.

Run by hand, in a virtual environment with torch 2.13.0, transformers 5.24.0, peft 0.21.2, safetensors and gguf 0.19.0:

    python3 tests/interop/check_imports.py LIFT BASE FOLDER [CONVERTER]

LIFT is the program, BASE a Hugging Face folder in bf16, FOLDER one that does not exist; CONVERTER llama.cpp's
convert_lora_to_gguf.py, for which the GGUF file of BASE must lie beside it as BASE.gguf.
"""
import pathlib
import subprocess
import sys

import torch
from peft import LoraConfig, PeftModel, ShiraConfig, get_peft_model
from transformers import AutoModelForCausalLM

lift, base, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
folder.mkdir(parents=True)
torch.manual_seed(1)


def bits(tensor):
    return tensor.contiguous().view({2: torch.int16, 4: torch.int32}[tensor.element_size()])


def load(path):
    return AutoModelForCausalLM.from_pretrained(path, dtype="auto")


def imported(source, name, model=base):
    delta, merged = folder / f"{name}.delta.safetensors", folder / f"{name}.merged"
    subprocess.run([lift, "delta", "import", str(source), "--model", str(model), "--to", str(delta)], check=True)
    subprocess.run([lift, "delta", "verify", str(delta), "--model", str(model)], check=True)
    subprocess.run([lift, "delta", "merge", str(delta), "--model", str(model), "--to", str(merged)], check=True)
    return load(merged).state_dict()


def compare(name, theirs, ours, start):
    differ = changed = 0
    for key, value in theirs.items():
        differ += int((bits(value) != bits(ours[key])).sum())
        changed += int((bits(value) != bits(start[key])).sum())
    print(f"{name}: {changed:,} weights changed, of which {differ:,} differ in a bit from the other program's merge")
    return differ <= changed // 10000 and changed > 0


def main():
    start = {key: value.clone() for key, value in load(base).state_dict().items()}
    good = True
    configs = {
        "lora": LoraConfig(r=8, lora_alpha=16, target_modules=["q_proj", "v_proj", "down_proj"], task_type="CAUSAL_LM"),
        "rslora": LoraConfig(r=4, lora_alpha=8, use_rslora=True, alpha_pattern={"k_proj": 3},
                             target_modules=["k_proj", "up_proj"], task_type="CAUSAL_LM"),
        "shira": ShiraConfig(r=2, target_modules=["q_proj", "up_proj"], task_type="CAUSAL_LM", mask_type="random"),
    }
    for name, config in configs.items():
        model = get_peft_model(load(base), config)
        for key, value in model.named_parameters():
            if value.requires_grad:
                value.data.normal_(0, 0.02)
        model.save_pretrained(folder / name)
        theirs = PeftModel.from_pretrained(load(base), folder / name).merge_and_unload()
        good &= compare(f"PEFT, {name}", theirs.state_dict(), imported(folder / name, name), start)
    # Everything trained, by another program: embedding, norms and all.
    full = load(base)
    for value in full.parameters():
        value.data.add_(torch.randn_like(value) * 0.01)
    full.save_pretrained(folder / "full")
    for file in base.iterdir():
        if "token" in file.name or file.name == "chat_template.jinja":
            (folder / "full" / file.name).write_bytes(file.read_bytes())
    good &= compare("a fully tuned folder", full.state_dict(), imported(folder / "full", "full"), start)
    if len(sys.argv) > 4:
        subprocess.run([sys.executable, sys.argv[4], str(folder / "lora"), "--base", str(base), "--outtype", "f32",
                        "--outfile", str(folder / "lora.gguf")], check=True)
        theirs = PeftModel.from_pretrained(load(base), folder / "lora").merge_and_unload()
        good &= compare("llama.cpp's LoRA file", theirs.state_dict(), imported(folder / "lora.gguf", "gguf"), start)
    return good


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
