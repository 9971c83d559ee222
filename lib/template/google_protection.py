"""Who may edit a Google worksheet: protections added or mended."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from lib.template.google_steps import Step, said
from lib.template.google_tabs import GoogleTab, Json


@dataclass(frozen=True, slots=True)
class Keys:
    """Who may edit besides the editors of a worksheet.

    `own` is the address this runs under, `always` are the spreadsheet's owner's: Google lets both
    edit whatever is protected. `exact` takes the right from all who are not named.
    """

    own: str
    always: frozenset[str] = frozenset()
    exact: bool = False


def owners_of_all(tabs: Iterable[GoogleTab], *, besides: Iterable[str]) -> frozenset[str]:
    """Return who may edit every protected range there is, whoever else was named: the owner."""
    protected = [_users(one) for tab in tabs for one in tab.protections]
    if len(protected) < 2:
        return frozenset()
    everywhere = reduce(frozenset.intersection, map(frozenset, protected))
    return everywhere - {address.casefold() for address in besides}


def protection(
    tab: GoogleTab, editors: Sequence[str], description: str, *, keys: Keys
) -> list[Step]:
    """Let only these addresses edit a worksheet; who loses the right is named."""
    return _protection(tab, {"sheetId": tab.gid}, editors, description, keys)


def head_protection(tab: GoogleTab, *, keys: Keys) -> list[Step]:
    """Let nobody but the spreadsheet's owner change the heads."""
    area = {"sheetId": tab.gid, "startRowIndex": 0, "endRowIndex": tab.head + 1}
    return _protection(tab, area, (), said("head_description"), keys)


def _protection(
    tab: GoogleTab, area: Json, editors: Sequence[str], description: str, keys: Keys
) -> list[Step]:
    wanted = {address.casefold(): address for address in (*editors, keys.own)}
    found = next((one for one in tab.protections if _same_area(one["range"], area)), None)
    there = _users(found or {})
    kept = sorted([address for address in there if address not in wanted and not keys.exact])
    told: Json = {"users": sorted({*wanted.values(), *kept}), "domainUsersCanEdit": False}
    protected: Json = {
        "range": area,
        "description": description,
        "editors": told,
        "warningOnly": False,
    }
    if found is None:
        named = ", ".join(editors) or said("nobody")
        code = "protection" if area.keys() == {"sheetId"} else "head_protection"
        step: Json = {"addProtectedRange": {"protectedRange": protected}}
        return [Step(said(code, tab=tab.title, editors=named), (step,))]
    added = [address for name, address in wanted.items() if name not in there]
    removed = sorted(there - wanted.keys() - keys.always) if keys.exact else []
    if not added and not removed and not _loosened(found):
        return []
    protected |= {"protectedRangeId": found["protectedRangeId"], "unprotectedRanges": []}
    fields = "editors,warningOnly,unprotectedRanges"
    step = {"updateProtectedRange": {"protectedRange": protected, "fields": fields}}
    code = {
        (True, True): "protection_both",
        (True, False): "protection_more",
        (False, True): "protection_less",
        (False, False): "protection_mended",
    }[bool(added), bool(removed)]
    names = {"added": ", ".join(added), "removed": ", ".join(removed)}
    return [Step(said(code, tab=tab.title, **names), (step,))]


def _users(protected: Json) -> frozenset[str]:
    return frozenset(user.casefold() for user in protected.get("editors", {}).get("users", ()))


def _loosened(protected: Json) -> bool:
    """Tell whether others than the users named may edit: groups, a domain, everyone warned."""
    editors = protected.get("editors", {})
    return bool(
        protected.get("warningOnly")
        or protected.get("unprotectedRanges")
        or editors.get("groups")
        or editors.get("domainUsersCanEdit")
    )


def _same_area(found: Mapping[str, int], wanted: Mapping[str, int]) -> bool:
    """Compare rows only: the whole worksheet, or the rows of its heads."""
    if "startColumnIndex" in found and found["startColumnIndex"] > 0:
        return False
    return (found.get("startRowIndex", 0), found.get("endRowIndex")) == (
        wanted.get("startRowIndex", 0),
        wanted.get("endRowIndex"),
    )
