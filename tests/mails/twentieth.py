"""The twentieth set of our own mails: what is told in twentieth.toml."""

from pathlib import Path

from tests.mails.told import load

PEOPLE, MAILS = load(Path(__file__).with_suffix(".toml"))
