"""What happens in a scheme, told by many people, to improve by and to learn from: what is told in everyday_seen.toml."""

from pathlib import Path

from tests.mails.told import load

PEOPLE, MAILS = load(Path(__file__).with_suffix(".toml"))
