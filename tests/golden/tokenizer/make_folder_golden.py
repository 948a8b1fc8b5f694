#!/usr/bin/env python3
"""Writes folders.json beside itself: model folders made of the vocabularies here and of side files that say every
combination that people have, and the ids that transformers gives for each of some texts.

    make_folder_golden.py        needs transformers 5.24, sentencepiece and protobuf
"""
import itertools
import json
import pathlib
import shutil
import tempfile

import transformers
from transformers import AutoTokenizer

HERE = pathlib.Path(__file__).resolve().parent
TEXTS = ["", "Natalia sold clips", " two  blanks\tand\n\nlines ", "<s>[INST]Name a fox.[/INST] ok</s>", "a<mark>b <mark> c",
         "▁x  ▁▁y", "Zażółć <tool> gęślą<tool>", "1 + 1 = 2</s>  and", "<0x0A><unk>漢字😀", "x <pad>  <extra> y"]


def token(content, **flags):
    return {"content": content, "lstrip": False, "rstrip": False, "normalized": False, "single_word": False,
            "special": False, **flags}


def cases():
    llama = {"tokenizer_class": "LlamaTokenizer", "bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>"}
    # tokenizer.model: legacy, add_prefix_space and the class, whatever the model type says.
    absent = object()
    for legacy, space in itertools.product([absent, True, False, None], [absent, True, False]):
        config = dict(llama, add_bos_token=True)
        if legacy is not absent:
            config["legacy"] = legacy
        if space is not absent:
            config["add_prefix_space"] = space
        yield f"llama legacy {'absent' if legacy is absent else legacy} space {'absent' if space is absent else space}", \
            "sp_bpe.model", {"tokenizer_config.json": config}
    for kind, legacy in itertools.product(["llama", "mistral", "gemma3_text", "phi3"], [absent, False]):
        config = dict(llama, add_bos_token=True, add_eos_token=True)
        if legacy is not absent:
            config["legacy"] = legacy
        yield f"model type {kind} legacy {'absent' if legacy is absent else legacy}", "sp_bpe.model", \
            {"tokenizer_config.json": config, "config.json": {"model_type": kind}}
    yield "fast class", "sp_bpe.model", {"tokenizer_config.json": dict(llama, tokenizer_class="LlamaTokenizerFast", legacy=True)}
    yield "gemma class", "sp_bpe.model", {"tokenizer_config.json": {
        "tokenizer_class": "GemmaTokenizer", "bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>", "add_bos_token": True}}
    yield "no class", "sp_bpe.model", {"tokenizer_config.json": {"add_bos_token": True}}
    yield "nothing beside", "sp_bpe.model", {}
    yield "unigram, nothing beside", "sp_unigram.model", {}
    yield "unigram, not legacy", "sp_unigram.model", {"tokenizer_config.json": {"legacy": False}}
    yield "added_tokens_decoder", "sp_bpe.model", {"tokenizer_config.json": dict(llama, legacy=False, added_tokens_decoder={
        "0": token("<unk>", special=True), "1": token("<s>", special=True), "2": token("</s>", special=True),
        "1400": token("<mark>", lstrip=True), "1401": token("<pad>", special=True, rstrip=True)})}
    yield "added_tokens_decoder, no class", "sp_bpe.model", {"tokenizer_config.json": {"added_tokens_decoder": {
        "1": token("<s>", special=True), "1400": token("<mark>", rstrip=True, normalized=True)}, "add_bos_token": True}}
    yield "added_tokens.json", "sp_bpe.model", {"tokenizer_config.json": llama, "added_tokens.json": {"<pad>": 1400, "<mark>": 1401},
                                                "special_tokens_map.json": {"pad_token": "<pad>"}}
    yield "special_tokens_map.json", "sp_bpe.model", {
        "tokenizer_config.json": {"tokenizer_class": "LlamaTokenizer", "add_bos_token": True, "add_eos_token": True},
        "special_tokens_map.json": {"bos_token": token("<s>"), "eos_token": {"content": "</s>", "lstrip": True, "rstrip": False,
                                                                             "normalized": False, "single_word": False}}}
    yield "extra special tokens", "sp_bpe.model", {"tokenizer_config.json": dict(llama, extra_special_tokens=["<mark>", "<extra>"])}
    # tokenizer.json: the class takes over for Llama's; flags and post-processor beside the file.
    for legacy, space in itertools.product([absent, True, False], [absent, False]):
        config = dict(llama)
        if legacy is not absent:
            config["legacy"] = legacy
        if space is not absent:
            config["add_prefix_space"] = space
        yield f"json, llama legacy {'absent' if legacy is absent else legacy} space {'absent' if space is absent else space}", \
            "llama2_style.json", {"tokenizer_config.json": config}
    yield "json, mistral", "llama2_style.json", {"tokenizer_config.json": llama, "config.json": {"model_type": "mistral"}}
    yield "json, as it stands", "llama2_style.json", {"tokenizer_config.json": {"tokenizer_class": "PreTrainedTokenizerFast"}}
    yield "json, no class", "llama2_style.json", {"config.json": {"model_type": "llama"}}
    yield "json, byte level in a llama class", "llama3_style.json", {"tokenizer_config.json": {"tokenizer_class": "LlamaTokenizer"}}
    fast = {"tokenizer_class": "PreTrainedTokenizerFast"}
    yield "json, end token behind", "llama2_style.json", {"tokenizer_config.json": dict(fast, eos_token="</s>", bos_token="<s>",
                                                                                         add_eos_token=True)}
    yield "json, no first token", "llama2_style.json", {"tokenizer_config.json": dict(fast, bos_token="<s>", add_bos_token=False)}
    yield "json, flags", "llama3_style.json", {"tokenizer_config.json": dict(fast, added_tokens_decoder={
        "2605": token("<tool>"), "2608": token("<mark>", lstrip=True, rstrip=True, normalized=True)})}
    for flag in ["lstrip", "rstrip", "single_word", "normalized", "special"]:
        yield f"json, {flag} on", "llama2_style.json", {"tokenizer_config.json": dict(fast, added_tokens_decoder={
            "0": token("<unk>", special=True), "1": token("<s>", special=True), "2": token("</s>", **{"special": True, flag: True}),
            "1400": token("<mark>", **{flag: True})})}
    yield "json, added_tokens.json", "llama2_style.json", {"tokenizer_config.json": fast, "added_tokens.json": {"<mark>": 1400}}
    yield "json, map with flags", "llama2_style.json", {"tokenizer_config.json": fast, "special_tokens_map.json": {
        "pad_token": token("<pad>", rstrip=True), "eos_token": token("</s>", rstrip=True)}}
    yield "json, another id", "llama2_style.json", {"tokenizer_config.json": dict(fast, added_tokens_decoder={
        "1500": token("<mark>"), "1600": token("<pad>", special=True)})}
    yield "json, a named token that is new", "llama2_style.json", {"tokenizer_config.json": dict(fast, pad_token="<pad>")}
    yield "json, other named tokens", "llama2_style.json", {"tokenizer_config.json": dict(
        fast, image_token="<mark>", extra_special_tokens={"end_token": "<extra>"})}
    yield "json, two lists", "llama2_style.json", {"tokenizer_config.json": dict(
        fast, extra_special_tokens=["<extra>"], additional_special_tokens=["<mark>"])}
    yield "json, additional special tokens", "llama2_style.json", {"tokenizer_config.json": dict(
        fast, additional_special_tokens=["<mark>", "<extra>"])}


def main():
    assert transformers.__version__.startswith("5.24"), transformers.__version__
    made = []
    for name, vocabulary, beside in cases():
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            shutil.copy(HERE / vocabulary, folder / ("tokenizer" + pathlib.Path(vocabulary).suffix))
            for file, content in beside.items():
                (folder / file).write_text(json.dumps(content), encoding="utf-8")
            if "config.json" not in beside:
                (folder / "config.json").write_text('{"model_type": ""}', encoding="utf-8")
            stock = AutoTokenizer.from_pretrained(folder)
            ids = [stock.encode(text) for text in TEXTS]
        made.append({"name": name, "vocabulary": vocabulary, "beside": beside, "ids": ids})
    (HERE / "folders.json").write_text("{\"texts\": " + json.dumps(TEXTS) + ",\n\"folders\": [\n" + ",\n".join(
        json.dumps(entry) for entry in made) + "\n]}\n", encoding="utf-8")
    print(len(made), "folders")


if __name__ == "__main__":
    main()
