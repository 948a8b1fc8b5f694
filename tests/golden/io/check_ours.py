"""Reads a safetensors file of ours with the safetensors library and compares it with a listing. Needs numpy, safetensors.

python check_ours.py FILE LISTING: the listing is JSON {name: {dtype, shape, hex}}; exit code 1 at the first difference.
With one argument, checks tests/golden/io/ours.safetensors, the file that safetensors_writer_test asserts byte for byte.
"""
import json, pathlib, sys

from safetensors import safe_open

here = pathlib.Path(__file__).parent
path = sys.argv[1] if len(sys.argv) > 1 else here / "ours.safetensors"
listing = json.loads(pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else here / "foreign.json").read_text())
with safe_open(path, framework="numpy") as file:
    assert set(file.keys()) == set(listing), (sorted(file.keys()), sorted(listing))
    assert file.metadata() == {"format": "pt", "note": "line\nbreak \u2603"}, file.metadata()
    for name, expected in listing.items():
        tensor = file.get_tensor(name)
        assert str(tensor.dtype) == expected["dtype"], name
        assert list(tensor.shape) == expected["shape"], name
        assert tensor.tobytes().hex() == expected["hex"], name
print(f"{len(listing)} tensors are equal")
