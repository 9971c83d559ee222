"""A list of spreadsheets or workbooks read as one: what fails, what is behind, what it costs."""

from dataclasses import replace
from pathlib import Path

import pytest

from lib.grid import Grid
from lib.sheet import read
from lib.source import kept
from lib.source.configuration import Configuration, read_configuration
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.feed import Feed
from lib.source.lists import LEADING, spreadsheets, workbooks
from lib.source.several import MINUTE, Quota, Several, Source
from tests.builders import TODAY, criteria, found, progress, saved, units
from tests.source import watching
from tests.source.watching import Hands, settled
from tests.stand_in.faults import Kind
from tests.stand_in.model import Spreadsheet
from tests.stand_in.server import StandIn

CODE = SourceErrorCode


def log(name: str, day: str = "1/6/2024") -> Grid:
    return progress((day, name, "TC01", "Đạt"))


def defined(names: list[str]) -> tuple[Grid, ...]:
    return units(*((name, "Vùng thấp") for name in names)), criteria(("TC01", "Đường làng"))


def listed(hands: Hands, *answers: watching.Source, **options: object) -> Several:
    """List sources in memory: the leading one, then A, B, C."""
    named = [
        Source(name, f"id {name}", answer)
        for name, answer in zip(("", "A", "B", "C"), answers, strict=False)
    ]
    return Several(
        lambda: named,
        refresh_seconds=60.0,
        clock=hands.clock,
        monotonic=hands.monotonic,
        **options,
    )


def test_every_worksheet_says_whose_it_is_but_the_leading_ones() -> None:
    several = listed(Hands(), watching.Source((log("x"),)), watching.Source((log("y"),)))
    assert several.read() == (log("x"), replace(log("y"), spreadsheet="A"))
    assert several.behind() == ()


def test_one_that_fails_keeps_its_last_good_copy_and_its_age_while_the_others_go_on() -> None:
    hands = Hands()
    gone = SourceError(CODE.NOT_FOUND, spreadsheet="x")
    several = listed(
        hands,
        watching.Source((log("x"),)),
        watching.Source((log("y"),), gone, (log("y", "5/6/2024"),)),
        watching.Source((log("z"),), (log("z", "2/6/2024"),)),
    )
    several.read()
    first = hands.clock()
    hands.seconds += 60
    assert [grid.rows[1][0] for grid in several.read()] == ["1/6/2024", "1/6/2024", "2/6/2024"]
    assert several.behind() == (kept.Behind("A", first, gone, hands.clock()),)
    hands.seconds += 60
    assert several.read()[1].rows[1][0] == "5/6/2024"
    assert several.behind() == ()


def test_one_never_read_has_no_worksheets_and_is_told() -> None:
    refused = SourceError(CODE.NOT_SHARED, share_with="x")
    several = listed(Hands(), watching.Source((log("x"),)), watching.Source(refused))
    assert len(several.read()) == 1
    assert [(each.name, each.read_at) for each in several.behind()] == [("A", None)]


@pytest.mark.parametrize("code", [CODE.NOT_FOUND, CODE.NO_NETWORK])
def test_nothing_is_shown_without_the_leading_one(code: CODE) -> None:
    several = listed(Hands(), watching.Source(SourceError(code)), watching.Source((log("y"),)))
    with pytest.raises(SourceError) as raised:
        several.read()
    assert raised.value.code is code


def test_a_network_that_is_down_is_found_out_by_two_and_not_by_all() -> None:
    hands = Hands()
    down = SourceError(CODE.NO_NETWORK, host="x")
    sources = [watching.Source((log("x"),), down) for _ in range(4)]
    several = listed(hands, *sources)
    several.read()
    hands.seconds += 60
    with pytest.raises(SourceError):
        several.read()
    assert sum(source.reads for source in sources) <= 4 + 2


def test_one_that_does_not_answer_holds_nothing_up() -> None:
    hands = Hands()
    slow = watching.Source((log("y"),), SourceError(CODE.TIMEOUT, seconds="20"))
    several = listed(hands, watching.Source((log("x"),)), slow, watching.Source((log("z"),)))
    several.read()
    hands.seconds += 60
    assert len(several.read()) == 3
    assert [each.name for each in several.behind()] == ["A"]


def test_a_restart_shows_the_copies_that_were_kept(tmp_path: Path) -> None:
    listed(
        Hands(), watching.Source((log("x"),)), watching.Source((log("y"),)), folder=tmp_path
    ).read()
    failing = watching.Source(SourceError(CODE.NOT_FOUND))
    several = listed(Hands(), watching.Source((log("x"),)), failing, folder=tmp_path)
    assert len(several.read()) == 2
    assert [each.read_at for each in several.behind()] == [Hands().clock()]


def test_what_does_not_change_is_read_less_often_and_what_does_at_every_refresh() -> None:
    hands = Hands()
    days = [(log("x", f"{day}/6/2024"),) for day in range(1, 21)]
    sources = [watching.Source((log("x"),)) for _ in range(123)]
    busy = watching.Source(*days)
    named = [Source("" if not n else f"S{n}", f"id {n}", s) for n, s in enumerate([*sources, busy])]
    several = Several(
        lambda: named, refresh_seconds=60.0, clock=hands.clock, monotonic=hands.monotonic
    )
    for _ in range(20):
        several.read()
        hands.seconds += MINUTE
    assert busy.reads == 20
    # At 1, 2, 4 and then every five minutes.
    assert {source.reads for source in sources} <= {6, 7}


def test_the_quota_lets_one_more_be_read_when_enough_requests_are_a_minute_old() -> None:
    hands = Hands()
    quota = Quota(4, monotonic=hands.monotonic)
    for _ in range(3):
        quota.spend()
        hands.seconds += 1
    assert quota.pause() == MINUTE - 3
    hands.seconds += quota.pause()
    assert quota.pause() == 0


def at_google(number: int, *grids: Grid) -> Spreadsheet:
    made = Spreadsheet(id=f"{number:030}")
    for grid in grids:
        made.add(grid.title, grid.rows)
    return made


def province(count: int) -> tuple[list[str], list[Spreadsheet]]:
    """Make a leading spreadsheet and one of each of so many communes."""
    names = [f"Xã số {number}" for number in range(1, count + 1)]
    own = [at_google(number, log(name)) for number, name in enumerate(names, start=1)]
    return names, [at_google(0, *defined(names)), *own]


def configured(stand_in: StandIn, names: list[str], tmp_path: Path) -> Configuration:
    path = stand_in.write_secrets(tmp_path / "secrets.toml")
    others = [*stand_in.spreadsheets][1:]
    table = [f'"{name}" = "{one}"' for name, one in zip(names, others, strict=True)]
    with path.open("a", encoding="utf-8") as file:
        file.write("\n".join(["[connections.gsheets.spreadsheets]", *table, ""]))
    return read_configuration(path)


def test_34_spreadsheets_are_one_book_within_the_quota_one_of_them_unreadable(
    tmp_path: Path,
) -> None:
    names, served = province(33)
    with StandIn(*served) as stand_in:
        served[5].shared_with.clear()
        hands = Hands()
        several = spreadsheets(
            configured(stand_in, names, tmp_path),
            quota=Quota(monotonic=hands.monotonic),
            monotonic=hands.monotonic,
        )
        several.read()
        assert 48 <= len(stand_in.requests()) <= 50
        assert sum(each.failure is None for each in several.behind()) == 34 - 25

        def wait(seconds: float) -> None:
            stand_in.forget_log()
            hands.seconds += seconds

        book = read(several.read_whole(wait), today=TODAY)
        assert len(stand_in.requests()) <= 50
        assert [(each.name, each.failure and each.failure.code) for each in several.behind()] == [
            ("Xã số 5", CODE.NOT_SHARED)
        ]
        assert found(book) == []
        assert len(book.entries) == 32


def test_spreadsheets_of_a_list_share_one_token_and_their_titles_stay_known(tmp_path: Path) -> None:
    names, served = province(5)
    with StandIn(*served) as stand_in:
        several = spreadsheets(configured(stand_in, names, tmp_path))
        first = several.read()
        several.forget()
        assert several.read() == first
        assert len(stand_in.requests(Kind.TOKEN)) == 1
        assert len(stand_in.requests(Kind.METADATA)) == 6
        assert len(stand_in.requests(Kind.VALUES)) == 12


def test_124_workbooks_are_one_book_one_of_them_unreadable(tmp_path: Path) -> None:
    names = [f"Xã số {number}" for number in range(1, 125)]
    for name in names:
        saved(tmp_path / f"{name}.xlsx", [log(name)])
    saved(tmp_path / LEADING, defined(names))
    (tmp_path / "~$Xã số 1.xlsx").write_bytes(b"open in Excel")
    (tmp_path / "Xã số 9.xlsx").write_bytes(b"no workbook")
    several = workbooks(tmp_path, refresh_seconds=MINUTE)
    book = read(several.read(), today=TODAY)
    assert found(book) == []
    assert len(book.entries) == 123
    assert [(each.name, each.failure and each.failure.code) for each in several.behind()] == [
        ("Xã số 9", CODE.NOT_A_WORKBOOK)
    ]
    before = several.stamp()
    saved(tmp_path / "Xã số 9.xlsx", [log("Xã số 9")])
    assert several.stamp() != before
    assert len(read(several.read(), today=TODAY).entries) == 124
    assert several.behind() == ()


def test_a_workbook_that_is_gone_is_told_and_keeps_its_last_good_copy(tmp_path: Path) -> None:
    saved(tmp_path / LEADING, defined(["Tam Đa"]))
    saved(tmp_path / "Tam Đa.xlsx", [log("Tam Đa")])
    several = workbooks(tmp_path, refresh_seconds=MINUTE)
    whole = several.read()
    (tmp_path / "Tam Đa.xlsx").unlink()
    assert several.read() == whole
    assert [each.failure and each.failure.code for each in several.behind()] == [
        CODE.WORKBOOK_MISSING
    ]


def test_a_folder_without_its_leading_workbook_is_refused(tmp_path: Path) -> None:
    saved(tmp_path / "Tam Đa.xlsx", [log("Tam Đa")])
    with pytest.raises(SourceError) as raised:
        workbooks(tmp_path, refresh_seconds=MINUTE).read()
    assert raised.value.code is CODE.WORKBOOK_MISSING


def test_a_feed_tells_who_is_behind_to_its_viewers_and_to_other_processes(tmp_path: Path) -> None:
    hands = Hands()
    failure = SourceError(CODE.NOT_FOUND, spreadsheet="x")
    several = listed(hands, watching.Source((log("x"),)), watching.Source(failure))

    def shared() -> Feed:
        return watching.feed(
            several.read, hands, cache_file=tmp_path / "sheet.json", behind=several.behind
        )

    told = shared().snapshot().behind
    assert [(each.name, each.failure and each.failure.code) for each in told] == [
        ("A", CODE.NOT_FOUND)
    ]
    other = shared()
    other.snapshot()
    assert [(each.name, str(each.failure)) for each in settled(other).behind] == [
        ("A", str(failure))
    ]


@pytest.mark.parametrize(
    "table",
    ['"A" = "no address"', '"A › B" = "{id}"', '"A" = "{leading}"', '"A" = "{id}"\n"a" = "{id}x"'],
    ids=["address", "sign", "the leading one again", "a name twice"],
)
def test_a_list_that_cannot_be_meant_is_refused(
    stand_in: StandIn, tmp_path: Path, table: str
) -> None:
    path = stand_in.write_secrets(tmp_path / "secrets.toml")
    told = table.replace("{id}", "b" * 30).replace("{leading}", stand_in.spreadsheet.id)
    text = f"{path.read_text('utf-8')}[connections.gsheets.spreadsheets]\n{told}\n"
    path.write_text(text, "utf-8")
    with pytest.raises(SourceError) as raised:
        read_configuration(path)
    assert raised.value.code is CODE.BAD_CONFIGURATION
    assert raised.value.details["field"].startswith("spreadsheets")
