"""Small drawings of curves and bars as inline SVG: no script, no picture, no library."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

WIDTH, HEIGHT = 760, 220
LEFT, RIGHT, TOP, BOTTOM = 46, 10, 12, 26
COLOURS = ("#1f6f8b", "#c8553d", "#588157", "#7b5ea7")


@dataclass(frozen=True, slots=True)
class Curve:
    """A name and its points, by day."""

    name: str
    points: Sequence[tuple[date, float]]


def curves(*drawn: Curve, unit: str = "") -> str:
    """Lines over days, with a legend; every curve starts at the foot of the drawing."""
    days = [day for curve in drawn for day, _ in curve.points]
    if not days:
        return _nothing()
    first, span = min(days), max(1, (max(days) - min(days)).days)
    top = _top(value for curve in drawn for _, value in curve.points)
    parts = [_axis(top, unit)]
    for month in _months(first, max(days)):
        parts += [_label(_across((month - first).days / span), HEIGHT - 8, f"{month:%b}", "middle")]
    for number, curve in enumerate(drawn):
        colour = COLOURS[number % len(COLOURS)]
        at = " ".join(f"{_across((d - first).days / span):.1f},{_up(v / top):.1f}" for d, v in curve.points)
        parts.append(f'<polyline points="{at}" fill="none" stroke="{colour}" stroke-width="1.8"/>')
        parts.append(_label(LEFT + 8 + 190 * number, TOP + 2, curve.name, "start", colour))
    return _svg(parts)


def bars(counted: Sequence[tuple[int, int]], unit: str) -> str:
    """How often each number came, from nought to the largest."""
    if not counted:
        return _nothing()
    most = max(number for number, _ in counted)
    top, width = _top(count for _, count in counted), (WIDTH - LEFT - RIGHT) / (most + 1)
    parts = [_axis(top, "")]
    for number, count in counted:
        x, y = LEFT + number * width, _up(count / top)
        parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width * 0.8:.1f}" height="{HEIGHT - BOTTOM - y:.1f}"'
            f' fill="{COLOURS[0]}"><title>{number} {escape(unit)}: {count}</title></rect>'
        )
    step = max(1, (most + 1) // 12)
    parts += [_label(LEFT + (n + 0.4) * width, HEIGHT - 8, str(n), "middle") for n in range(0, most + 1, step)]
    return _svg(parts)


def _top(values: Iterable[float]) -> float:
    """A round number at least as large as all of them."""
    largest = max([*values, 0.001])
    size = 10.0 ** (len(str(int(largest))) - 1) if largest >= 1 else 0.1
    while largest > size * 10:
        size *= 10
    return next(size * n for n in (1, 2, 3, 4, 5, 6, 8, 10) if size * n >= largest)


def _axis(top: float, unit: str) -> str:
    lines = []
    for part in (0.0, 0.5, 1.0):
        y = _up(part)
        lines.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        lines.append(_label(LEFT - 6, y + 4, f"{top * part:g}{unit}", "end"))
    return "".join(lines)


def _months(first: date, last: date) -> list[date]:
    """The first days of the months between."""
    found, year, month = [], first.year, first.month
    while (year, month) <= (last.year, last.month):
        if (start := date(year, month, 1)) >= first:
            found.append(start)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found


def _across(share: float) -> float:
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _up(share: float) -> float:
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM - 12)


def _label(x: float, y: float, text: str, anchor: str, colour: str = "#555") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{escape(text)}</text>'


def _svg(parts: Sequence[str]) -> str:
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img">{"".join(parts)}</svg>'


def _nothing() -> str:
    return "<p>Nothing to draw.</p>"
