"""A picture of a receipt, made of nothing but bytes, for the volunteer's mail."""

import struct
import zlib

WIDTH, HEIGHT = 240, 320  # pixels
MARGIN = 28
LINES = ((0.9, 8), (0.55, 4), (0.0, 4), (0.75, 4), (0.6, 4), (0.7, 4), (0.0, 4), (0.95, 9))
"""The printed lines from top to bottom: how wide each is, as a share of the paper, and how thick."""


def photo() -> bytes:
    """A PNG (RFC 2083) of a till's printed slip, in grey."""
    paper = bytearray(b"\xf4" * WIDTH * HEIGHT)
    for number, (share, thick) in enumerate(LINES):
        top = MARGIN + number * 34
        for y in range(top, top + thick):
            start = y * WIDTH + MARGIN
            paper[start : start + int(share * (WIDTH - 2 * MARGIN))] = b"\x3c" * int(share * (WIDTH - 2 * MARGIN))
    rows = b"".join(b"\0" + paper[y * WIDTH : (y + 1) * WIDTH] for y in range(HEIGHT))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
    parts = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(rows, 9)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
