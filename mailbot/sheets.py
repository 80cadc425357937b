"""A CSV file as table programs write it: UTF-8 with or without a mark, or Windows-1252; cells stay text.

A cell that looks like a formula is text like any other: nothing is ever evaluated.
"""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from mailbot.settings.values import did_you_mean

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file's name and its columns, in any order."""

    file: str
    required: tuple[str, ...]
    optional: tuple[str, ...]

    @property
    def columns(self) -> frozenset[str]:
        return frozenset(self.required + self.optional)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it begins in, counted from 1, and its cells by column, without outer spaces."""

    file: str
    line: int
    cells: dict[str, str]
    mistakes: list[str] = field(repr=False)

    def read(self, column: str, check: Callable[[str], T], instead: T) -> T:
        """The checked cell; a ValueError is noted as this cell's mistake, and `instead` returned."""
        cell = self.cells.get(column, "")
        try:
            if not cell.isprintable():
                raise ValueError("must be on one line, without control characters")
            return check(cell)
        except ValueError as error:
            self.wrong(column, str(error))
            return instead

    def wrong(self, column: str, what: str) -> None:
        """Notes a mistake in this row. `what` must not repeat the cell."""
        self.mistakes.append(f"{self.file}:{self.line}: {column}: {what}")


def read_sheet(folder: Path, sheet: Sheet, mistakes: list[str]) -> list[Row]:
    """The rows that are not blank. Whatever is wrong with the file as such is added to `mistakes`."""
    try:
        lines = list(_lines(_text(folder / sheet.file)))
    except ValueError as error:
        mistakes.append(f"{sheet.file}{error}")
        return []
    if not lines:
        mistakes.append(f"{sheet.file}:1: is empty: the first line must name the columns")
        return []
    header = ["_".join(cell.casefold().split()) for cell in lines[0][1]]
    wrong = list(_wrong_columns(header, sheet))
    mistakes += [f"{sheet.file}:1: {each}" for each in wrong]
    return [] if wrong else list(_rows(lines[1:], header, sheet, mistakes))


def _rows(lines: list[tuple[int, list[str]]], header: list[str], sheet: Sheet, mistakes: list[str]) -> Iterator[Row]:
    for line, cells in lines:
        if any(cells[len(header) :]):
            mistakes.append(
                f"{sheet.file}:{line}: has more cells than columns: a comma needs quotation marks round it"
            )
        yield Row(sheet.file, line, dict(zip(header, cells, strict=False)), mistakes)


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError:
        raise ValueError(": cannot be read: is it in the folder?") from None
    if b"\0" in raw:
        raise ValueError(": is not a CSV file: save it as CSV UTF-8")
    for charset in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(charset)
        except UnicodeDecodeError:
            continue
    raise ValueError(": is neither UTF-8 nor Windows-1252: save it as CSV UTF-8")


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The line in which each row begins, and its cells; blank rows are left out."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield begins, stripped
            begins = reader.line_num + 1
    except csv.Error:
        raise ValueError(
            f":{begins}: is not CSV from here on: look for a quotation mark without its partner"
        ) from None


def _wrong_columns(header: list[str], sheet: Sheet) -> Iterator[str]:
    if len(header) == 1 and len(header[0].split(";")) > 1:
        yield "columns must stand apart by commas, not semicolons"
        return
    for column in sheet.required:
        if column not in header:
            yield f"{column}: this column is missing"
    for number, column in enumerate(header, start=1):
        if column and column not in sheet.columns:
            yield f"column {number} is not one that is known{did_you_mean(column, sheet.columns)}"
        if column and column in header[: number - 1]:
            yield f"column {number} stands there twice"
