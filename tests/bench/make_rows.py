#!/usr/bin/env python3
"""Rows of a size that memory does not hold: make_rows.py FILE MIB [MIB_OF_A_ROW_GROUP].

FILE ends in .jsonl, .csv or .parquet (pyarrow). Every row has other words (a fixed stream of random numbers), questions
of some 30 words and answers of some 90: 0.75 KB a row.
"""
import csv
import json
import random
import sys
from pathlib import Path

WORDS = ("the of and a to in is you that it he was for on are as with his they at be this have from or one had by word "
         "but not what all were we when your can said there use an each which she do how their if will up other about "
         "out many then them these so some her would make like him into time has look two more write go see number no "
         "way could people my than first water been call who oil its now find long down day did get come made may part "
         "straße Größe naïve 模型 данные metres kilograms temperature population electricity multiplication").split()


def rows(limit):
    draw = random.Random(7)
    texts = [" ".join(draw.choices(WORDS, k=30)) for _ in range(4096)]   # pieces: drawing words takes too long
    written = number = 0
    while written < limit:
        question = f"{number}: {draw.choice(texts)}?"
        answer = f'{draw.choice(texts)}.\n"{draw.choice(texts)}", {draw.random():.6f}, {draw.choice(texts)}.'
        yield {"id": number, "question": question, "answer": answer}
        written += len(question.encode()) + len(answer.encode()) + 46
        number += 1


def main():
    path, limit = Path(sys.argv[1]), int(sys.argv[2]) << 20
    if path.suffix == ".jsonl":
        with path.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(limit))
    elif path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as out:
            table = csv.DictWriter(out, ["id", "question", "answer"])
            table.writeheader()
            table.writerows(rows(limit))
    elif path.suffix == ".parquet":
        import pyarrow as pa
        import pyarrow.parquet as pq
        schema = pa.schema({"id": pa.int64(), "question": pa.string(), "answer": pa.string()})
        with pq.ParquetWriter(path, schema) as out:
            part = []
            for row in rows(limit):
                part.append(row)
                if len(part) == 100_000:
                    out.write_table(pa.Table.from_pylist(part, schema))
                    part.clear()
            if part:
                out.write_table(pa.Table.from_pylist(part, schema))
    else:
        sys.exit(__doc__)


main()
