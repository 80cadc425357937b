"""What happens in a scheme, told by many people, to learn from: what is told in everyday.toml."""

from pathlib import Path

from tests.mails.told import load

PEOPLE, MAILS = load(Path(__file__).with_suffix(".toml"))
