"""The secrets file: what it may say, and that a fault is named without a word of the key."""

import json
from pathlib import Path

import pytest

from lib.source.configuration import read_configuration
from lib.source.errors import SourceError, SourceErrorCode

CODE = SourceErrorCode
ID = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd"
GOOD = {
    "spreadsheet": f'"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=0"',
    "type": '"service_account"',
    "client_email": '"a@b.iam.gserviceaccount.com"',
    "private_key": '"-----BEGIN PRIVATE KEY-----\\nSECRET\\n-----END PRIVATE KEY-----\\n"',
    "token_uri": '"https://oauth2.googleapis.com/token"',
}


def written(folder: Path, **changes: str | None) -> Path:
    lines = [f"{name} = {value}" for name, value in (GOOD | changes).items() if value is not None]
    path = folder / "secrets.toml"
    path.write_text("\n".join(["[connections.gsheets]", *lines]), "utf-8")
    return path


def failure(path: Path) -> SourceError:
    with pytest.raises(SourceError) as raised:
        read_configuration(path)
    assert raised.value.__cause__ is None
    assert "SECRET" not in repr(raised.value)
    return raised.value


def test_reads_the_section(tmp_path: Path) -> None:
    configuration = read_configuration(written(tmp_path))
    assert configuration.spreadsheet_id == ID
    assert configuration.share_with == "a@b.iam.gserviceaccount.com"
    assert configuration.api_url == "https://sheets.googleapis.com"
    assert configuration.refresh_seconds == 60


def test_never_shows_the_key(tmp_path: Path) -> None:
    configuration = read_configuration(written(tmp_path))
    assert "SECRET" in configuration.account["private_key"]
    assert "SECRET" not in f"{configuration!r} {configuration}"


@pytest.mark.parametrize(
    "address",
    [
        ID,
        f"  {ID} ",
        f"https://docs.google.com/spreadsheets/d/{ID}",
        f"https://docs.google.com/spreadsheets/d/{ID}/edit?usp=sharing",
        f"https://docs.google.com/spreadsheets/u/1/d/{ID}/edit#gid=5",
    ],
)
def test_takes_an_address_or_an_id(tmp_path: Path, address: str) -> None:
    assert read_configuration(written(tmp_path, spreadsheet=f'"{address}"')).spreadsheet_id == ID


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("spreadsheet", None),
        ("spreadsheet", '""'),
        ("spreadsheet", '"xxxxxxx"'),
        ("spreadsheet", '"https://docs.google.com/spreadsheets/d/e/2PACX-1vR/pubhtml"'),
        ("private_key", None),
        ("private_key", '" "'),
        ("client_email", None),
        ("type", '"authorized_user"'),
        ("api_url", '"sheets.googleapis.com"'),
        ("api_url", '"http://10.0.0.5:8080"'),
        ("api_url", '"http://["'),
        ("token_uri", '"http://example.com/token"'),
        ("refresh_seconds", '"60"'),
        ("refresh_seconds", "true"),
        ("refresh_seconds", "0"),
        ("refresh_seconds", "nan"),
    ],
)
def test_names_the_field_to_mend(tmp_path: Path, field: str, value: str | None) -> None:
    failed = failure(written(tmp_path, **{field: value}))
    assert (failed.code, failed.details["field"]) == (CODE.BAD_CONFIGURATION, field)


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("http://127.0.0.1:9", "http://127.0.0.1:9"),
        ("http://localhost:9/", "http://localhost:9"),
        ("https://proxy.example/v4/spreadsheets", "https://proxy.example"),
    ],
)
def test_takes_another_address_of_the_api(tmp_path: Path, given: str, used: str) -> None:
    assert read_configuration(written(tmp_path, api_url=f'"{given}"')).api_url == used


def test_names_the_line_that_is_no_toml(tmp_path: Path) -> None:
    key = '"-----BEGIN PRIVATE KEY-----\nSECRET\n-----END PRIVATE KEY-----"'
    failed = failure(written(tmp_path, private_key=key))
    assert failed.code is CODE.BAD_CONFIGURATION
    assert failed.details["line"] == "5"


def test_mends_line_ends_written_out(tmp_path: Path) -> None:
    key = r"'-----BEGIN PRIVATE KEY-----\nSECRET\n-----END PRIVATE KEY-----\n'"
    configuration = read_configuration(written(tmp_path, private_key=key))
    assert configuration.account["private_key"].splitlines()[1] == "SECRET"


def test_takes_what_notepad_puts_before_the_text(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text("utf-8"), "utf-8-sig")
    assert read_configuration(path).spreadsheet_id == ID


@pytest.mark.parametrize(
    "content", [b"", b"a = 1", b"[connections]\n", b"[connections.other]\nspreadsheet = 1"]
)
def test_says_when_nothing_is_configured(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "secrets.toml"
    path.write_bytes(content)
    assert failure(path).code is CODE.CONFIGURATION_MISSING


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"connections = 3\n[", b"[connections]\ngsheets=1"]
)
def test_says_when_the_file_is_malformed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "secrets.toml"
    path.write_bytes(content)
    assert failure(path).code is CODE.BAD_CONFIGURATION


def test_says_when_there_is_no_file(tmp_path: Path) -> None:
    assert failure(tmp_path / "none.toml").code is CODE.CONFIGURATION_MISSING


def test_names_a_cell_by_its_address(tmp_path: Path) -> None:
    configuration = read_configuration(written(tmp_path))
    page = f"https://docs.google.com/spreadsheets/d/{ID}/edit"
    assert configuration.cell_url(77, "B17") == f"{page}#gid=77&range=B17"
    assert configuration.cell_url(0) == f"{page}#gid=0"
    assert configuration.cell_url(None, "B17") == page


def test_the_example_waits_for_the_key_and_then_for_the_spreadsheet(tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / ".streamlit" / "secrets.example.toml"
    path = tmp_path / "secrets.toml"
    path.write_text(example.read_text("utf-8"), "utf-8")
    assert failure(path).details["field"] == "key_file"
    (tmp_path / "khoa.json").write_text(json.dumps(KEY), "utf-8")
    assert failure(path).details["field"] == "spreadsheet"
    path.write_text(example.read_text("utf-8").replace("MA_CUA_BANG_TINH", ID), "utf-8")
    assert read_configuration(path).spreadsheet_id == ID


KEY = {
    "type": "service_account",
    "client_email": "a@b.iam.gserviceaccount.com",
    "private_key": "-----BEGIN PRIVATE KEY-----\nSECRET\n-----END PRIVATE KEY-----\n",
    "token_uri": "https://oauth2.googleapis.com/token",
}
OTHER = "2BcDeFgHiJkLmNoPqRsTuVwXyZ0123456789-_abcde"


def test_a_key_as_google_gives_it_serves_where_the_spreadsheet_is_given(tmp_path: Path) -> None:
    path = tmp_path / "khoa.json"
    path.write_text("\ufeff" + json.dumps(KEY), "utf-8")
    configuration = read_configuration(path, ID)
    assert configuration.share_with == KEY["client_email"]
    assert configuration.account["private_key"] == KEY["private_key"].strip()
    assert failure(path).details["field"] == "spreadsheet"


def test_a_section_may_name_the_keys_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / "khoa.json").write_text(json.dumps(KEY), "utf-8")
    path = tmp_path / "secrets.toml"
    lines = ["[connections.gsheets]", f'spreadsheet = "{ID}"', 'key_file = "khoa.json"']
    path.write_text("\n".join(lines), "utf-8")
    configuration = read_configuration(path)
    assert (configuration.spreadsheet_id, configuration.share_with) == (ID, KEY["client_email"])
    (tmp_path / "khoa.json").write_text("[]", "utf-8")
    assert failure(path).details["field"] == "key_file"


@pytest.mark.parametrize("as_text", [False, True], ids=["a path", "its text"])
def test_the_environment_alone_is_enough(tmp_path: Path, as_text: bool) -> None:
    path = tmp_path / "khoa.json"
    path.write_text(json.dumps(KEY), "utf-8")
    key = path.read_text("utf-8") if as_text else str(path)
    environ = {"DASHBOARD_SPREADSHEET": ID, "DASHBOARD_KEY": key}
    configuration = read_configuration(tmp_path / "none.toml", environ=environ)
    assert (configuration.spreadsheet_id, configuration.share_with) == (ID, KEY["client_email"])


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    path = written(tmp_path)
    environ = {"DASHBOARD_SPREADSHEET": OTHER}
    assert read_configuration(path, environ=environ).spreadsheet_id == OTHER
    whole = path.read_text("utf-8").replace(ID, OTHER)
    environ = {"DASHBOARD_SECRETS": whole}
    assert read_configuration(path, environ=environ).spreadsheet_id == OTHER
    as_json = {"connections": {"gsheets": {**KEY, "spreadsheet": OTHER, "refresh_seconds": 90}}}
    environ = {"DASHBOARD_SECRETS": json.dumps(as_json)}
    found = read_configuration(tmp_path / "none.toml", environ=environ)
    assert (found.spreadsheet_id, found.refresh_seconds) == (OTHER, 90)


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        (
            {"DASHBOARD_SECRETS": "[connections.gsheets\nSECRET"},
            {"path": "DASHBOARD_SECRETS", "line": "1"},
        ),
        ({"DASHBOARD_SECRETS": '{"SECRET": '}, {"path": "DASHBOARD_SECRETS", "line": "1"}),
        ({"DASHBOARD_SPREADSHEET": ID, "DASHBOARD_KEY": "none.json"}, {"field": "key_file"}),
        ({"DASHBOARD_SPREADSHEET": ID, "DASHBOARD_KEY": '{"SECRET'}, {"field": "key_file"}),
        (
            {"DASHBOARD_SPREADSHEET": "x", "DASHBOARD_KEY": json.dumps(KEY)},
            {"field": "spreadsheet"},
        ),
    ],
    ids=["toml", "json", "no such key", "a key cut short", "no spreadsheet"],
)
def test_a_wrong_environment_is_named_without_a_word_of_it(
    tmp_path: Path, environ: dict[str, str], told: dict[str, str]
) -> None:
    with pytest.raises(SourceError) as raised:
        read_configuration(tmp_path / "none.toml", environ=environ)
    assert raised.value.code is CODE.BAD_CONFIGURATION
    assert told.items() <= raised.value.details.items()
    assert "SECRET" not in str(raised.value.details.get("field"))


def test_a_spreadsheet_alone_is_no_configuration(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as raised:
        read_configuration(tmp_path / "none.toml", environ={"DASHBOARD_SPREADSHEET": ID})
    assert raised.value.code is CODE.CONFIGURATION_MISSING
