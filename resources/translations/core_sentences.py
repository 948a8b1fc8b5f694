"""Writes what core says for people as a source that lupdate reads, in the context "core".

    core_sentences.py SOURCE_FOLDER OUTPUT.cpp

Takes the pattern of every say("...") below core/ and of every lift::say("...") below ui/. Fails where a call has no
literal, for its words could not be translated. `ninja translations_update` and tests/ui/look/translation_test.cpp use it.
"""
import json
import pathlib
import re
import sys

COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
RAW_LITERAL = re.compile(r'R"([^()\\\s]*)\((.*?)\)\1"', re.S)
CHARACTER = re.compile(r"'(?:[^'\\\n]|\\.)+'")
CALLS = {"core": re.compile(r"(?<![\w.>])say\("), "ui": re.compile(r"\blift::say\(")}
DEFINITION = "core/base/say.h"


def skip_blanks(text, at):
    while True:
        comment = COMMENT.match(text, at)
        if comment:
            at = comment.end()
        elif text[at].isspace():
            at += 1
        else:
            return at


def pattern_at(text, at):
    """The joined literals from `at` on as the inside of one C++ literal; None where there is none."""
    parts = []
    while True:
        at = skip_blanks(text, at)
        raw, plain = RAW_LITERAL.match(text, at), LITERAL.match(text, at)
        if raw:
            parts.append(json.dumps(raw[2], ensure_ascii=False)[1:-1])
        elif plain:
            parts.append(plain[1])
        else:
            return "".join(parts) if parts and text[at] in ",)" else None
        at = (raw or plain).end()


def calls_in(text, call):
    """Where the calls' arguments begin, outside of comments and literals."""
    at = 0
    while at < len(text):
        skipped = None
        if text[at] == "/":
            skipped = COMMENT.match(text, at)
        elif text[at] == "R":
            skipped = RAW_LITERAL.match(text, at)
        elif text[at] == '"':
            skipped = LITERAL.match(text, at)
        elif text[at] == "'" and not text[at - 1].isalnum():
            skipped = CHARACTER.match(text, at)
        if skipped:
            at = skipped.end()
            continue
        found = call.match(text, at)
        if found:
            yield found.end()
        at += 1


def patterns_below(source):
    patterns, faults = set(), []
    for folder, call in CALLS.items():
        for file in sorted((source / folder).rglob("*")):
            if file.suffix not in (".cpp", ".h") or file.relative_to(source).as_posix() == DEFINITION:
                continue
            text = file.read_text(encoding="utf-8")
            for begin in calls_in(text, call):
                pattern = pattern_at(text, begin)
                if pattern is None:
                    line = text.count("\n", 0, begin) + 1
                    faults.append(f"{file.relative_to(source)}:{line}: say() without a literal")
                elif re.search(r"[^{}\s]", pattern):
                    patterns.add(pattern)
    return patterns, faults


def main():
    source, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    patterns, faults = patterns_below(source)
    if faults:
        sys.exit("\n".join(faults))
    lines = [f'QT_TRANSLATE_NOOP("core", "{pattern}")\n' for pattern in sorted(patterns)]
    output.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
