"""`python -m tests.scenarios FILE…` prints each file as a transcript; without a file, says in short how all go."""

import sys

from tests.scenarios.transcript import main

sys.exit(main(sys.argv[1:]))
