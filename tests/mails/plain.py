"""What happens in a scheme in the plainest words, to learn from: what is told in plain.toml."""

from pathlib import Path

from tests.mails.told import load

PEOPLE, MAILS = load(Path(__file__).with_suffix(".toml"))
