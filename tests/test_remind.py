"""What is due goes out by e-mail: shown first, once a day an owner, and what was cut is told."""

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from lib.mail.log import Step, alone, read_log
from lib.remind import main
from tests.builders import agencies as agency_sheet
from tests.builders import criteria, periods, progress, saved, settings, spreadsheet, units
from tests.mail.servers import Box, mail_server

OWNERS = (
    ("Tam Đa", "Xã", "A", "tamda@x.vn; tamda2@x.vn"),
    ("Tân Thanh", "Xã", "A", "tanthanh@x.vn"),
    ("Sơn Dương", "Thị trấn", "A", None),
    ("Vân Sơn", "Xã", "A", "vanson@x.vn"),
)
DONE = ("1/8/2024", "Vân Sơn", "TC01", "Đạt")


@dataclass
class Office:
    """An office's folder: its workbook, its secrets, its log, and the command run in it."""

    folder: Path
    box: Box

    def write(self, *owners, done=(DONE,), agencies=(), illustrative="") -> None:
        saved(
            self.folder / "so.xlsx",
            spreadsheet(
                settings(
                    ("Tên kế hoạch", "Kế hoạch 138"),
                    ("Năm", 2024),
                    ("Số liệu minh họa", illustrative),
                ),
                units(*(owners or OWNERS), head="Đơn vị | Loại | Nhóm | Thư điện tử"),
                criteria(("TC01", "Đường làng", "1/9/2024"), ("TC02", "Điện", "31/12/2024")),
                agency_sheet(*agencies, head="Cơ quan | Báo cáo định kỳ | Thư điện tử"),
                periods(("T9", "Tháng 9/2024", "10/9/2024", "Tất cả cơ quan")),
                progress(*done, head="Ngày | Đơn vị | Mã | Kết quả"),
            ),
        )

    def configure(self, text: str | None = None) -> None:
        usual = f'[mail]\nhost = "127.0.0.1"\nport = {self.box.port}\nsecurity = "none"\n'
        more = 'from = "Công an huyện <xdpt@x.vn>"\nleaders = ["lanhdao@x.vn", "pho@x.vn"]\n'
        (self.folder / "secrets.toml").write_text(usual + more if text is None else text, "utf-8")

    def arguments(self, *options: str, today: str = "15/9/2024") -> list[str]:
        usual = ["--workbook", "so.xlsx", "--secrets", "secrets.toml", "--log", "log/log.jsonl"]
        return [*usual, "--today", today, *options]

    def run(self, *options: str, today: str = "15/9/2024") -> int:
        try:
            return main(self.arguments(*options, today=today))
        except SystemExit as left:
            return int(left.code or 0)

    @property
    def log(self):
        return read_log(self.folder / "log" / "log.jsonl")


@pytest.fixture
def office(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with mail_server() as box:
        made = Office(tmp_path, box)
        made.write()
        made.configure()
        yield made


def test_it_shows_first_and_sends_nothing(office, capsys):
    assert office.run() == 1
    said = capsys.readouterr()
    assert "Sẽ gửi Tam Đa <tamda@x.vn, tamda2@x.vn>\nNhắc việc đến 15/09/2024" in said.out
    assert "- Tiêu chí TC01 – Đường làng: hạn 01/09/2024, đã quá 14 ngày" in said.out
    assert "chậm nhất ngày 20/09/2024" in said.out
    assert said.out.endswith("Chưa gửi gì. Thêm --send để gửi 2 thư.\n")
    assert said.err == ("TT Sơn Dương: chưa có địa chỉ ở cột Thư điện tử (trang Đơn vị, dòng 4).\n")
    assert office.box.letters == []
    assert not (office.folder / "log").exists()
    assert office.run("--dry-run") == 1
    assert capsys.readouterr() == said


def test_each_gets_its_own_letter(office, capsys):
    office.write(*(owner for owner in OWNERS if owner[3]))
    assert office.run("--send") == 0
    assert capsys.readouterr().out.endswith("Đã gửi 2 thư.\n")
    assert office.box.to == [["tamda@x.vn", "tamda2@x.vn"], ["tanthanh@x.vn"]]
    _, letter = office.box.letters[0]
    assert letter["Subject"] == "Nhắc việc đến 15/09/2024: Tam Đa còn 1 mục quá hạn"
    assert letter["From"] == "Công an huyện <xdpt@x.vn>"
    text = letter.get_content().replace("\r\n", "\n")
    assert text.startswith("Kính gửi: xã Tam Đa\nĐến ngày 15/09/2024, xã Tam Đa còn 1 mục quá hạn")
    assert [(line.owner, line.step, line.to, line.items) for line in office.log] == [
        ("Tam Đa", Step.SENDING, ("tamda@x.vn", "tamda2@x.vn"), ("TC01",)),
        ("Tam Đa", Step.SENT, ("tamda@x.vn", "tamda2@x.vn"), ("TC01",)),
        ("Tân Thanh", Step.SENDING, ("tanthanh@x.vn",), ("TC01",)),
        ("Tân Thanh", Step.SENT, ("tanthanh@x.vn",), ("TC01",)),
    ]
    assert office.log[0].message == letter["Message-ID"]


def test_nobody_is_told_twice_a_day(office, capsys):
    office.run("--send", "--owner", "tam da")
    assert office.run("--send") == 1
    said = capsys.readouterr()
    assert "Hôm nay đã nhắc Tam Đa, không gửi lại.\n" in said.out
    assert office.run("--send") == 1
    assert office.box.to == [["tamda@x.vn", "tamda2@x.vn"], ["tanthanh@x.vn"]]
    office.run("--send", today="16/9/2024")
    assert office.box.to[2:] == [["tamda@x.vn", "tamda2@x.vn"], ["tanthanh@x.vn"]]


def test_what_is_done_is_not_chased(office, capsys):
    done = (DONE, *(("15/9/2024", owner[0], "TC01", "Đạt") for owner in OWNERS))
    office.write(done=done)
    assert office.run("--send") == 0
    assert capsys.readouterr().out == "Không có thư nào để gửi.\n"


def test_what_is_due_is_that_of_the_day_it_is_sent(office, capsys):
    office.run(today="31/8/2024")
    said = capsys.readouterr().out
    assert "còn 1 mục sắp đến hạn" in said
    assert "hạn 01/09/2024, còn 1 ngày" in said


def test_filters_choose_whom(office):
    assert office.run("--send", "--unit", "tan thanh", "--answer-by", "1/10/2024") == 0
    ((to, letter),) = office.box.letters
    assert to == ["tanthanh@x.vn"]
    assert "chậm nhất ngày 01/10/2024" in letter.get_content()


def test_an_answer_is_not_asked_for_before_the_letter(office, capsys):
    assert office.run("--answer-by", "14/9/2024") == 2
    told = "Hạn trả lời (--answer-by) không được trước ngày 15/09/2024.\n"
    assert capsys.readouterr().err.endswith(told)
    assert office.box.letters == []


@pytest.mark.parametrize("written", ["tamda@", "Tam Đa <tamda@x.vn>", "tamda@x.vn tanthanh@x.vn"])
def test_an_address_that_is_none_is_named_not_guessed(office, capsys, written):
    office.write(("Tam Đa", "Xã", "A", written))
    assert office.run("--send") == 1
    assert capsys.readouterr().err == (
        f"Tam Đa: “{written}” không phải địa chỉ thư (trang Đơn vị, dòng 2, cột Thư điện tử).\n"
    )
    assert office.box.letters == []


def test_a_name_with_a_line_break_begins_no_header(office):
    office.write(("Tam Đa\r\nBcc: x@y.vn", "Xã", "A", "tamda@x.vn"))
    assert office.run("--send") == 0
    ((to, letter),) = office.box.letters
    assert (to, letter["Bcc"]) == (["tamda@x.vn"], None)
    assert letter["Subject"].startswith("Nhắc việc đến 15/09/2024: Tam Đa Bcc: x@y.vn còn")


def test_without_a_section_it_is_off(office, capsys):
    office.configure("")
    assert office.run() == 1
    assert capsys.readouterr().out.endswith(
        "không có mục [mail], xem .streamlit/secrets.example.toml.\n"
    )
    assert office.run("--send") == 2
    assert capsys.readouterr().err.startswith("Chưa bật gửi thư")


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--send", "--dry-run"], "--dry-run"),
        (["--owner", "nơi lạ"], "“nơi lạ” (--owner)"),
        (["--as-of", "31/2/2024"], "31/2/2024"),
        (["--previous", "15/9/2024"], "--previous"),
    ],
)
def test_what_cannot_be_done_is_refused(office, capsys, options, why):
    assert office.run(*options) == 2
    (sentence,) = capsys.readouterr().err.splitlines()
    assert why in sentence


def test_a_wrong_section_is_refused(office, capsys):
    office.configure('[mail]\nhost = "127.0.0.1"\nfrom = "x"')
    assert office.run() == 2
    assert capsys.readouterr().err == "Mục [mail] của tệp cấu hình chưa đúng: không hiểu from.\n"


def test_refused_addresses_are_told_and_may_be_tried_again(office, capsys):
    office.box.refuses = ("tanthanh@x.vn", "tamda2@x.vn")
    assert office.run("--send") == 1
    said = capsys.readouterr()
    assert "Tam Đa: máy chủ thư không nhận <tamda2@x.vn>." in said.err
    assert "Tân Thanh: máy chủ thư không nhận <tanthanh@x.vn>." in said.err
    assert said.out.endswith("Đã gửi 1 thư.\n")
    office.box.refuses = ()
    assert office.run("--send") == 1
    assert office.box.to == [["tamda@x.vn"], ["tanthanh@x.vn"]]


def test_no_server_sends_nothing_and_claims_nothing(office, capsys):
    office.configure('[mail]\nhost = "127.0.0.1"\nport = 9\nsecurity = "none"\nfrom = "a@x.vn"')
    assert office.run("--send") == 2
    assert "Còn 2 thư chưa gửi; chạy lại lệnh" in capsys.readouterr().err
    assert office.log == ()


def test_a_lost_answer_is_told_and_not_sent_again_that_day(office, capsys):
    office.box.lost = "tamda@x.vn"
    assert office.run("--send") == 1
    said = capsys.readouterr()
    assert "Tam Đa: mất liên lạc với máy chủ thư khi đang gửi" in said.err
    assert office.box.to == [["tamda@x.vn", "tamda2@x.vn"], ["tanthanh@x.vn"]]
    assert office.run("--send") == 1
    assert "Thư gửi Tam Đa ngày 15/09/2024 bị ngắt giữa chừng" in capsys.readouterr().err
    assert len(office.box.to) == 2


def test_killed_while_sending_it_mails_nobody_twice(office, capsys):
    office.box.silent = "tamda@x.vn"
    called = [sys.executable, "-m", "lib.remind", *office.arguments("--send")]
    root = Path(__file__).parents[1]
    with subprocess.Popen(called, env=os.environ | {"PYTHONPATH": str(root)}) as sending:
        while not office.box.letters:
            assert sending.poll() is None
            time.sleep(0.05)
        assert office.run("--send") == 2
        assert "Một lần gửi khác đang chạy" in capsys.readouterr().err
        sending.send_signal(signal.SIGKILL)
    office.box.silent = ""
    assert office.run("--send") == 1
    assert "Thư gửi Tam Đa ngày 15/09/2024 bị ngắt giữa chừng" in capsys.readouterr().err
    assert office.box.to == [["tamda@x.vn", "tamda2@x.vn"], ["tanthanh@x.vn"]]
    assert office.run("--send", today="16/9/2024") == 1
    assert office.box.to[2:] == [["tamda@x.vn", "tamda2@x.vn"], ["tanthanh@x.vn"]]
    assert "bị ngắt" in capsys.readouterr().err
    office.run(today="17/9/2024")
    assert "bị ngắt" not in capsys.readouterr().err


def test_a_log_that_cannot_be_kept_sends_nothing(office, capsys):
    (office.folder / "log").touch()
    assert office.run("--send") == 2
    assert "Không ghi được nhật ký log" in capsys.readouterr().err
    (office.folder / "log").unlink()
    (office.folder / "log" / "log.jsonl").mkdir(parents=True)
    assert office.run("--send") == 2
    assert "Không đọc được nhật ký log" in capsys.readouterr().err
    assert office.box.letters == []


def test_only_one_process_sends(office, capsys):
    with alone(office.folder / "log" / "log.jsonl"):
        assert office.run("--send") == 2
    assert capsys.readouterr().err == "Một lần gửi khác đang chạy, hãy đợi lần đó xong.\n"


def test_a_weekly_digest_goes_to_the_leaders_once(office, capsys):
    office.run("--send")
    assert office.run("--digest", "--send") == 0
    to, letter = office.box.letters[-1]
    assert to == ["lanhdao@x.vn", "pho@x.vn"]
    assert letter["Subject"] == "Tình hình tuần đến 15/09/2024: Kế hoạch 138"
    text = letter.get_content()
    assert "Có 4 đơn vị được theo dõi" in text
    assert "Còn 3 tiêu chí quá hạn" in text
    assert re.search(r"^- TC01 – \S.* \(quá \d+ ngày\)", text, re.MULTILINE)
    assert "Từ ngày 09/09/2024 đã gửi thư nhắc 2 nơi, 2 thư." in text
    assert office.run("--digest", "--send", today="15/9/2024") == 0
    assert "Tuần này đã gửi" in capsys.readouterr().out
    assert office.run("--digest", "--send", today="16/9/2024") == 0  # a Monday
    assert len([to for to in office.box.to if "lanhdao@x.vn" in to]) == 2


def test_without_leaders_there_is_no_digest(office, capsys):
    office.configure('[mail]\nhost = "127.0.0.1"\nsecurity = "none"\nfrom = "a@x.vn"')
    assert office.run("--digest") == 2
    assert capsys.readouterr().err.startswith("Chưa có địa chỉ lãnh đạo")
    office.configure('[access]\nway = "none"\nleaders = ["@x.vn", "truong@x.vn"]')
    assert office.run("--digest") == 0
    assert "Sẽ gửi lãnh đạo <truong@x.vn>" in capsys.readouterr().out


def test_illustrative_numbers_say_so_in_the_subject(office):
    office.write(illustrative="Có")
    office.run("--send", "--owner", "Tân Thanh")
    ((_, letter),) = office.box.letters
    assert letter["Subject"].startswith("[DỮ LIỆU MINH HỌA] Nhắc việc")


def test_agencies_are_reminded_too(office):
    office.write(agencies=(("Phòng Nội vụ", "Có", "noivu@x.vn"),))
    office.run("--send", "--agency", "phòng nội vụ")
    assert office.box.to == [["noivu@x.vn"]]
