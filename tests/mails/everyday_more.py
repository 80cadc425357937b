"""The same by 14 more writers, to learn from: what is told in everyday_more.toml."""

from pathlib import Path

from tests.mails.told import load

PEOPLE, MAILS = load(Path(__file__).with_suffix(".toml"))
