"""The config's servers as the post takes them."""

from mailbot.config import Config, Route, Smtp
from mailbot.post.settings import ImapServer, SmtpServer


def imap_server(config: Config) -> ImapServer:
    """The mailbox that mailbot reads."""
    box = config.mailbox
    return ImapServer(
        host=box.host,
        port=box.port,
        security=box.security.value,
        user=box.user,
        password=box.password.get_secret_value(),
        inbox=box.inbox,
        processed=box.processed,
        review=box.review,
        restricted=box.restricted,
        sent=box.sent,
        timeout=box.timeout_seconds,
        ca_file=str(box.ca_file) if box.ca_file else None,
    )


def smtp_server(route: Smtp | Route) -> SmtpServer:
    """A route out: the first, or the second."""
    return SmtpServer(
        host=route.host,
        port=route.port,
        security=route.security.value,
        user=route.user,
        password=route.password.get_secret_value() if route.password else None,
        timeout=route.timeout_seconds,
        ca_file=str(route.ca_file) if route.ca_file else None,
    )
