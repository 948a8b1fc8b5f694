#!/usr/bin/env python3
"""Writes the golden files of the tokenizer tests beside itself: 10,000 lines of text, small tokenizers, and for each
tokenizer one number per line that stands for the ids which Hugging Face (or SentencePiece) gives it.

    make_tokenizer_golden.py --gguf SmolLM2-135M-Instruct.Q4_1.gguf --gsm8k gsm8k/train.jsonl --folder SmolLM2-as-HF-folder

Needs tokenizers 0.22, transformers 4.57, sentencepiece, gguf, zstandard or the zstd program. GSM8K is MIT-licensed
(openai/grade-school-math). The number per line is FNV-1a of 64 bits over the ids as little-endian int32,
its two halves xor-ed.
"""
import argparse
import json
import pathlib
import random
import shutil
import struct
import subprocess
import tempfile
import unicodedata

import gguf
import numpy as np
import sentencepiece
from tokenizers import (AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors,
                        trainers)

HERE = pathlib.Path(__file__).resolve().parent
LINES = 10_000
LLAMA3 = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+"
          r"|\s+(?!\S)|\s+")
TEKKEN = (r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|"
          r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|"
          r"\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+")

# --- The lines -------------------------------------------------------------------------------------------------------

SENTENCES = """Où est la bibliothèque, s'il vous plaît ? C'était déjà l'été, naïve façade, cœur œuvré.
Die Straße führt über große Hügel; Äpfel, Öl und Übermut genügen fürs Frühstück.
El niño comió piñas en el jardín mientras la cigüeña volaba. ¿Qué pasó después? ¡Nada!
A avó não tem maçãs, só pães e limões. Amanhã será outro dia, não é?
Zażółć gęślą jaźń. Pójdźże, kiń tę chmurność w głąb flaszy!
Příliš žluťoučký kůň úpěl ďábelské ódy. Šťastné děti běží.
Съешь же ещё этих мягких французских булок, да выпей чаю. Їжак і ґава.
Γειά σου Κόσμε, τι κάνεις σήμερα; Ὦ ξεῖν᾽, ἀγγέλλειν Λακεδαιμονίοις.
שלום עולם, מה שלומך היום? בְּרֵאשִׁית בָּרָא
مرحبا بالعالم، كيف حالك اليوم؟ ٱلْحَمْدُ لِلَّهِ ١٢٣٤
नमस्ते दुनिया, आप कैसे हैं? क्षत्रिय ज्ञान १२३
বাংলা ভাষা খুব সুন্দর। ২০২৪ সাল
สวัสดีชาวโลก วันนี้อากาศดีมาก ๑๒๓
こんにちは世界。今日はいい天気ですね、３個のりんご（林檎）を食べました。ガギグゲゴ ｶﾞｷﾞ
你好，世界！今天天气很好，我们去公园散步吧。一二三，１２３。
안녕하세요 세계, 오늘 날씨가 좋네요. 각 힣 ㄱㅏ
Việt Nam đất nước mến yêu, những người bạn tốt. Türkiye'de İstanbul ve Iğdır, ağaç.
Þórr át smjör; ætíð, Ångström, smørrebrød på bordet. Õhtu jõudis, ķirsis.
It's what they'll say: we've seen it, I'd go, you're late, he'S HERE, DON'T, o'clock 'tis.""".split("\n")

EMOJI = ["😀", "👍🏽", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇪🇯🇵", "❤️", "☕", "🧑🏿‍🚀", "1️⃣", "✈️", "🫠", "🤷🏻‍♀️", "©", "™", "→", "∑", "√2", "½", "Ⅷ", "²³"]
NAMES = ["count", "user_id", "getValue", "HTTPServer", "x1", "_tmp", "matrix", "kMaxSize", "i", "foo_bar2", "δx", "naïve"]
CODE = ["for (int {a} = 0; {a} < {n}; ++{a}) {{ {b}[{a}] += 0x{h}; }}", "def {a}({b}, *args, **kwargs):",
        "    return {a}.{b}({n}) if {b} else None", "\tstd::vector<{a}> {b}{{{n}, {n}}};", "// TODO({a}): {b} != {n}",
        "const {a} = ({b}) => {{ return `${{{b}}}-{n}`; }};", "SELECT {a}, COUNT(*) FROM {b} WHERE {a} >= {n};",
        "<div class=\"{a}\" id='{b}'>&nbsp;{n}</div>", "#include <{a}/{b}.h>", "{a}: [{n}, {n}, \"{b}\"]",
        "assert {a}['{b}'] == {n}e-{n} and not {b}", "        if ({a} && !{b}) {{\r\n            goto L{n};\r\n        }}",
        "fn {a}<'t>({b}: &'t str) -> Result<(), Box<dyn Error>> {{", "$ git log --oneline -n {n} | grep '{a}'"]
BLANKS = [" ", "  ", "   ", "\t", "\n", "\r\n", "\r", "\u00a0", "\u3000", "\u2028", "\u200b", "\u2003", "\x0b", "\x0c", "\x85", "\ufeff"]
SPECIALS = ["<|im_start|>", "<|im_end|>", "<|endoftext|>", "<s>", "</s>", "<unk>", "<|begin_of_text|>", "<|eot_id|>",
            "<tool>", "lift", "[INST]", "<mask>"]


def assigned(rng, low, high):
    while True:
        code = rng.randrange(low, high)
        if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co"):
            return chr(code)


def code_line(rng):
    return rng.choice(CODE).format(a=rng.choice(NAMES), b=rng.choice(NAMES), n=rng.randrange(10 ** rng.randrange(1, 9)),
                                   h="%x" % rng.randrange(1 << 20))


def number_line(rng):
    forms = [lambda: str(rng.randrange(10 ** rng.randrange(1, 18))), lambda: f"{rng.uniform(-1e4, 1e4):.3f}",
             lambda: f"{rng.randrange(10**9):,}", lambda: f"{rng.random():.2e}", lambda: f"{rng.randrange(13)}:{rng.randrange(60):02}",
             lambda: f"${rng.randrange(999)}.{rng.randrange(99):02}", lambda: "".join(chr(0x660 + rng.randrange(10)) for _ in range(5)),
             lambda: f"{rng.randrange(99)}%", lambda: f"{rng.randrange(9)}²", lambda: f"{rng.randrange(50)}/{rng.randrange(1, 50)}"]
    return rng.choice(["", " ", "  "]).join(rng.choice(forms)() + rng.choice(["", " ", ", ", " + ", "  ="]) for _ in range(rng.randrange(1, 9)))


def unicode_line(rng):
    ranges = [(0x20, 0x250), (0x250, 0x1000), (0x1000, 0x3000), (0x3000, 0xA000), (0xA000, 0x10000), (0x10000, 0x20000),
              (0x20000, 0x30000), (0x300, 0x370), (0x1100, 0x1200)]
    return "".join(assigned(rng, *rng.choice(ranges)) for _ in range(rng.randrange(1, 60)))


def blanks_line(rng):
    words = ["a", "The", "x=1", "é", "中", "12", ".", "'s", "END", "\"", "-"]
    return "".join(rng.choice(BLANKS) * rng.choice([1, 1, 1, 2, 3, 8, 17]) if rng.random() < 0.6 else rng.choice(words)
                   for _ in range(rng.randrange(2, 25)))


def control_line(rng):
    return "".join(chr(rng.choice(list(range(0x20)) + [0x7f] + list(range(0x80, 0xa0)))) if rng.random() < 0.4
                   else rng.choice("abc XYZ 019 .,-") for _ in range(rng.randrange(1, 40)))


def words_line(rng, decompose):
    words = [w for s in rng.sample(SENTENCES, 3) for w in s.split(" ")]
    rng.shuffle(words)
    text = " ".join(words[:rng.randrange(2, 16)])
    return unicodedata.normalize(decompose, text) if decompose else text


def make_lines(gsm8k):
    rng = random.Random(20261124)
    items = [json.loads(line) for line in open(gsm8k, encoding="utf-8")]
    texts = [part for item in items for part in [item["question"], *item["answer"].split("\n")]]
    lines = rng.sample(texts, 3200)
    lines += [code_line(rng) for _ in range(1200)]
    lines += [words_line(rng, rng.choice([None, "NFD", "NFKD", "NFC"])) for _ in range(1400)]
    lines += [number_line(rng) for _ in range(1000)]
    lines += [unicode_line(rng) for _ in range(1000)]
    lines += [blanks_line(rng) for _ in range(900)]
    lines += [control_line(rng) for _ in range(400)]
    lines += ["".join(rng.choice(EMOJI) + rng.choice(["", " ", "!", "a"]) for _ in range(rng.randrange(1, 12))) for _ in range(400)]
    lines += [rng.choice([" ", "", "x "]).join(rng.choice(SPECIALS + ["word", "Two  ", "\n", " 7", "lifted", "éa"])
                                               for _ in range(rng.randrange(1, 10))) for _ in range(400)]
    while len(lines) < LINES:
        lines.append("".join(rng.choice([code_line, number_line, unicode_line, blanks_line])(rng) for _ in range(2)))
    rng.shuffle(lines)
    return lines[:LINES]


# --- Writing ---------------------------------------------------------------------------------------------------------

def fnv1a(data):
    value = 0xcbf29ce484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001b3) & 0xffffffffffffffff
    return value


def write_numbers(name, values):
    (HERE / name).write_bytes(struct.pack(f"<{len(values)}I", *[(v >> 32) ^ (v & 0xffffffff) for v in values]))


def write_ids(name, rows):
    write_numbers(name + ".ids", [0 if ids is None else fnv1a(np.asarray(ids, dtype="<i4").tobytes()) for ids in rows])


def write_texts(name, texts):
    write_numbers(name + ".text", [0 if text is None else fnv1a(text.encode("utf-8")) for text in texts])


def write_lines(lines):
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode("utf-8")
    subprocess.run(["zstd", "-19", "-q", "-f", f"--stream-size={len(text)}", "-o", HERE / "lines.jsonl.zst"], input=text, check=True)


def golden(name, tokenizer, lines, save=True, form=None, not_ascii=()):
    """Ids with and without special tokens around the text, and the texts that the ids give back. 0 stands for "not
    compared": lines that tokenizers normalises by older Unicode tables than Python's (a handful of rare marks), and
    texts with an added token that is not ASCII, which its ByteLevel decoder takes for bytes."""
    if save:
        (HERE / (name + ".json")).write_text(json.dumps(json.loads(tokenizer.to_str()), ensure_ascii=False, separators=(",", ":")),
                                             encoding="utf-8")
    old = [bool(form) and getattr(normalizers, form)().normalize_str(line) != unicodedata.normalize(form, line) for line in lines]
    assert sum(old) < 20
    plain = [e.ids for e in tokenizer.encode_batch(lines, add_special_tokens=False)]
    around = [e.ids for e in tokenizer.encode_batch(lines[:500], add_special_tokens=True)]
    write_ids(name, [None if skip else ids for skip, ids in zip(old, plain)])
    write_ids(name + ".special", [None if skip else ids for skip, ids in zip(old, around)])
    other = {tokenizer.token_to_id(token) for token in not_ascii}
    texts = [None if skip or other & set(ids) else tokenizer.decode(ids, skip_special_tokens=False) for skip, ids in zip(old, plain)]
    short = [None if text is None else tokenizer.decode(ids, skip_special_tokens=True) for text, ids in zip(texts, plain[:2000])]
    write_texts(name, texts)
    write_texts(name + ".skip", short)


# --- The tokenizers --------------------------------------------------------------------------------------------------

def demo_tokenizer(path):
    """SmolLM2's vocabulary from the GGUF file under the pre-tokeniser that its tokenizer.json has: single digits, then
    byte-level words. (transformers' own GGUF import loses the first of the two.)"""
    fields = gguf.GGUFReader(path).fields
    pieces = fields["tokenizer.ggml.tokens"].contents()
    types = fields["tokenizer.ggml.token_type"].contents()
    merges = [tuple(line.split(" ")) for line in fields["tokenizer.ggml.merges"].contents()]
    tokenizer = Tokenizer(models.BPE({piece: i for i, piece in enumerate(pieces)}, merges))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Digits(True), pre_tokenizers.ByteLevel(False)])
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(p, special=True, normalized=False) for p, t in zip(pieces, types) if t == 3])
    return tokenizer


def byte_level(lines, pre_tokenizer, size, normalizer=None):
    tokenizer = Tokenizer(models.BPE())
    if normalizer:
        tokenizer.normalizer = normalizer
    tokenizer.pre_tokenizer = pre_tokenizer
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.train_from_iterator(lines, trainers.BpeTrainer(vocab_size=size, show_progress=False,
                                                             initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
    return tokenizer


def llama3_style(lines):
    split = pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(LLAMA3), "isolated"), pre_tokenizers.ByteLevel(False, use_regex=False)])
    tokenizer = byte_level(lines, split, 2600)
    file = json.loads(tokenizer.to_str())
    file["model"]["ignore_merges"] = True
    # Words that are in the vocabulary but that the merges cannot make any more: only ignore_merges finds them.
    file["model"]["merges"] = [m for i, m in enumerate(file["model"]["merges"]) if i % 7 or len("".join(m)) < 5]
    tokenizer = Tokenizer.from_str(json.dumps(repair(file)))
    tokenizer.add_special_tokens([AddedToken(t, special=True, normalized=False) for t in
                                  ["<|begin_of_text|>", "<|end_of_text|>", "<|eot_id|>", "<|start_header_id|>", "<|end_header_id|>"]])
    tokenizer.add_tokens([AddedToken("<tool>", lstrip=True, rstrip=True, normalized=False),
                          AddedToken("lift", single_word=True, normalized=False), AddedToken("lifted", normalized=True)])
    bos = tokenizer.token_to_id("<|begin_of_text|>")
    tokenizer.post_processor = processors.Sequence([processors.ByteLevel(trim_offsets=False), processors.TemplateProcessing(
        single="<|begin_of_text|> $A", pair="<|begin_of_text|> $A <|begin_of_text|> $B", special_tokens=[("<|begin_of_text|>", bos)])])
    return tokenizer


def repair(file):
    """Leaves out merges whose parts or result the vocabulary lacks (none of ours does; kept for other seeds)."""
    vocabulary = file["model"]["vocab"]
    file["model"]["merges"] = [m for m in file["model"]["merges"] if m[0] in vocabulary and m[1] in vocabulary and m[0] + m[1] in vocabulary]
    return file


def tekken_style(lines):
    split = pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(TEKKEN), "isolated"), pre_tokenizers.ByteLevel(False, use_regex=False)])
    tokenizer = byte_level(lines, split, 1200, normalizers.NFC())
    tokenizer.add_special_tokens([AddedToken("<s>", special=True), AddedToken("</s>", special=True)])
    tokenizer.add_tokens([AddedToken("Å", normalized=True), AddedToken("naïve", single_word=True, normalized=True)])
    return tokenizer


def odd_style(lines):
    """Every step that the families above leave out, in one file."""
    normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Strip(True, True), normalizers.Replace(Regex(r"\s{3,}"), "  ")])
    steps = pre_tokenizers.Sequence([
        pre_tokenizers.Digits(False), pre_tokenizers.Split("=", "merged_with_previous"), pre_tokenizers.Split(Regex(r"[;:]"), "merged_with_next"),
        pre_tokenizers.Split(Regex(r"\p{Lu}"), "contiguous"), pre_tokenizers.Split("|", "removed"),
        pre_tokenizers.Split(Regex(r"\w+|[^\w\s]+"), "isolated", invert=True), pre_tokenizers.ByteLevel(True, use_regex=True)])
    tokenizer = byte_level(lines, steps, 900, normalizer)
    tokenizer.add_special_tokens([AddedToken("<mask>", special=True, lstrip=True), AddedToken("<unk>", special=True, rstrip=True)])
    return tokenizer


def train_sentencepiece(lines, kind, size):
    rng = random.Random(1)
    clean = [line for line in lines if all(ch == "\t" or 0x20 <= ord(ch) < 0x500 for ch in line)]
    prefix = HERE / kind
    sentencepiece.SentencePieceTrainer.Train(
        sentence_iterator=iter(rng.sample(clean, 4000)), model_prefix=str(prefix), vocab_size=size, model_type=kind.removeprefix("sp_"),
        byte_fallback=True, character_coverage=0.99, normalization_rule_name="identity" if kind == "sp_bpe" else "nmt_nfkc",
        remove_extra_whitespaces=kind != "sp_bpe", split_digits=True, allow_whitespace_only_pieces=True,
        user_defined_symbols=["<tool>"] if kind == "sp_unigram" else [], num_threads=1, minloglevel=2)
    (HERE / (kind + ".vocab")).unlink()
    return sentencepiece.SentencePieceProcessor(model_file=str(HERE / (kind + ".model")))


def llama2_style(model):
    """What transformers writes as tokenizer.json for a SentencePiece BPE model: merges by the scores' order."""
    pieces = [model.id_to_piece(i) for i in range(model.get_piece_size())]
    ids = {piece: i for i, piece in enumerate(pieces)}
    merges = []
    for piece in pieces:
        for cut in range(1, len(piece)):
            left, right = piece[:cut], piece[cut:]
            if left in ids and right in ids:
                merges.append((ids[piece], ids[left], ids[right]))
    merges = [(pieces[l], pieces[r]) for p, l, r in sorted(merges, key=lambda m: (-model.get_score(m[0]), m[1], m[2]))]
    tokenizer = Tokenizer(models.BPE(ids, merges, unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    tokenizer.add_special_tokens([AddedToken(t, special=True, normalized=False) for t in ["<unk>", "<s>", "</s>"]])
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A", special_tokens=[("<s>", ids["<s>"])])
    return tokenizer


def write_gguf(model):
    writer = gguf.GGUFWriter(str(HERE / "sp_bpe.gguf"), "llama")
    size = model.get_piece_size()
    writer.add_tokenizer_model("llama")
    writer.add_token_list([model.id_to_piece(i) for i in range(size)])
    writer.add_token_scores([model.get_score(i) for i in range(size)])
    kinds = [2 if model.is_unknown(i) else 3 if model.is_control(i) else 6 if model.is_byte(i) else 1 for i in range(size)]
    writer.add_token_types(kinds)
    writer.add_bos_token_id(model.bos_id())
    writer.add_eos_token_id(model.eos_id())
    writer.add_unk_token_id(model.unk_id())
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def folder_ids(model, lines):
    """What transformers 5.24 gives for a folder with this tokenizer.model and nothing beside it."""
    from transformers import AutoTokenizer
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(HERE / model, pathlib.Path(folder) / "tokenizer.model")
        (pathlib.Path(folder) / "config.json").write_text('{"model_type": ""}')
        stock = AutoTokenizer.from_pretrained(folder)
        return [stock.encode(line, add_special_tokens=False) for line in lines]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gguf", required=True)
    parser.add_argument("--gsm8k", required=True)
    parser.add_argument("--folder", required=True, help="the demo model as transformers imports it from the GGUF file")
    options = parser.parse_args()

    lines = make_lines(options.gsm8k)
    write_lines(lines)
    train = [line for line in lines if not any(s in line for s in SPECIALS)]

    golden("demo", demo_tokenizer(options.gguf), lines, save=False)
    imported = Tokenizer.from_file(str(pathlib.Path(options.folder) / "tokenizer.json"))
    golden("demo_imported", imported, lines, save=False)
    from transformers import AutoTokenizer
    fast = AutoTokenizer.from_pretrained(options.folder)
    assert [fast(line, add_special_tokens=False)["input_ids"] for line in lines] == [
        e.ids for e in imported.encode_batch(lines, add_special_tokens=False)]

    golden("llama3_style", llama3_style(train), lines)
    golden("tekken_style", tekken_style(train), lines, form="NFC", not_ascii=["Å", "naïve"])
    golden("odd_style", odd_style(train), lines, form="NFKC")

    bpe = train_sentencepiece(train, "sp_bpe", 1400)
    unigram = train_sentencepiece(train, "sp_unigram", 1200)
    write_gguf(bpe)
    write_ids("sp_bpe", [bpe.encode(line) for line in lines])   # SentencePiece itself: what the GGUF file gives
    for name, model in [("sp_bpe", bpe), ("sp_unigram", unigram)]:
        write_ids(name + "_folder", folder_ids(name + ".model", lines))
        write_texts(name, [model.decode(model.encode(line)) for line in lines])

    legacy = llama2_style(bpe)
    legacy.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    legacy.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)])
    golden("llama2_style", legacy, lines)
    mistral = llama2_style(bpe)
    mistral.pre_tokenizer = pre_tokenizers.Metaspace("▁", "first", split=False)
    mistral.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)])
    golden("mistral_style", mistral, lines)
    words = llama2_style(bpe)
    words.pre_tokenizer = pre_tokenizers.Metaspace("▁", "always", split=True)
    words.decoder = decoders.Metaspace("▁", "always", split=True)
    golden("metaspace_style", words, lines)


if __name__ == "__main__":
    main()
