#!/usr/bin/env python3
"""What users would pick instead of LIFT Studio, on the same work: training steps with transformers and PEFT, and greedy
decoding with transformers. Prints one JSON line. `compare` calls it; both sides get the same rows in the same order."""
import argparse
import json
import statistics
import sys
import time

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

PROMPT = (
    "Below is an instruction that describes a task. Write a response that appropriately completes the request.\n\n"
    "### Instruction:\n{question}\n\n### Response:\n"
)
PROJECTIONS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
DTYPES = {"bf16": torch.bfloat16, "fp32": torch.float32}
NO_LABEL = -100


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", choices=["full", "lora", "shira", "decode"])
    parser.add_argument("--model", required=True, help="Hugging Face folder")
    parser.add_argument("--data", required=True, help="JSONL with question and answer")
    parser.add_argument("--dtype", choices=DTYPES, default="bf16")
    parser.add_argument("--batch", type=int, default=8, help="rows of a step, or prompts decoded together")
    parser.add_argument("--steps", type=int, default=6)
    parser.add_argument("--max-tokens", type=int, default=512)
    parser.add_argument("--rank", type=int, default=16)
    parser.add_argument("--learning-rate", type=float, default=1e-4)
    parser.add_argument("--checkpoint", action="store_true", help="gradient checkpointing")
    parser.add_argument("--new-tokens", type=int, default=64)
    parser.add_argument("--threads", type=int, default=0)
    return parser.parse_args()


def clock():
    """Wall time; processor time where one thread works, so that a busy machine disturbs little."""
    return time.process_time() if torch.get_num_threads() == 1 else time.perf_counter()


def peak_mib():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


def read_rows(path, count):
    rows = []
    with open(path) as lines:
        for line in lines:
            rows.append(json.loads(line))
            if len(rows) == count:
                return rows
    sys.exit(f"{path}: {count} rows are wanted, there are {len(rows)}")


def encode(tokenizer, end, row, max_tokens):
    prompt = tokenizer(PROMPT.format(**row))["input_ids"]
    answer = tokenizer(row["answer"], add_special_tokens=False)["input_ids"] + [end]
    labels = [NO_LABEL] * len(prompt) + answer
    return (prompt + answer)[:max_tokens], labels[:max_tokens]


def collate(rows, pad):
    width = max(len(ids) for ids, _ in rows)
    fill = lambda values, filler: torch.tensor([v + [filler] * (width - len(v)) for v in values])
    return {
        "input_ids": fill([ids for ids, _ in rows], pad),
        "labels": fill([labels for _, labels in rows], NO_LABEL),
        "attention_mask": fill([[1] * len(ids) for ids, _ in rows], 0),
    }


def with_adapter(model, arguments):
    """The model as the method trains it."""
    if arguments.work == "full":
        return model
    from peft import LoraConfig, ShiraConfig, get_peft_model

    if arguments.work == "lora":
        adapter = LoraConfig(r=arguments.rank, lora_alpha=2 * arguments.rank, target_modules=PROJECTIONS)
    else:
        adapter = ShiraConfig(r=arguments.rank, target_modules=PROJECTIONS, random_seed=0)
    return get_peft_model(model, adapter)


def train(model, tokenizer, arguments):
    model.config.use_cache = False
    end = tokenizer.convert_tokens_to_ids("<|im_end|>")
    rows = read_rows(arguments.data, arguments.batch * arguments.steps)
    encoded = [encode(tokenizer, end, row, arguments.max_tokens) for row in rows]
    model = with_adapter(model, arguments)
    if arguments.checkpoint:
        model.gradient_checkpointing_enable()
        model.enable_input_require_grads()
    trained = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=arguments.learning_rate, weight_decay=0.0, fused=True)
    model.train()
    seconds, tokens, losses = [], [], []
    for first in range(0, len(encoded), arguments.batch):
        batch = collate(encoded[first : first + arguments.batch], end)
        begin = clock()
        loss = model(**batch).loss
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        seconds.append(clock() - begin)
        tokens.append(int(batch["attention_mask"].sum()))
        losses.append(round(loss.item(), 4))
    warm_seconds, warm_tokens = seconds[1:], tokens[1:]
    return {
        "trainable": sum(p.numel() for p in trained),
        "step_s": round(statistics.median(warm_seconds), 3),
        "tokens_per_s": round(sum(warm_tokens) / sum(warm_seconds), 1),
        "tokens": tokens,
        "losses": losses,
    }


@torch.inference_mode()
def decode(model, tokenizer, arguments):
    model.eval()
    tokenizer.padding_side = "left"
    tokenizer.pad_token = tokenizer.pad_token or "<|im_end|>"
    prompts = [PROMPT.format(**row) for row in read_rows(arguments.data, arguments.batch)]
    batch = tokenizer(prompts, return_tensors="pt", padding=True)
    batch = {name: batch[name] for name in ("input_ids", "attention_mask")}
    length = {"min_new_tokens": arguments.new_tokens, "max_new_tokens": arguments.new_tokens}
    seconds = []
    for _ in range(3):
        begin = clock()
        model.generate(**batch, **length, do_sample=False, pad_token_id=tokenizer.pad_token_id)
        seconds.append(clock() - begin)
    return {"tokens_per_s": round(arguments.batch * arguments.new_tokens / min(seconds), 1), "seconds": min(seconds)}


def main():
    arguments = parse_arguments()
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    torch.manual_seed(0)
    tokenizer = AutoTokenizer.from_pretrained(arguments.model)
    model = AutoModelForCausalLM.from_pretrained(
        arguments.model, dtype=DTYPES[arguments.dtype], attn_implementation="sdpa"
    )
    measured = (decode if arguments.work == "decode" else train)(model, tokenizer, arguments)
    setting = {"side": "peer", "work": arguments.work, "dtype": arguments.dtype, "batch": arguments.batch,
               "checkpoint": arguments.checkpoint, "threads": torch.get_num_threads(),
               "clock": "processor" if torch.get_num_threads() == 1 else "wall"}
    print(json.dumps(setting | measured | {"peak_mib": round(peak_mib())}))


if __name__ == "__main__":
    main()
