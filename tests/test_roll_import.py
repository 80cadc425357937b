from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.errors import Mistakes
from mailbot.roll import Role
from mailbot.roll_import import RollRows, read_roll

HERE = Path(__file__).parent
BAD_ROLLS = sorted(path.parent for path in (HERE / "bad_rolls").glob("*/expected.txt"))
PEOPLE = """name,email,phone,roles,experienced,also_known_as,clearances
Ada Visitor,Ada@Example.org,01632 960001,visitor,yes,,DBS 2025-03-01; prison induction
Ben Backup,ben@example.com,+44 7700 900002,visitor;backup,no,Benny,
Cora Coordinator,cora@example.net,,coordinator safeguarding_lead,,,
"""
CLIENTS = """ref,name,setting,place,name_in_script
C-01,Dara,prison,"HMP Example, North Wing",دارا
C-02,Eli,hotel,,
"""
MATCHES = """client_ref,visitor_email,backup_email,interval_days,started_on,next_visit_on
c-01,ada@example.org,BEN@example.com,21,05/01/2026,2026-03-01
C-02,ben@example.com,,,,
"""


def write(folder: Path, people: str = PEOPLE, clients: str = CLIENTS, matches: str = MATCHES) -> Path:
    for name, text in (("people", people), ("clients", clients), ("matches", matches)):
        (folder / f"{name}.csv").write_bytes(text.encode())
    return folder


def roll_of(folder: Path, **files: str) -> RollRows:
    return read_roll(write(folder, **files))


def mistakes_of(folder: Path) -> list[str]:
    try:
        read_roll(folder)
    except Mistakes as mistakes:
        return mistakes.lines
    return []


@pytest.mark.parametrize("folder", BAD_ROLLS, ids=lambda folder: folder.name)
def test_a_bad_set_lists_each_mistake_with_file_line_and_column(folder: Path) -> None:
    with pytest.raises(Mistakes) as caught:
        read_roll(folder)
    assert caught.value.lines == (folder / "expected.txt").read_text().splitlines()


@pytest.mark.parametrize("folder", BAD_ROLLS, ids=lambda folder: folder.name)
def test_no_mistake_names_a_person_or_an_address(folder: Path) -> None:
    with pytest.raises(Mistakes) as caught:
        read_roll(folder)
    said = str(caught.value).replace("name@example.org", "")
    for name in ("Ada", "Ben", "Cora", "Dara", "Eli", "@example", "01632"):
        assert name not in said


def test_people_come_with_their_roles_and_addresses_in_small_letters(tmp_path: Path) -> None:
    ada, ben, cora = roll_of(tmp_path).people
    assert ada.email == "ada@example.org"
    assert ada.experienced
    assert ada.clearances == ("DBS 2025-03-01", "prison induction")
    assert ben.roles == {Role.VISITOR, Role.BACKUP}
    assert ben.also_known_as == "Benny"
    assert cora.roles == {Role.COORDINATOR, Role.SAFEGUARDING_LEAD}
    assert (cora.phone, cora.also_known_as, cora.experienced) == (None, None, False)


def test_a_named_person_comes_with_the_day_on_which_they_agreed(tmp_path: Path) -> None:
    people = PEOPLE.replace(
        "clearances\n", "clearances,named_person_name,named_person_email,named_person_agreed_on\n"
    )
    people = people.replace("prison induction\n", "prison induction,Dana Friend,Dana@Example.net,01/04/2026\n")
    ada, ben, _ = roll_of(tmp_path, people=people).people
    assert (ada.named_person_name, ada.named_person_email) == ("Dana Friend", "dana@example.net")
    assert ada.named_person_agreed_on == date(2026, 4, 1)
    assert ben.named_person_email is None


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("dbs:2027-03-31; references", ("dbs:2027-03-31", "references")),
        ("DBS: 31/03/2027;;Training", ("dbs:2027-03-31", "training")),
        ("insurance:2026-09-01", ("insurance:2026-09-01",)),
        ("prison induction: March", ("prison induction: March",)),
        ("", ()),
    ],
)
def test_clearances_are_kept_with_their_last_day_and_unknown_ones_as_they_are_written(
    tmp_path: Path, cell: str, kept: tuple[str, ...]
) -> None:
    rows = roll_of(tmp_path, people=PEOPLE.replace("DBS 2025-03-01; prison induction", cell))
    assert rows.people[0].clearances == kept


def test_what_is_recorded_of_a_beginning_stands_in_columns_that_may_be_left_out(tmp_path: Path) -> None:
    more = MATCHES.replace("next_visit_on", "next_visit_on,introduced_on,handover_done,confident")
    first, second = roll_of(tmp_path, matches=more.replace("2026-03-01", "2026-03-01,2/1/2026,yes,no")).matches
    assert (first.introduced_on, first.handover_done, first.confident) == (date(2026, 1, 2), True, False)
    assert (second.introduced_on, second.handover_done, second.confident) == (None, False, False)
    assert roll_of(tmp_path).matches[0].introduced_on is None


def test_clients_come_with_their_setting_and_their_name_in_their_own_script(tmp_path: Path) -> None:
    dara, eli = roll_of(tmp_path).clients
    assert (dara.setting, dara.place, dara.name_in_script) == ("prison", "HMP Example, North Wing", "دارا")
    assert (eli.setting, eli.place, eli.name_in_script) == ("hotel", None, None)


def test_matches_are_spelt_as_the_other_files_spell_them(tmp_path: Path) -> None:
    first, second = roll_of(tmp_path).matches
    assert (first.client_ref, first.visitor_email, first.backup_email) == (
        "C-01",
        "ada@example.org",
        "ben@example.com",
    )
    assert (first.interval_days, first.started_on, first.next_visit_on) == (21, date(2026, 1, 5), date(2026, 3, 1))
    assert (second.backup_email, second.interval_days, second.started_on) == (None, None, None)


def test_a_date_with_slashes_has_its_day_first(tmp_path: Path) -> None:
    rows = roll_of(tmp_path, matches=MATCHES.replace("05/01/2026", "3/4/2026"))
    assert rows.matches[0].started_on == date(2026, 4, 3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_files_are_read_as_table_programs_save_them(tmp_path: Path, encoding: str) -> None:
    write(tmp_path, clients=CLIENTS.replace("دارا", ""))
    (tmp_path / "people.csv").write_bytes(PEOPLE.replace("Ada V", "Zoë V").replace("\n", "\r\n").encode(encoding))
    assert read_roll(tmp_path).people[0].name == "Zoë Visitor"


@pytest.mark.parametrize("raw", [PEOPLE.encode("utf-16"), b"PK\x03\x04\0\0", b"name,email,roles\n\x81\x8d,,\n"])
def test_a_file_that_is_no_csv_is_one_mistake_and_does_not_become_many(tmp_path: Path, raw: bytes) -> None:
    (write(tmp_path) / "people.csv").write_bytes(raw)
    with pytest.raises(Mistakes) as caught:
        read_roll(tmp_path)
    assert len(caught.value.lines) == 1
    assert caught.value.lines[0].endswith("save it as CSV UTF-8")


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "+cmd", "@SUM(A1)", "-1"])
def test_a_cell_that_looks_like_a_formula_stays_text(tmp_path: Path, cell: str) -> None:
    assert roll_of(tmp_path, clients=CLIENTS.replace("Dara", cell)).clients[0].name == cell


def test_columns_may_stand_in_any_order_and_blank_rows_do_not_count(tmp_path: Path) -> None:
    people = "Roles, Also known as ,EMAIL,Name\n\nvisitor,, ada@example.org ,Ada\n,,,\nvisitor,,ben@example.com,Ben\n"
    assert [person.name for person in roll_of(tmp_path, people=people).people] == ["Ada", "Ben"]


def test_a_mistake_after_a_cell_of_several_lines_names_the_line_of_its_own_row(tmp_path: Path) -> None:
    clients = CLIENTS.replace("North Wing", "North\nWing").replace("Eli", "")
    with pytest.raises(Mistakes) as caught:
        roll_of(tmp_path, clients=clients)
    assert [line.split(": ")[0] for line in caught.value.lines] == ["clients.csv:2", "clients.csv:4"]


def test_the_settings_are_those_that_the_packs_serve(tmp_path: Path) -> None:
    write(tmp_path, clients=CLIENTS.replace("hotel", "hostel"))
    assert read_roll(tmp_path, {"prison", "hostel"}).clients[1].setting == "hostel"
    with pytest.raises(Mistakes, match=r"clients\.csv:3: setting"):
        read_roll(tmp_path)


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_bytes_are_rows_or_mistakes(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    folder = write(tmp_path_factory.mktemp("any"), matches="client_ref,visitor_email\n")
    (folder / "people.csv").write_bytes(raw)
    with pytest.raises(Mistakes):
        read_roll(folder)


@given(st.lists(st.text(max_size=12), min_size=7, max_size=7))
def test_any_cells_are_a_person_or_mistakes(tmp_path_factory: pytest.TempPathFactory, cells: list[str]) -> None:
    row = ",".join('"' + cell.encode("utf-8", "replace").decode().replace('"', '""') + '"' for cell in cells)
    folder = write(tmp_path_factory.mktemp("any"), f"{PEOPLE}{row}\n")
    assert all(line.startswith("people.csv:") for line in mistakes_of(folder))
