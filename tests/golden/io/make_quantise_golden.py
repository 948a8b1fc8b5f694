"""Writes quantise.values.f32 and quantise.TYPE.bin: numbers, and the blocks that llama.cpp's reference quantisers make.

Run with Python, numpy and xllamacpp 2026.10.11549, whose library exports ggml's functions.
"""
import ctypes
import pathlib

import numpy
import xllamacpp

folder = pathlib.Path(__file__).parent
ggml = ctypes.CDLL(str(next(pathlib.Path(xllamacpp.__file__).parent.glob("xllamacpp*.so"))))
random = numpy.random.default_rng(2026)
parts = [random.standard_normal(1024), random.standard_normal(512) * 1e-3, random.standard_t(2, 512),
         abs(random.standard_normal(256)), numpy.zeros(256), numpy.full(256, 0.7),
         random.standard_normal(512) * (random.random(512) < 0.02), -abs(random.standard_normal(256)),
         random.standard_normal(256) * 1e-9, random.integers(-8, 8, 256)]
values = numpy.concatenate(parts).astype(numpy.float32)
values.tofile(folder / "quantise.values.f32")
sizes = {"q4_0": (32, 18), "q5_0": (32, 22), "q5_1": (32, 24), "q8_0": (32, 34), "q4_K": (256, 144), "q5_K": (256, 176),
         "q6_K": (256, 210)}
for name, (elements, size) in sizes.items():
    quantise = ggml[f"quantize_row_{name}_ref"]
    quantise.argtypes, quantise.restype = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64], None
    blocks = numpy.zeros(len(values) // elements * size, numpy.uint8)
    quantise(values.ctypes.data, blocks.ctypes.data, len(values))
    blocks.tofile(folder / f"quantise.{name}.bin")
