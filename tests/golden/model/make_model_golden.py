#!/usr/bin/env python3
"""Golden numbers of SmolLM2-135M-Instruct (the demo GGUF, dequantised to fp32) by transformers.

  make_model_golden.py FOLDER_OF_THE_GGUF OUT.safetensors

Made with torch 2.13.0 and transformers 4.57.1. The three word problems are rows of GSM8K (MIT licence).
  text.N.ids            int32 [tokens]
  text.N.last           fp32 [vocabulary], logits of the last position
  text.N.positions      int32 [p]; text.N.columns fp32 [p, ceil(vocabulary / 97)]: logits of every 97th column there
  greedy.N.prompt, greedy.N.tokens   int32: 128 tokens by argmax, end of text ignored
  gradient.ids, .row_offsets, .labelled, .label_ids   int32: a packed batch of two rows
  gradient.loss         fp32 [1], sum over the labels
  gradient.NAME.at, gradient.NAME.values   int32 flat places of dW and the values there, of the summed loss
"""
import sys

import torch
from safetensors.torch import save_file
from transformers import AutoModelForCausalLM, AutoTokenizer

GGUF = "SmolLM2-135M-Instruct.Q4_1.gguf"
COLUMN_STEP = 97

TEXTS = [
    "Natalia sold clips to 48 of her friends in April, and then she sold half as many clips in May. "
    "How many clips did Natalia sell altogether in April and May?",
    "Weng earns $12 an hour for babysitting. Yesterday, she just did 50 minutes of babysitting. How much did she earn?",
    "Betty is saving money for a new wallet which costs $100. Betty has only half of the money she needs. Her parents "
    "decided to give her $15 for that purpose, and her grandparents twice as much as her parents. How much more money "
    "does Betty need to buy the wallet?",
    "def fibonacci(n: int) -> int:\n    a, b = 0, 1\n    for _ in range(n):\n        a, b = b, a + b\n    return a\n",
    "#include <vector>\n\ntemplate <typename T>\nT sum(const std::vector<T>& values) {\n  T total{};\n"
    "  for (const T& value : values) total += value;\n  return total;\n}\n",
    "L'été dernier, Zoë et François ont goûté des crêpes à la crème brûlée près d'un café où naît l'Île-de-France.",
    "Die Straße führt über Brücken und Hügel; größer als gewöhnlich, süß wie Äpfel im späten Frühjahr.",
    "東京は日本の首都であり、世界最大級の都市圏を形成している。人口は約一千四百万人である。",
    "机器学习是人工智能的一个分支，它使计算机能够从数据中学习规律。",
    "<|im_start|>user\nWhat is the capital of France?<|im_end|>\n<|im_start|>assistant\nThe capital of France is",
]
GREEDY = [
    "<|im_start|>user\n" + TEXTS[0] + "<|im_end|>\n<|im_start|>assistant\n",
    "Once upon a time, there was a small lighthouse",
    "def quicksort(values):\n",
    "La révolution française commence",
]
ROWS = [
    (TEXTS[0], " In May she sold 48/2 = 24 clips. Altogether she sold 48+24 = 72 clips. #### 72"),
    (TEXTS[1], " She earns 12/60 = $0.2 per minute. For 50 minutes she earned 0.2 x 50 = $10. #### 10"),
]
MATRICES = [(0, "self_attn.q_proj"), (0, "self_attn.k_proj"), (7, "self_attn.v_proj"), (12, "self_attn.o_proj"),
            (15, "mlp.gate_proj"), (22, "mlp.up_proj"), (29, "mlp.down_proj"), (29, "self_attn.q_proj"),
            (0, "mlp.down_proj")]
PLACES = 1000


def logits_of_texts(model, tokenizer, out):
    for number, text in enumerate(TEXTS):
        ids = tokenizer(text, return_tensors="pt").input_ids
        logits = model(ids).logits[0]
        positions = torch.linspace(0, ids.shape[1] - 1, 8).long().unique()
        out[f"text.{number}.ids"] = ids[0].int()
        out[f"text.{number}.last"] = logits[-1].clone()
        out[f"text.{number}.positions"] = positions.int()
        out[f"text.{number}.columns"] = logits[positions][:, ::COLUMN_STEP].contiguous()


def greedy(model, tokenizer, out):
    for number, text in enumerate(GREEDY):
        ids = tokenizer(text, return_tensors="pt").input_ids
        out[f"greedy.{number}.prompt"] = ids[0].int()
        cache, step, tokens = None, ids, []
        for _ in range(128):
            answer = model(step, past_key_values=cache, use_cache=True)
            cache, step = answer.past_key_values, answer.logits[:, -1].argmax(-1, keepdim=True)
            tokens.append(int(step))
        out[f"greedy.{number}.tokens"] = torch.tensor(tokens, dtype=torch.int32)


def gradients(model, tokenizer, out):
    weights = {f"model.layers.{layer}.{name}.weight" for layer, name in MATRICES}
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(name in weights)
    ids, offsets, labelled, label_ids, loss = [], [0], [], [], 0
    for prompt, answer in ROWS:
        head, tail = tokenizer(prompt).input_ids, tokenizer(answer).input_ids
        row = head + tail
        places = range(len(head) - 1, len(row) - 1)
        logits = model(torch.tensor([row])).logits[0]
        targets = torch.tensor(tail)
        loss = loss + torch.nn.functional.cross_entropy(logits[places.start:places.stop], targets, reduction="sum")
        labelled += [len(ids) + place for place in places]
        label_ids += tail
        ids += row
        offsets.append(len(ids))
    loss.backward()
    for name, values in (("ids", ids), ("row_offsets", offsets), ("labelled", labelled), ("label_ids", label_ids)):
        out[f"gradient.{name}"] = torch.tensor(values, dtype=torch.int32)
    out["gradient.loss"] = loss.detach().reshape(1)
    generator = torch.Generator().manual_seed(1)
    for name in sorted(weights):
        gradient = model.get_parameter(name).grad.flatten()
        at = torch.randint(gradient.numel(), (PLACES,), generator=generator)
        out[f"gradient.{name}.at"] = at.int()
        out[f"gradient.{name}.values"] = gradient[at].clone()


def main(folder, target):
    tokenizer = AutoTokenizer.from_pretrained(folder, gguf_file=GGUF)
    model = AutoModelForCausalLM.from_pretrained(folder, gguf_file=GGUF, dtype=torch.float32)
    out = {}
    with torch.no_grad():
        logits_of_texts(model, tokenizer, out)
        greedy(model, tokenizer, out)
    gradients(model, tokenizer, out)
    save_file(out, target)


if __name__ == "__main__":
    main(*sys.argv[1:])
