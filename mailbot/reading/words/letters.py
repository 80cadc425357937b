"""Letters that only Unicode's idea of case makes English: a long s, a Turkish i, the sign for kelvin."""

_PLAIN = str.maketrans("\u017f\u212a\u0130\u0131", "skIi")


def plain_letters(text: str) -> str:
    """The text with those as plain letters, at the same length: "ſunday" is matched as Sunday, and is read as one."""
    return text if text.isascii() else text.translate(_PLAIN)
