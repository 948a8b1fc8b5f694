"""Makes the golden files of tests/core/io. Needs: pip install numpy gguf safetensors. Run: python make_io_golden.py MODEL.gguf

blocks.gguf            three rows of random blocks of every format we read, all values of a block possible
blocks.expected.bin    the fp32 values of all rows as gguf.quants gives them, tensor after tensor
blocks.rounded.bin     the same in bf16, as gguf.quants rounds them
demo_rows.json         SHA-256 of rows of the demo model as fp32 and bf16 (the model itself is not kept here)
foreign.safetensors    written by the safetensors library
foreign.json           what is in it
"""
import hashlib, json, pathlib, sys

import numpy as np
import gguf
from gguf import GGMLQuantizationType as T, quants
from safetensors.numpy import save_file

here = pathlib.Path(__file__).parent
random = np.random.default_rng(20240607)
KINDS = [T.F32, T.F16, T.BF16, T.Q8_0, T.Q4_0, T.Q4_1, T.Q5_0, T.Q5_1, T.Q4_K, T.Q5_K, T.Q6_K]
HALVES = {T.Q8_0: [0], T.Q4_0: [0], T.Q4_1: [0, 2], T.Q5_0: [0], T.Q5_1: [0, 2], T.Q4_K: [0, 2], T.Q5_K: [0, 2],
          T.Q6_K: [208]}
ROWS, COLUMNS = 3, 512


def finite_halves(count):
    """Every class of fp16 but infinities and NaN: zeros, subnormals, both signs, largest."""
    values = random.integers(0, 0x7C00, count).astype(np.uint16)
    special = np.array([0, 1, 0x3FF, 0x400, 0x7BFF, 0x8000, 0x8001, 0x83FF, 0xFBFF], np.uint16)
    values[: min(count, len(special))] = special[:count]
    return values | (random.integers(0, 2, count).astype(np.uint16) << 15)


def random_bytes(kind):
    elements, size = gguf.GGML_QUANT_SIZES[kind]
    if kind == T.F32:
        bits = random.integers(0, 2**32, ROWS * COLUMNS, dtype=np.uint32)
        bits[:8] = [0, 0x80000000, 0x3F808000, 0x3F818000, 0x3F807FFF, 0x7F7FFFFF, 0x00000001, 0x7F800000]
        return bits.view(np.uint8).reshape(ROWS, -1)
    if kind in (T.F16, T.BF16):
        halves = np.arange(ROWS * COLUMNS, dtype=np.uint32) * 42 + 7
        return halves.astype(np.uint16).view(np.uint8).reshape(ROWS, -1)
    blocks = random.integers(0, 256, (ROWS * COLUMNS // elements, size), dtype=np.uint8)
    for at in HALVES[kind]:
        blocks[:, at:at + 2] = finite_halves(len(blocks)).view(np.uint8).reshape(-1, 2)
    return blocks.reshape(ROWS, -1)


def values_of(data, kind):
    if kind == T.F32:
        return data.view(np.float32)
    if kind == T.F16:
        return data.view(np.float16).astype(np.float32)
    with np.errstate(all="ignore"):
        return quants.dequantize(data, kind)


def rounded(values):
    with np.errstate(all="ignore"):
        return quants.quantize(np.ascontiguousarray(values, np.float32), T.BF16).view(np.uint16)


def make_blocks():
    writer = gguf.GGUFWriter(here / "blocks.gguf", "llama")
    writer.add_custom_alignment(64)
    writer.add_key_value("test.u8", 200, gguf.GGUFValueType.UINT8)
    writer.add_key_value("test.i8", -100, gguf.GGUFValueType.INT8)
    writer.add_key_value("test.u16", 60000, gguf.GGUFValueType.UINT16)
    writer.add_key_value("test.i16", -30000, gguf.GGUFValueType.INT16)
    writer.add_key_value("test.u32", 4000000000, gguf.GGUFValueType.UINT32)
    writer.add_key_value("test.i32", -2000000000, gguf.GGUFValueType.INT32)
    writer.add_key_value("test.u64", 2**64 - 1, gguf.GGUFValueType.UINT64)
    writer.add_key_value("test.i64", -(2**63), gguf.GGUFValueType.INT64)
    writer.add_key_value("test.f32", 0.1, gguf.GGUFValueType.FLOAT32)
    writer.add_key_value("test.f64", 0.1, gguf.GGUFValueType.FLOAT64)
    writer.add_bool("test.yes", True)
    writer.add_string("test.text", "gr\u00fc\u00df")
    writer.add_array("test.whole_numbers", [1, -2, 3])
    writer.add_array("test.numbers", [0.5, -1.5])
    writer.add_array("test.texts", ["a", "", "\u2603"])
    writer.add_array("test.yes_and_no", [True, False, True])
    values = []
    for kind in KINDS:
        data = random_bytes(kind)
        name = f"random.{kind.name}"
        if kind == T.F32:
            writer.add_tensor(name, data.view(np.float32))
        elif kind == T.F16:
            writer.add_tensor(name, data.view(np.float16))
        else:
            writer.add_tensor(name, data, raw_dtype=kind)
        values.append(values_of(data, kind).reshape(ROWS, COLUMNS))
    writer.write_header_to_file(); writer.write_kv_data_to_file(); writer.write_tensors_to_file(); writer.close()
    np.stack(values).astype(np.float32).tofile(here / "blocks.expected.bin")
    np.stack([rounded(v).reshape(ROWS, COLUMNS) for v in values]).tofile(here / "blocks.rounded.bin")


def make_demo_rows(model):
    wanted = {"token_embd.weight": [0, 1, 1000, 49151], "blk.0.ffn_down.weight": [0, 575],
              "blk.15.attn_q.weight": [0, 300], "blk.29.ffn_up.weight": [1535], "output_norm.weight": [0]}
    rows = []
    for tensor in gguf.GGUFReader(model).tensors:
        for row in wanted.get(tensor.name, []):
            data = np.atleast_2d(tensor.data)[row:row + 1]
            values = data if data.dtype == np.float32 else quants.dequantize(data, tensor.tensor_type)
            values = np.ascontiguousarray(values, np.float32)
            rows.append({"tensor": tensor.name, "row": row, "type": tensor.tensor_type.name,
                         "fp32": hashlib.sha256(values.tobytes()).hexdigest(),
                         "bf16": hashlib.sha256(rounded(values).tobytes()).hexdigest()})
    (here / "demo_rows.json").write_text(json.dumps(rows, indent=1) + "\n")


def make_foreign():
    kinds = {"F64": np.float64, "F32": np.float32, "F16": np.float16, "I64": np.int64, "I32": np.int32,
             "I16": np.int16, "I8": np.int8, "U8": np.uint8, "U16": np.uint16, "U32": np.uint32, "U64": np.uint64,
             "BOOL": np.bool_}
    tensors = {f"of {name}": random.integers(0, 2, (2, 3)).astype(kind) for name, kind in kinds.items()}
    tensors["scalar"] = np.array(3.5, np.float32)
    tensors["empty"] = np.zeros((0, 4), np.float32)
    tensors["na\u00efve \u2603"] = np.arange(5, dtype=np.int16)
    save_file(tensors, here / "foreign.safetensors", metadata={"format": "pt", "note": "line\nbreak \u2603"})
    described = {name: {"dtype": str(t.dtype), "shape": list(t.shape), "hex": t.tobytes().hex()}
                 for name, t in tensors.items()}
    (here / "foreign.json").write_text(json.dumps(described, indent=1, ensure_ascii=False) + "\n")


make_blocks()
make_demo_rows(sys.argv[1])
make_foreign()
