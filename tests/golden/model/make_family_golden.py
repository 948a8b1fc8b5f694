#!/usr/bin/env python3
"""Tiny random models of every family with the numbers of transformers, for tests/core/model/family_golden_test.

  make_family_golden.py OUT_FOLDER [FAMILY ...]

Made with torch 2.13.0, transformers 5.24.0 and gguf 0.19.0. Of each family:
  NAME/config.json, NAME/model.safetensors   the folder as transformers saves it, weights in bf16
  NAME.gguf                                  the same model, names and row order as llama.cpp's converter writes them
  NAME.safetensors                           the numbers, computed in fp32 from the bf16 weights:
    ids, logits              int32 [tokens], fp32 [tokens, vocabulary]
    prompt, tokens           int32: 64 tokens by argmax
    labelled, label_ids      int32: places of `ids` with a label
    loss                     fp32 [1], sum over the labels
    gradient.NAME            fp32, of the loss, of every matrix of the layers
"""
import sys
from pathlib import Path

import gguf
import numpy as np
import torch
import transformers
from safetensors.torch import save_file

COMMON = dict(vocab_size=96, hidden_size=24, intermediate_size=32, num_hidden_layers=2, num_attention_heads=4,
              num_key_value_heads=2, max_position_embeddings=256, rms_norm_eps=1e-6, pad_token_id=None,
              bos_token_id=None, eos_token_id=None)

# transformers' configuration class, what differs from COMMON, GGUF architecture, whether q and k rows are permuted.
FAMILIES = {
    "llama_bias": ("LlamaConfig", dict(head_dim=8, attention_bias=True, tie_word_embeddings=True), "llama", True),
    "qwen2": ("Qwen2Config", dict(tie_word_embeddings=False), "qwen2", False),
    "qwen2_window": ("Qwen2Config", dict(tie_word_embeddings=True, num_hidden_layers=3, use_sliding_window=True,
                                         sliding_window=8, max_window_layers=1), None, False),
    "qwen2_yarn": ("Qwen2Config", dict(tie_word_embeddings=True, rope_parameters=dict(
        rope_type="yarn", rope_theta=1e4, factor=4.0, original_max_position_embeddings=16)), "qwen2", False),
    "qwen3": ("Qwen3Config", dict(head_dim=8, tie_word_embeddings=True), "qwen3", False),
    "gemma": ("GemmaConfig", dict(head_dim=8, num_key_value_heads=1, tie_word_embeddings=True), "gemma", False),
    "gemma2": ("Gemma2Config", dict(num_hidden_layers=4, head_dim=8, query_pre_attn_scalar=8, sliding_window=8,
                                    attn_logit_softcapping=2.0, final_logit_softcapping=5.0, tie_word_embeddings=True),
               "gemma2", False),
    "gemma3": ("Gemma3TextConfig", dict(num_hidden_layers=7, head_dim=8, query_pre_attn_scalar=12, sliding_window=8,
                                        tie_word_embeddings=True), None, False),
    "gemma3_gguf": ("Gemma3TextConfig", dict(num_hidden_layers=6, head_dim=8, query_pre_attn_scalar=8,
                                             sliding_window=8, tie_word_embeddings=True), "gemma3", False),
    "granite": ("GraniteConfig", dict(attention_multiplier=0.3, embedding_multiplier=3.0, residual_multiplier=0.6,
                                      logits_scaling=2.0, tie_word_embeddings=True), "granite", True),
    "smollm3": ("SmolLM3Config", dict(num_hidden_layers=4, tie_word_embeddings=True), "smollm3", True),
    "smollm3_window": ("SmolLM3Config", dict(num_hidden_layers=4, tie_word_embeddings=True, use_sliding_window=True,
                                             sliding_window=8, no_rope_layers=[1, 0, 1, 0]), None, True),
    "olmo2": ("Olmo2Config", dict(tie_word_embeddings=False), "olmo2", False),
    "phi3": ("Phi3Config", dict(hidden_size=32, original_max_position_embeddings=128, tie_word_embeddings=True,
                                rope_parameters=dict(rope_type="longrope", rope_theta=1e4, partial_rotary_factor=0.75,
                                                     short_factor=[1.0, 1.1, 1.3], long_factor=[1.5, 4.0, 9.0])),
             "phi3", False),
    "phi3_long": ("Phi3Config", dict(hidden_size=32, original_max_position_embeddings=8, sliding_window=16,
                                     tie_word_embeddings=False, rope_parameters=dict(
                                         rope_type="longrope", rope_theta=1e4, short_factor=[1.0, 1.1, 1.3, 1.4],
                                         long_factor=[1.5, 4.0, 9.0, 20.0])), "phi3", False),
    "glm4": ("Glm4Config", dict(head_dim=8, tie_word_embeddings=False), "glm4", False),
    "olmo3": ("Olmo3Config", dict(num_hidden_layers=4, sliding_window=8, tie_word_embeddings=False,
                                  rope_parameters=dict(
        full_attention=dict(rope_type="yarn", rope_theta=5e5, factor=8.0, original_max_position_embeddings=16,
                            attention_factor=1.2),
        sliding_attention=dict(rope_type="default", rope_theta=5e5))), "olmo2", False),
    "ministral3": ("Ministral3Config", dict(head_dim=8, tie_word_embeddings=True, rope_parameters=dict(
        rope_type="yarn", rope_theta=1e4, factor=16.0, original_max_position_embeddings=16, mscale=1.0,
        mscale_all_dim=1.0, llama_4_scaling_beta=0.1, beta_fast=32.0, beta_slow=1.0)), "mistral3", True),
    "llama_linear": ("LlamaConfig", dict(tie_word_embeddings=True, rope_parameters=dict(
        rope_type="linear", rope_theta=1e4, factor=4.0)), "llama", True),
    "llama_dynamic": ("LlamaConfig", dict(tie_word_embeddings=True, rope_parameters=dict(
        rope_type="dynamic", rope_theta=1e4, factor=4.0)), None, False),
    "llama_llama3": ("LlamaConfig", dict(tie_word_embeddings=True, head_dim=8, rope_parameters=dict(
        rope_type="llama3", rope_theta=1e4, factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0,
        original_max_position_embeddings=32)), None, False),
    "llama_proportional": ("LlamaConfig", dict(tie_word_embeddings=True, head_dim=8, rope_parameters=dict(
        rope_type="proportional", rope_theta=1e4, factor=2.0, partial_rotary_factor=0.5)), None, False),
    "gemma3_yarn": ("Gemma3TextConfig", dict(num_hidden_layers=3, head_dim=8, query_pre_attn_scalar=8, sliding_window=8,
                                             layer_types=["sliding_attention", "full_attention", "sliding_attention"],
                                             tie_word_embeddings=True, rope_parameters=dict(
        full_attention=dict(rope_type="yarn", rope_theta=1e6, factor=4.0, original_max_position_embeddings=16),
        sliding_attention=dict(rope_type="linear", rope_theta=1e4, factor=2.0))), None, False),
    "qwen3_5": ("Qwen3_5TextConfig", dict(num_hidden_layers=4, head_dim=16, tie_word_embeddings=True,
                                          linear_num_key_heads=2, linear_num_value_heads=4, linear_key_head_dim=6,
                                          linear_value_head_dim=10, linear_conv_kernel_dim=4), None, False),
    # llama.cpp has one width for keys and values; value heads of a key head lie apart there.
    "qwen3_5_gguf": ("Qwen3_5TextConfig", dict(num_hidden_layers=4, head_dim=16, tie_word_embeddings=False,
                                               linear_num_key_heads=2, linear_num_value_heads=6, linear_key_head_dim=8,
                                               linear_value_head_dim=8, linear_conv_kernel_dim=4), "qwen35", False),
    "qwen3_bias": ("Qwen3Config", dict(head_dim=16, attention_bias=True, tie_word_embeddings=False), None, False),
}


def random_model(name):
    config_class, changes, _, _ = FAMILIES[name]
    config = getattr(transformers, config_class)(**{**COMMON, **changes})
    torch.manual_seed(sum(map(ord, name)))
    model = transformers.AutoModelForCausalLM.from_config(config, attn_implementation="eager").eval()
    for key, tensor in model.named_parameters():
        with torch.no_grad():
            if tensor.dim() == 2:
                tensor.normal_(0, 1.5 if "embed" in key else 1.2 / tensor.shape[1] ** 0.5)
            elif "bias" in key:
                tensor.normal_(0, 0.5)
            else:
                tensor.add_(torch.randn_like(tensor) * 0.2)   # norms: near 1, or near 0 where 1 is added to them
    return model.to(torch.bfloat16)


def permuted(rows, heads):
    """llama.cpp's converter: the halves of a head side by side."""
    return rows.reshape(heads, 2, rows.shape[0] // heads // 2, *rows.shape[1:]).swapaxes(1, 2).reshape(rows.shape)


def write_scaling(rope, writer):
    """As TextModel.set_gguf_parameters of the converter."""
    if rope["rope_type"] == "linear":
        writer.add_rope_scaling_type(gguf.RopeScalingType.LINEAR)
        writer.add_rope_scaling_factor(rope["factor"])
    if rope["rope_type"] == "yarn":
        writer.add_rope_scaling_type(gguf.RopeScalingType.YARN)
        writer.add_rope_scaling_factor(rope["factor"])
        writer.add_rope_scaling_orig_ctx_len(rope["original_max_position_embeddings"])
        if "attention_factor" in rope:
            writer.add_rope_scaling_yarn_attn_factor(rope["attention_factor"])
        if "beta_fast" in rope:
            writer.add_rope_scaling_yarn_beta_fast(rope["beta_fast"])
            writer.add_rope_scaling_yarn_beta_slow(rope["beta_slow"])


def write_phi3_keys(config, writer):
    rope = config.rope_parameters
    head_dim = config.hidden_size // config.num_attention_heads
    stretch = config.max_position_embeddings / config.original_max_position_embeddings
    writer.add_rope_dimension_count(int(head_dim * rope["partial_rotary_factor"]))
    writer.add_rope_scaling_orig_ctx_len(config.original_max_position_embeddings)
    writer.add_rope_scaling_attn_factors(
        (1 + np.log(stretch) / np.log(config.original_max_position_embeddings)) ** 0.5)
    writer.add_sliding_window(config.sliding_window or 0)
    writer.add_tensor("rope_factors_long.weight", np.array(rope["long_factor"], dtype=np.float32))
    writer.add_tensor("rope_factors_short.weight", np.array(rope["short_factor"], dtype=np.float32))


def write_qwen35_keys(config, writer):
    writer.add_ssm_conv_kernel(config.linear_conv_kernel_dim)
    writer.add_ssm_state_size(config.linear_key_head_dim)
    writer.add_ssm_group_count(config.linear_num_key_heads)
    writer.add_ssm_time_step_rank(config.linear_num_value_heads)
    writer.add_ssm_inner_size(config.linear_value_head_dim * config.linear_num_value_heads)
    writer.add_full_attention_interval(4)
    writer.add_rope_dimension_count(int(config.head_dim * config.rope_parameters["partial_rotary_factor"]))
    writer.add_rope_dimension_sections([11, 11, 10, 0])


def spread(values, config, width, axis=0):
    """Value heads grouped by their key head, to: the first of each group, the second of each, ..."""
    groups = config.linear_num_key_heads
    each = config.linear_num_value_heads // groups
    values = np.moveaxis(values, axis, 0)
    rest = values.shape[1:]
    values = values.reshape(groups, each, width, *rest).swapaxes(0, 1).reshape(-1, *rest)
    return np.moveaxis(values, 0, axis)


def as_qwen35(name, values, config):
    width, keys = config.linear_value_head_dim, 2 * config.linear_num_key_heads * config.linear_key_head_dim
    if name.endswith("A_log"):
        return spread(-np.exp(values), config, 1)
    if name.endswith("dt_bias") or ".in_proj_a." in name or ".in_proj_b." in name:
        return spread(values, config, 1)
    if ".conv1d." in name:
        values = values.squeeze()
    if ".conv1d." in name or ".in_proj_qkv." in name:
        return np.concatenate([values[:keys], spread(values[keys:], config, width)])
    if ".in_proj_z." in name:
        return spread(values, config, width)
    if ".out_proj." in name:
        return spread(values, config, width, axis=1)
    return values


def write_gguf(model, architecture, permute, file):
    config = model.config
    writer = gguf.GGUFWriter(file, architecture)
    writer.add_context_length(config.max_position_embeddings)
    writer.add_embedding_length(config.hidden_size)
    writer.add_block_count(config.num_hidden_layers)
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_head_count(config.num_attention_heads)
    writer.add_head_count_kv(config.num_key_value_heads)
    writer.add_layer_norm_rms_eps(config.rms_norm_eps)
    rope = config.rope_parameters.get("full_attention", config.rope_parameters)
    writer.add_rope_freq_base(rope["rope_theta"])
    write_scaling(rope, writer)
    if architecture == "phi3":
        write_phi3_keys(config, writer)
    if architecture in ("gemma2", "gemma3"):
        writer.add_sliding_window(config.sliding_window)
    if architecture == "gemma2":
        writer.add_attn_logit_softcapping(config.attn_logit_softcapping)
        writer.add_final_logit_softcapping(config.final_logit_softcapping)
    if architecture == "glm4":
        writer.add_rope_dimension_count(int(config.head_dim * rope["partial_rotary_factor"]))
    if architecture == "mistral3":
        writer.add_rope_scaling_yarn_log_mul(rope["mscale_all_dim"])
        writer.add_attn_temperature_scale(rope["llama_4_scaling_beta"])
    if architecture == "olmo2" and hasattr(config, "layer_types"):
        writer.add_sliding_window(config.sliding_window)
        writer.add_sliding_window_pattern([kind == "sliding_attention" for kind in config.layer_types])
    if architecture == "qwen35":
        write_qwen35_keys(config, writer)
    if architecture == "granite":
        writer.add_attention_scale(config.attention_multiplier)
        writer.add_embedding_scale(config.embedding_multiplier)
        writer.add_residual_scale(config.residual_multiplier)
        writer.add_logit_scale(config.logits_scaling)
    if getattr(config, "head_dim", None):
        writer.add_key_length(config.head_dim)
        writer.add_value_length(config.head_dim)
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH_NAMES and next(
        arch for arch, text in gguf.MODEL_ARCH_NAMES.items() if text == architecture), config.num_hidden_layers)
    for name, tensor in model.state_dict().items():
        if name == "lm_head.weight" and config.tie_word_embeddings:
            continue
        stored = names.get_name(name.replace(".dt_bias", ".dt_proj.bias"), try_suffixes=(".weight", ".bias"))
        values = tensor.float().numpy()
        if permute and ".q_proj." in name:
            values = permuted(values, config.num_attention_heads)
        if permute and ".k_proj." in name:
            values = permuted(values, config.num_key_value_heads)
        if architecture.startswith("gemma") and name.endswith("norm.weight"):
            values = values + 1
        if architecture == "qwen35" and name.endswith("norm.weight") and "linear_attn" not in name:
            values = values + 1
        if architecture == "qwen35":
            values = np.ascontiguousarray(as_qwen35(name, values, config))
        if values.ndim == 1 or ".conv1d." in name:
            writer.add_tensor(stored, values.astype(np.float32))
        else:
            writer.add_tensor(stored, gguf.quants.quantize(values, gguf.GGMLQuantizationType.BF16),
                              raw_dtype=gguf.GGMLQuantizationType.BF16)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def numbers(model):
    generator = torch.Generator().manual_seed(5)
    ids = torch.randint(0, model.config.vocab_size, (40,), generator=generator)
    labelled = torch.arange(3, 40, 2)
    label_ids = torch.randint(0, model.config.vocab_size, labelled.shape, generator=generator)
    logits = model(ids[None]).logits[0]
    loss = torch.nn.functional.cross_entropy(logits[labelled], label_ids, reduction="sum")
    loss.backward()
    out = {"ids": ids.int(), "logits": logits.detach(), "labelled": labelled.int(), "label_ids": label_ids.int(),
           "loss": loss.detach().reshape(1)}
    for name, tensor in model.named_parameters():
        if tensor.dim() == 2 and ".layers." in name:
            out["gradient." + name] = tensor.grad
    tokens = list(ids[:12])
    with torch.no_grad():
        for _ in range(64):
            tokens.append(model(torch.stack(tokens)[None]).logits[0, -1].argmax())
    out["prompt"], out["tokens"] = ids[:12].int(), torch.stack(tokens[12:]).int()
    return {key: value.contiguous() for key, value in out.items()}


def main():
    folder = Path(sys.argv[1])
    for name in sys.argv[2:] or FAMILIES:
        model = random_model(name)
        model.save_pretrained(folder / name)
        (folder / name / "generation_config.json").unlink(missing_ok=True)
        _, _, architecture, permute = FAMILIES[name]
        if architecture:
            write_gguf(model, architecture, permute, folder / (name + ".gguf"))
        # Read again: a model turned to bf16 in memory has the angles of its rotation rounded too.
        wide = transformers.AutoModelForCausalLM.from_pretrained(folder / name, dtype=torch.float32,
                                                                 attn_implementation="eager").eval()
        save_file(numbers(wide), folder / (name + ".safetensors"))


main()
