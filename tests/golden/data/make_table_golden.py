"""Writes tests/golden/data/tables: Parquet and Arrow files as pyarrow writes them, and the rows in them as JSONL.

Run with Python and pyarrow 26.0.1; nothing else reads this folder's files but table_file_test and damaged_files_test.
What this program leaves out (bytes) or reads as it is printed (dates) is put into the expected rows here, by hand.
"""
import datetime
import decimal
import json
import pathlib

import pyarrow as pa
import pyarrow.feather
import pyarrow.ipc
import pyarrow.parquet as pq

folder = pathlib.Path(__file__).parent / "tables"
folder.mkdir(exist_ok=True)


def expect(name, rows):
    with open(folder / f"{name}.jsonl", "w", encoding="utf-8", newline="\n") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


words = ["fox", "dog", 'a "quoted"\nline\t\\', "\u00e9t\u00e9 \U0001f98a", "", "\x01"]
plain = [{"question": f"{i}: {words[i % 6]}", "answer": words[(i * 5) % 6] if i % 7 else None, "kind": words[i % 3],
          "count": (1 << 62) + i if i % 2 else -i, "share": i / 8, "right": i % 3 == 0 if i % 5 else None}
         for i in range(300)]
table = pa.Table.from_pylist(plain, schema=pa.schema([
    ("question", pa.string()), ("answer", pa.string()), ("kind", pa.dictionary(pa.int32(), pa.string())),
    ("count", pa.int64()), ("share", pa.float64()), ("right", pa.bool_())]))
expect("plain", plain)
pq.write_table(table, folder / "plain.snappy.parquet", row_group_size=70)
pq.write_table(table, folder / "plain.zstd.parquet", compression="zstd", data_page_version="2.0")
pq.write_table(table, folder / "plain.gzip.parquet", compression="gzip", use_dictionary=False)
pq.write_table(table, folder / "plain.brotli.parquet", compression="brotli", use_dictionary=False, column_encoding={
    "question": "DELTA_BYTE_ARRAY", "answer": "DELTA_LENGTH_BYTE_ARRAY", "count": "DELTA_BINARY_PACKED",
    "share": "BYTE_STREAM_SPLIT"})
pq.write_table(table, folder / "plain.lz4.parquet", compression="lz4", write_batch_size=16, data_page_size=256)
pq.write_table(table, folder / "plain.none.parquet", compression="none", store_schema=False)
pa.feather.write_feather(table, folder / "plain.zstd.feather", compression="zstd", chunksize=70)
with pa.ipc.new_file(folder / "plain.file.arrow", table.schema) as out:
    out.write_table(table, max_chunksize=128)
with pa.ipc.new_stream(folder / "plain.stream.arrow", table.schema,
                       options=pa.ipc.IpcWriteOptions(compression="lz4")) as out:
    out.write_table(table, max_chunksize=90)

chat = [
    {"messages": [{"role": "user", "content": "Hi", "tool_calls": None},
                  {"role": "assistant", "content": None, "tool_calls": [{"name": "f", "arguments": {"x": 1, "y": None}}]}],
     "tags": ["a", None, "b"], "pair": [1.5, -2.0]},
    {"messages": [], "tags": None, "pair": None},
    {"messages": [{"role": "user", "content": "Bye", "tool_calls": []}], "tags": [], "pair": [0.0, 1e300]},
]
call = pa.struct([("name", pa.string()), ("arguments", pa.struct([("x", pa.int64()), ("y", pa.string())]))])
message = pa.struct([("role", pa.string()), ("content", pa.large_string()), ("tool_calls", pa.list_(call))])
table = pa.Table.from_pylist(chat, schema=pa.schema([
    ("messages", pa.large_list(message)), ("tags", pa.list_(pa.string())), ("pair", pa.list_(pa.float64(), 2))]))
expect("chat", chat)
pq.write_table(table, folder / "chat.parquet")
with pa.ipc.new_file(folder / "chat.arrow", table.schema) as out:
    out.write_table(table.slice(0, 2))
    out.write_table(table.slice(2))

day, moment = datetime.date(2026, 12, 1), datetime.datetime(2026, 12, 1, 4, 5, 6, 7000)
odd = [{"q": "x", "day": day, "moment": moment, "zone": moment.replace(tzinfo=datetime.timezone.utc), "price":
        decimal.Decimal("1.50"), "half": 0.5, "single": 0.1, "byte": 255, "map": [("k", 1), ("l", None)], "nothing": None,
        "image": {"bytes": b"\x89PNG", "path": "a.png"}, "blob": b"\xff", "blobs": [b"1"], "only": {"raw": b"2"}}]
table = pa.Table.from_pylist(odd, schema=pa.schema([
    ("q", pa.string()), ("day", pa.date32()), ("moment", pa.timestamp("ms")), ("zone", pa.timestamp("us", "UTC")),
    ("price", pa.decimal128(9, 2)), ("half", pa.float16()), ("single", pa.float32()), ("byte", pa.uint8()),
    ("map", pa.map_(pa.string(), pa.int64())), ("nothing", pa.null()),
    ("image", pa.struct([("bytes", pa.binary()), ("path", pa.string())])), ("blob", pa.large_binary()),
    ("blobs", pa.list_(pa.binary())), ("only", pa.struct([("raw", pa.binary())]))]))
expect("odd", [{"q": "x", "day": "2026-12-01", "moment": "2026-12-01 04:05:06.007", "zone": "2026-12-01 04:05:06.007000Z",
                "price": 1.5, "half": 0.5, "single": 0.1, "byte": 255, "map": {"k": 1, "l": None}, "nothing": None,
                "image": {"path": "a.png"}}])
pq.write_table(table, folder / "odd.parquet")
with pa.ipc.new_file(folder / "odd.arrow", table.schema) as out:
    out.write_table(table)

# Refused, with a sentence.
pq.write_table(pa.table([pa.array(["a"]), pa.array(["b"])], names=["q", "q"]), folder / "twice.parquet")
pq.write_table(pa.table({"blob": pa.array([b"a"])}), folder / "bytes.parquet")
pq.write_table(pa.table({"q": pa.array([], pa.string())}), folder / "empty.parquet")
long = pa.DictionaryArray.from_arrays(pa.array([0] * 3000, pa.int8()), pa.array(["x" * 30000]))
table = pa.table({"q": pa.ListArray.from_arrays([0, 3000], long)})
with pa.ipc.new_file(folder / "bomb.arrow", table.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as out:
    out.write_table(table)

# A character that JSON escapes, at every place of texts that are read eight bytes at a time.
escapes = [{"question": "x" * before + odd + "\u00e9!" * behind, "answer": str(before)}
           for odd in ['"', "\\", "\n", "\x1f", "\x7f", " ", "!", "#", "[", "]", "\u00a2\u00dc"]
           for before in range(18) for behind in (0, 3)]
expect("escapes", escapes)
pq.write_table(pa.Table.from_pylist(escapes), folder / "escapes.parquet")
