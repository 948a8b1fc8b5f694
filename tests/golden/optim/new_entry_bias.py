"""How entries that join at a refresh should be corrected for bias: the table in core/optim/README.md.

A teacher-student regression (two layers, LIFT masks of rank 4 and density 10 %, moved every 20 of 300 steps), five
seeds, three learning rates. Variants: a step count per entry or one shared by all, with beta2 0.999 or 0.95.
Needs torch. Usage: python3 new_entry_bias.py
"""
import torch

torch.set_num_threads(1)  # the matrices are small
STEPS, REFRESH_EVERY, RANK, DENSITY = 300, 20, 4, 0.1
BETA1, EPS = 0.9, 1e-8


def choose(weight):
    u, s, v = torch.linalg.svd(weight, full_matrices=False)
    low_rank = ((u[:, :RANK] * s[:RANK]) @ v[:RANK]).abs()
    return low_rank >= low_rank.flatten().topk(int(DENSITY * weight.numel())).values[-1]


def predict(weights, x):
    return torch.tanh(x @ weights[0].T) @ weights[1].T


def run(per_entry, beta2, learning_rate, seed):
    generator = torch.Generator().manual_seed(seed)
    normal = lambda *shape: torch.randn(*shape, generator=generator)
    teacher = [normal(96, 64) / 8, normal(16, 96) / 10]
    weights = [(w + 0.3 * w.std() * normal(*w.shape)).clone() for w in teacher]
    states = [dict(m=torch.zeros_like(w), v=torch.zeros_like(w), age=torch.zeros_like(w), mask=None) for w in weights]
    largest, losses = 0.0, []
    for step in range(1, STEPS + 1):
        if (step - 1) % REFRESH_EVERY == 0:
            for w, state in zip(weights, states):
                mask = choose(w)
                if state["mask"] is not None:
                    kept = mask & state["mask"]
                    for name in ("m", "v", "age"):
                        state[name] = torch.where(kept, state[name], torch.zeros(()))
                state["mask"] = mask
        x = normal(64, 64)
        leaves = [w.clone().requires_grad_() for w in weights]
        loss = ((predict(leaves, x) - predict(teacher, x)) ** 2).mean()
        losses.append(loss.item())
        for w, state, grad in zip(weights, states, torch.autograd.grad(loss, leaves)):
            mask = state["mask"]
            state["age"] += mask.float()
            state["m"] = torch.where(mask, BETA1 * state["m"] + (1 - BETA1) * grad, state["m"])
            state["v"] = torch.where(mask, beta2 * state["v"] + (1 - beta2) * grad * grad, state["v"])
            age = state["age"].clamp_min(1) if per_entry else torch.full_like(w, step)
            update = (state["m"] / (1 - BETA1**age)) / ((state["v"] / (1 - beta2**age)).sqrt() + EPS)
            young = mask & (state["age"] <= 25)
            if step > REFRESH_EVERY and young.any():
                largest = max(largest, update[young].abs().max().item())
            w -= torch.where(mask, learning_rate * (1 - (step - 1) / STEPS) * update, torch.zeros(()))
    return sum(losses[-30:]) / 30, largest


for learning_rate in (1e-3, 3e-3, 1e-2):
    for name, per_entry, beta2 in (("per entry, 0.999", True, 0.999), ("shared, 0.999", False, 0.999),
                                   ("shared, 0.95", False, 0.95), ("per entry, 0.95", True, 0.95)):
        results = [run(per_entry, beta2, learning_rate, seed) for seed in range(5)]
        losses = torch.tensor([loss for loss, _ in results])
        print(f"lr {learning_rate:g}  {name:17s} loss {losses.mean():.4f} +- {losses.std():.4f}  "
              f"largest update of a young entry {max(update for _, update in results):.2f} lr")
