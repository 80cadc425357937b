"""Whether the domains of the directory take mail at all, asked of the operator's own DNS (`mailbot check --dns`)."""

from dns.exception import DNSException
from dns.resolver import NXDOMAIN, NoAnswer, Resolver
from email_validator import EmailNotValidError, caching_resolver, validate_email

from mailbot.settings.directory import Directory

SECONDS = 10  # for all questions about one domain
_SAYS_NO = (NXDOMAIN, NoAnswer)


def domain_findings(directory: Directory, resolver: Resolver | None = None) -> list[str]:
    """One line for each entry whose domain takes no mail, or could not be asked about. Nothing is sent anywhere.

    `resolver` asks other servers than those of this machine.
    """
    try:
        asking = caching_resolver(timeout=SECONDS, dns_resolver=resolver or system_resolver())
    except DNSException:
        return ["directory: this machine has no name server: no domain could be asked about"]
    lines = ((name, _about(entry.address, asking)) for name, entry in sorted(directory.root.items()))
    return [f"directory.{name}.address: {line}" for name, line in lines if line]


def system_resolver() -> Resolver:
    """That of this machine. Raises NoResolverConfiguration where it has none."""
    return Resolver()


def _about(address: str, resolver: Resolver) -> str | None:
    try:
        found = validate_email(address, check_deliverability=True, dns_resolver=resolver)
    except EmailNotValidError as error:
        if error.__cause__ is None or isinstance(error.__cause__, _SAYS_NO):
            return "the domain takes no mail, says DNS: is it spelt right?"
        return "the domain could not be asked about: try again"
    return None if getattr(found, "mx", None) else "the domain could not be asked about: try again"
