"""The same by 16 more writers, to learn from: what is told in everyday_further.toml."""

from pathlib import Path

from tests.mails.told import load

PEOPLE, MAILS = load(Path(__file__).with_suffix(".toml"))
