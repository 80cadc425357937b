"""A few random lives of a scheme with worries, each time others; `python -m tests.model` plays many."""

import pytest
from hypothesis import HealthCheck, settings

from tests.model.machine import Worries

TestWorries = Worries.TestCase
TestWorries.settings = settings(
    max_examples=5,
    stateful_step_count=15,
    derandomize=False,
    deadline=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
TestWorries = pytest.mark.duty("B13", "C1", "C4", "L18", "L19", "L29")(TestWorries)
