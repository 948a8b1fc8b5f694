"""Singular values of four matrices of SmolLM2-135M-Instruct's layer 12 and, of all 210, the share of energy in the
first 16: what the gallery draws.   python make_spectra.py HUGGING_FACE_FOLDER > spectra.json"""
import json
import sys

import torch
from safetensors.torch import load_file

weights = load_file(sys.argv[1] + "/model.safetensors")
names = ["self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.o_proj", "mlp.gate_proj", "mlp.up_proj", "mlp.down_proj"]
energy, spectra = [], {}
for layer in range(30):
    for name in names:
        matrix = weights[f"model.layers.{layer}.{name}.weight"].double()
        gram = matrix @ matrix.T if matrix.shape[0] <= matrix.shape[1] else matrix.T @ matrix
        values = torch.linalg.eigvalsh(gram).clamp(min=0).sqrt().flip(0)   # a tenth of the time of an SVD
        energy.append(round(float((values[:16] ** 2).sum() / (values ** 2).sum()), 4))
        short = name.split(".")[1]
        if layer == 12 and short in ("down_proj", "q_proj", "up_proj", "v_proj"):
            spectra[f"12 · {short}"] = [float(f"{v:.4g}") for v in values.tolist()]
json.dump({"energy_in_16": energy, "spectra": spectra}, sys.stdout, ensure_ascii=False)
