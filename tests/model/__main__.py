"""Plays many random lives: python -m tests.model --examples 500 --steps 30."""

import argparse

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.compiled import compile_once
from tests.model.machine import Worries


def main() -> None:
    """As many as asked for; the first that breaks is made small, printed, and ends it."""
    parser = argparse.ArgumentParser(prog="python -m tests.model", description=__doc__)
    parser.add_argument("--examples", type=int, default=100, help="how many lives")
    parser.add_argument("--steps", type=int, default=30, help="the most steps of each")
    parser.add_argument(
        "--as-found", action="store_true", help="print the first that breaks as it is, not made small"
    )
    asked = parser.parse_args()
    phases = [phase for phase in Phase if phase is not Phase.shrink] if asked.as_found else list(Phase)
    chosen = settings(
        max_examples=asked.examples,
        stateful_step_count=asked.steps,
        deadline=None,
        print_blob=True,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )
    with pytest.MonkeyPatch.context() as patch:
        compile_once(patch)
        run_state_machine_as_test(Worries, settings=chosen)
    print(f"{asked.examples} lives of up to {asked.steps} steps: everything held")


if __name__ == "__main__":
    main()
