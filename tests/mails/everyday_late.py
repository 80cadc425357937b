"""The same by the last eight writers, held apart: what is told in everyday_late.toml."""

from pathlib import Path

from tests.mails.told import load

PEOPLE, MAILS = load(Path(__file__).with_suffix(".toml"))
