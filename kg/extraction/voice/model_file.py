"""Round the weights in a CRFsuite model, so that every machine writes the same bytes.

Processors differ in the last bits of `exp` and `log`; after training the weights differ by some 1e-12, which rounding to 1/1024 takes away.
The form of the file is CRFsuite's own (`crf1d_model.c`, version 100): a header of offsets, then a chunk of features of 20 bytes each.
"""

from __future__ import annotations

import struct
from pathlib import Path

from kg.errors import ConfigurationError

__all__ = ["round_weights"]

_HEADER = struct.Struct("<4sI4s9I")  # magic, size, type, version, numbers of features, labels and attributes, five offsets
_CHUNK = struct.Struct("<4sII")  # name, size, number of features
_FEATURE = struct.Struct("<IIId")  # type, source, target, weight
_STEP = 1024


def round_weights(model: Path) -> None:
    """Round each weight of the model to a multiple of 1/1024, in place. Raises `ConfigurationError` for a file of another form."""
    content = bytearray(model.read_bytes())
    if len(content) < _HEADER.size or content[:4] != b"lCRF" or content[8:12] != b"FOMC":
        raise ConfigurationError(f"{model}: not a CRFsuite model; make it with `python -m kg.extraction.voice.train`")
    features: int = _HEADER.unpack_from(content)[7]
    name, _, count = _CHUNK.unpack_from(content, features)
    if name != b"FEAT":
        raise ConfigurationError(f"{model}: a CRFsuite model of an unknown version; train with python-crfsuite 0.9")
    for number in range(count):
        place = features + _CHUNK.size + number * _FEATURE.size
        *what, weight = _FEATURE.unpack_from(content, place)
        _FEATURE.pack_into(content, place, *what, round(weight * _STEP) / _STEP)
    model.write_bytes(content)
