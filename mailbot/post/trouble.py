"""Network errors in words: what happened and what to check. No name, address or text of a message in them."""

import imaplib
import socket
import ssl

LOST = "the connection was lost"


def in_words(error: BaseException) -> str:
    """One clause for whatever a network call raised; looks at the first cause of wrapped errors."""
    while error.__cause__ is not None:
        error = error.__cause__
    match error:
        case TimeoutError():
            return "no answer in time; check that the server is up and that host, port and security are right"
        case ssl.SSLCertVerificationError():
            return f"its certificate is not accepted ({_why(error)}); check the host name, or set ca_file"
        case ssl.SSLEOFError() | ssl.SSLZeroReturnError():
            return LOST
        case ssl.SSLError():
            return f"TLS cannot be set up ({error.reason or 'unknown reason'}); check port and security"
        case socket.gaierror():
            return "its name cannot be found; check the host and the network"
        case ConnectionRefusedError():
            return "the connection was refused; check host and port, and that the server runs"
        case ConnectionError():
            return LOST
        case OSError():
            return f"it cannot be reached ({error.strerror or 'no address works'}); check host, port and network"
        case imaplib.IMAP4.readonly():
            return "it may only be read; check the user's rights"
        case imaplib.IMAP4.abort():
            return LOST
    return "it does not talk as it should; check port and security"


def _why(error: ssl.SSLCertVerificationError) -> str:
    """OpenSSL's reason, without the full stop."""
    return str(error.verify_message).rstrip(".")
