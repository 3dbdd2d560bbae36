"""Reads the weights of a word model out of the file that pyvi keeps it in.

Owns two formats: the pickle around the model, which is read as a list of instructions and never run, and CRFsuite's
"lCRF" inside it (crf1d_model.c and cqdb.c of CRFsuite 0.12). What the weights are for is `words`.
"""

from __future__ import annotations

from dataclasses import dataclass
from struct import Struct

Weights = tuple[float, float]
"""What a feature speaks for: (a word begins here, the word before goes on)."""

_HEADER = Struct("<4sI4s9I")  # magic, size, type, version; how many of three things; places of five chunks
_CHUNK = Struct("<4sII")  # "FEAT", size, how many features
_FEATURE = Struct("<IIId")  # 0 state or 1 transition, from which attribute or label, to which label, weight
_STRINGS = Struct("<4sIIIII")  # "CQDB", size, flag, byte order, how many, place of the places
_PLACE = Struct("<I")
_STRING = Struct("<II")  # id, length with the closing zero


@dataclass(frozen=True, slots=True)
class CrfModel:
    """The weights of each attribute, and of either label after a beginning and after an inside.

    An attribute that is not there weighs nothing.
    """

    attributes: dict[str, Weights]
    after_begin: Weights
    after_inside: Weights


def read_model(pickled: bytes) -> CrfModel:
    """The model in pyvi's pickle. For the file whose checksum was compared: the format is not checked again."""
    data = _model_bytes(pickled)
    *_, features_at, labels_at, attributes_at, _, _ = _HEADER.unpack_from(data)
    inside = _strings(data, labels_at).index("I_W")
    attributes = _strings(data, attributes_at)
    state = [[0.0, 0.0] for _ in attributes]
    transitions = [[0.0, 0.0], [0.0, 0.0]]
    _, _, count = _CHUNK.unpack_from(data, features_at)
    first = features_at + _CHUNK.size
    for is_transition, source, label, weight in _FEATURE.iter_unpack(data[first : first + count * _FEATURE.size]):
        row = transitions[source == inside] if is_transition else state[source]
        row[label == inside] = weight
    after_begin, after_inside = ((begin, go_on) for begin, go_on in transitions)
    return CrfModel(
        {name: (begin, go_on) for name, (begin, go_on) in zip(attributes, state, strict=True)},
        after_begin,
        after_inside,
    )


def _model_bytes(pickled: bytes) -> bytes:
    """The CRFsuite file that the pickle carries as a string of Latin-1, found without unpickling anything."""
    import pickletools

    strings = (argument for _, argument, _ in pickletools.genops(pickled) if isinstance(argument, str))
    return next(string for string in strings if string.startswith("lCRF")).encode("latin-1")


def _strings(data: bytes, at: int) -> list[str]:
    """The strings of a CQDB chunk, in the order of their ids."""
    *_, count, table = _STRINGS.unpack_from(data, at)
    strings: list[str] = []
    for (place,) in _PLACE.iter_unpack(data[at + table : at + table + count * _PLACE.size]):
        _, length = _STRING.unpack_from(data, at + place)
        start = at + place + _STRING.size
        strings.append(data[start : start + length - 1].decode("utf-8"))
    return strings
