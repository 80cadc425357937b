"""`python -m tests.scenarios FILE…` plays scenario files and prints each as a transcript."""

import sys

from tests.scenarios.transcript import main

sys.exit(main(sys.argv[1:]))
