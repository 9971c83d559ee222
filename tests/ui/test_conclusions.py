"""What the chair types at a meeting stays: when the sheet changes, and from page to page."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from lib.ui.frame import ROOT

SHELL = ROOT / "lib" / "ui" / "shell.py"


def opened() -> AppTest:
    app = AppTest.from_file(str(SHELL), default_timeout=240).run()
    app.switch_page("../../pages/conclusions.py")
    return app.run()


def buttons(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_what_is_typed_stays_when_the_sheet_changes_and_what_is_new_comes_when_asked(
    contents: tuple[bytes, bytes], save: Callable[[bytes], None]
):
    before, after = contents
    save(before)
    app = opened()
    assert not app.exception
    proposed = len(app.text_area)
    app.text_area(key="kl1-1-viec").set_value("Đổi lại tại chỗ")
    app.checkbox(key="kl1-2-giu").uncheck()
    app.multiselect(key="kl1-3-ai").set_value(["Tất cả đơn vị", "Phòng Nội vụ"])
    app.text_input(key="kl1-3-han").set_value("30/9")
    app.button(key="them-viec").click()
    app.run()
    assert len(app.text_area) == proposed  # one struck out, one more
    assert app.text_area[-1].value == ""
    assert not any("đề nghị mới" in label for label in buttons(app))

    save(after)  # Sơn Nam has now something overdue
    app.run()
    assert app.text_area(key="kl1-1-viec").value == "Đổi lại tại chỗ"
    assert not app.checkbox(key="kl1-2-giu").value
    assert app.multiselect(key="kl1-3-ai").value == ["Tất cả đơn vị", "Phòng Nội vụ"]
    assert app.text_input(key="kl1-3-han").value == "30/9"
    assert "Thêm 1 đề nghị mới từ sổ" in buttons(app)
    app.button(key="them-de-nghi").click().run()
    assert app.multiselect[-1].value == ["Sơn Nam"]
    assert app.text_area[-1].value.startswith("Giải trình và khắc phục: TC01 ")

    app.switch_page("../../pages/overview.py").run()
    app.switch_page("../../pages/conclusions.py").run()
    assert app.text_area(key="kl1-1-viec").value == "Đổi lại tại chỗ"
    assert not app.checkbox(key="kl1-2-giu").value
    assert app.multiselect[-1].value == ["Sơn Nam"]
    app.checkbox(key="kl1-2-giu").check().run()
    assert app.text_area(key="kl1-2-viec").value.startswith("Giải trình và khắc phục: ")


def test_a_day_that_is_none_and_a_line_without_anybody_are_said(
    contents: tuple[bytes, bytes], save: Callable[[bytes], None]
):
    save(contents[0])
    app = opened()
    app.text_input(key="ngay-hop-15/09/2024").set_value("hôm qua")
    app.multiselect(key="kl1-1-ai").set_value([])
    app.run()
    told = [warning.value for warning in app.warning]
    assert (
        "Ngày họp “hôm qua” không đọc được, đang lấy ngày 15/09/2024. Ghi như 15/09/2024." in told
    )
    assert "Việc 1: chưa có chủ trì, nên sổ không tính." in told


def test_tasks_given_on_that_day_already_are_named(
    contents: tuple[bytes, bytes], save: Callable[[bytes], None]
):
    save(contents[0])
    app = opened()
    app.text_input(key="ngay-hop-15/09/2024").set_value("15/8/2024").run()
    (told,) = (warning.value for warning in app.warning if "Sổ đã có" in warning.value)
    assert "3 việc giao ngày 15/08/2024 (NV23, NV24, NV25)" in told


def test_with_nothing_kept_there_is_nothing_to_take(
    contents: tuple[bytes, bytes], save: Callable[[bytes], None]
):
    save(contents[0])
    app = opened()
    for box in app.checkbox:
        box.uncheck()
    app.run()
    assert not app.exception
    assert "Chưa giữ việc nào." in [one.value for one in app.markdown]
