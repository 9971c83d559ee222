"""Who may edit a Google worksheet: protections added or mended."""

from collections.abc import Mapping, Sequence

from lib.template.google_steps import Step, said
from lib.template.google_tabs import GoogleTab, Json


def protection(
    tab: GoogleTab, editors: Sequence[str], description: str, *, known: frozenset[str], own: str
) -> list[Step]:
    """Let only these addresses edit a worksheet.

    `own` is the address this runs under, which always may. Addresses somebody else has let in are
    left, unless `known` says that they are meant for another worksheet.
    """
    requests = _protection(tab, {"sheetId": tab.gid}, editors, description, known, own)
    return [Step(said("protection", tab=tab.title), requests)] if requests else []


def head_protection(tab: GoogleTab, *, own: str) -> list[Step]:
    """Let nobody but the spreadsheet's owner change the heads."""
    area = {"sheetId": tab.gid, "startRowIndex": 0, "endRowIndex": tab.head + 1}
    requests = _protection(tab, area, (), said("head_description"), frozenset(), own)
    return [Step(said("head_protection", tab=tab.title), requests)] if requests else []


def _protection(
    tab: GoogleTab,
    area: Json,
    editors: Sequence[str],
    description: str,
    known: frozenset[str],
    own: str,
) -> tuple[Json, ...]:
    wanted = sorted({*editors, own})
    told = {"users": wanted, "domainUsersCanEdit": False}
    protected = {"range": area, "description": description, "editors": told, "warningOnly": False}
    found = next((one for one in tab.protections if _same_area(one["range"], area)), None)
    if found is None:
        return ({"addProtectedRange": {"protectedRange": protected}},)
    users = {user.casefold() for user in found.get("editors", {}).get("users", ())}
    there = {user.casefold() for user in wanted} <= users
    strangers = (users & known) - {user.casefold() for user in wanted}
    if there and not strangers and not found.get("warningOnly"):
        return ()
    protected |= {"protectedRangeId": found["protectedRangeId"]}
    fields = "editors,warningOnly"
    return ({"updateProtectedRange": {"protectedRange": protected, "fields": fields}},)


def _same_area(found: Mapping[str, int], wanted: Mapping[str, int]) -> bool:
    """Compare rows only: the whole worksheet, or the rows of its heads."""
    if "startColumnIndex" in found and found["startColumnIndex"] > 0:
        return False
    return (found.get("startRowIndex", 0), found.get("endRowIndex")) == (
        wanted.get("startRowIndex", 0),
        wanted.get("endRowIndex"),
    )
