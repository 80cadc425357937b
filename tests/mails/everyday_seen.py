"""What happens in a scheme, told by more people, to improve by and to learn from; see everyday_seen.toml."""

from pathlib import Path

from tests.mails.told import load

PEOPLE, MAILS = load(Path(__file__).with_suffix(".toml"))
