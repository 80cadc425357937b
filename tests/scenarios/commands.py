"""mailbot's commands as somebody at the machine types them, at the story's time."""

import io
import os
import sys
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from mailbot.cli import main
from mailbot.clock import SystemClock


def run_command(folder: Path, words: str, now: datetime, environ: Mapping[str, str]) -> str:
    """What `mailbot WORDS` prints in the folder of the scheme's config, complaints too."""
    printed = io.StringIO()
    with (
        patch.object(SystemClock, "now", lambda _: now),
        patch.dict(os.environ, environ),
        patch.object(sys, "argv", ["mailbot", *words.split()]),
        chdir(folder),
        redirect_stdout(printed),
        redirect_stderr(printed),
        suppress(SystemExit),
    ):
        main()
    return printed.getvalue()
