#!/usr/bin/env python3
"""Stock transformers reads what LIFT exports: equal logits from the tiny folder of a family and from its export.

  LIFT_KEEP_EXPORTS=OUT family_export_test   (OUT: a new folder)
  check_family_exports.py OUT [FAMILIES_FOLDER]

Run with transformers 5.24.0. Weights are missing or superfluous in neither; logits differ by nothing.
"""
import sys
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM


def load(folder):
    model, info = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, output_loading_info=True)
    left = {key: value for key, value in info.items() if value}
    if left:
        raise SystemExit(f"{folder}: {left}")
    return model.eval()


def main():
    exports = Path(sys.argv[1])
    origins = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent / "families"
    ids = torch.arange(40)[None] * 7 % 96
    worst = 0.0
    for export in sorted(path for path in exports.iterdir() if path.is_dir()):
        with torch.no_grad():
            difference = (load(export)(ids).logits - load(origins / export.name)(ids).logits).abs().max().item()
        print(f"{export.name}: largest difference {difference}")
        worst = max(worst, difference)
    raise SystemExit(0 if worst == 0 else 1)


main()
