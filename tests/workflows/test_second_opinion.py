"""What comes of a worry that no rule knows and only the classifier thinks of."""

import pytest

from tests.story import HANA, LENA, begin, templates, to

WORRY = "The lads want the country cleaned up, and he has started to talk like them."


@pytest.mark.duty("B13")
def test_the_lead_is_alerted_with_the_writers_words_and_the_writer_hears_openly(tmp_path):
    decided = begin(tmp_path).writes(HANA, f"{WORRY}\n")
    (alert,) = to(decided.mails, LENA)
    assert alert.template == "safeguarding/officer_alert"
    assert WORRY in " ".join(alert.text.replace("\n> ", " ").split())
    assert templates(to(decided.mails, HANA)) == ["safeguarding/received_unclear"]
