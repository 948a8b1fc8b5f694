#!/usr/bin/env python3
"""Lines of text that tokenizers get wrong: blanks of every kind, digits, cases, contractions, marks in every order,
scripts, emoji, control characters, code, special tokens whole and broken. The same lines for the same number.

    hostile_lines.py 10000 > lines.jsonl
"""
import json
import random
import sys
import unicodedata

BLANKS = [" ", "  ", "   ", "\t", "\n", "\r\n", "\n\n", "\r", "\v", "\f", "\u00a0", "\u0085", "\u2003", "\u200b", "\u2028",
          "\u3000", "\ufeff", "\u202f", " \n", "\n ", " \t "]
SPECIALS = ["<s>", "</s>", "<unk>", "<|im_start|>", "<|im_end|>", "<|endoftext|>", "<|eot_id|>", "<start_of_turn>",
            "<end_of_turn>", "<bos>", "<eos>", "<pad>", "<|end|>", "<|assistant|>", "[INST]", "[/INST]", "<think>",
            "</think>", "<|begin_of_text|>", "<0x0A>", "<|fim_prefix|>", "<mask>", "<|im_", "im_end|>", "<|", "|>", "<</s>"]
PIECES = ["'s", "'S", "'ll", "'LL", "’s", "'re", "don't", "I'VE", "o'clock", "naïve", "ÉCOLE", "École", "straße", "ﬁn", "Ⅷ", "½",
          "x²", "¼", "१२३", "١٢٣٤", "１２３", "12345678901", "1,234.56", "0x1F", "3.14e-10", "한국어", "日本語", "ﾊﾝｶｸ", "中文", "русский",
          "ΑΒΓαβγ", "ñ", "n\u0303", "a\u0301\u0323", "a\u0323\u0301", "ấ", "Å", "\u212b", "ﬃ", "ά", "क्षत्रिय", "ไทย", "العَرَبِيَّة", "עִבְרִית",
          "🦙", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇪", "👍🏽", "1️⃣", "\u200d", "\ufe0f", "\u0000", "\u0001", "\x7f", "\u0080", "\ufffd", "\ue000", "𝒜𝓫", "𐍈", "𞤀",
          "_", "__", "▁", "▁▁", "Ġ", "Ċ", "##", "==", "!=", "->", "...", "!!!", "—", "“q”", "#!", "/*", "*/", "\\n", "$x$", "&amp;",
          "http://a.b/c?d=1", "foo_bar", "CamelCase", "SCREAMING", "iPhone", "ǅ", "ʰ", "ªº", "İ", "ı", "ſ", "ẞ"]


def assigned(rng, low, high):
    while True:
        code = rng.randrange(low, high)
        if not 0xD800 <= code < 0xE000 and unicodedata.category(chr(code)) not in ("Cn", "Cs"):
            return chr(code)


def unicode_run(rng):
    low, high = rng.choice([(0x20, 0x250), (0x250, 0x1000), (0x1000, 0x3000), (0x3000, 0xA000), (0xA000, 0x10000),
                            (0x10000, 0x1F000), (0x1F000, 0x1FB00), (0x300, 0x370), (0x1100, 0x1200), (0x2000, 0x2100)])
    return "".join(assigned(rng, low, high) for _ in range(rng.randrange(1, 12)))


def piece(rng):
    kind = rng.random()
    if kind < 0.30:
        return rng.choice(BLANKS) * rng.choice([1, 1, 1, 2, 5, 17])
    if kind < 0.62:
        return rng.choice(PIECES)
    if kind < 0.74:
        return "".join(rng.choice("abcdefgh ABC 0123456789 .,;:!?'\"()[]{}<>|/\\-_=+*&^%$#@~`") for _ in range(rng.randrange(1, 14)))
    if kind < 0.82:
        return unicode_run(rng)
    if kind < 0.90:
        return rng.choice(SPECIALS)
    if kind < 0.94:
        return str(rng.randrange(10 ** rng.randrange(1, 15)))
    return rng.choice(["the quick brown fox", "Hello, world!", "for (int i = 0; i < n; ++i)", "def f(x):\n    return x\n"])


def hostile_lines(count):
    rng = random.Random(20261201)
    lines = ["", " ", "  ", "\n", "\t", "a", " a", "a ", "▁", " ▁a"]
    while len(lines) < count:
        line = "".join(piece(rng) for _ in range(rng.choice([1, 2, 3, 5, 8, 13])))
        form = rng.choice([None] * 6 + ["NFD", "NFKD", "NFC", "NFKC"])
        lines.append(unicodedata.normalize(form, line) if form else line)
    return lines[:count]


if __name__ == "__main__":
    for text in hostile_lines(int(sys.argv[1])):
        print(json.dumps(text))
