"""The same by two more writers, held apart, rich in what is rare: what is told in everyday_odd.toml."""

from pathlib import Path

from tests.mails.told import load

PEOPLE, MAILS = load(Path(__file__).with_suffix(".toml"))
