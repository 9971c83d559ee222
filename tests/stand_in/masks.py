"""Field masks: `properties.title,sheets(properties,merges)`, as Google's APIs take them."""

from typing import Any

Mask = dict[str, "Mask"]


def masked(value: Any, text: str) -> Any:
    """Keep what a mask names; an empty branch keeps everything below it."""
    return _kept(value, parse(text))


def parse(text: str) -> Mask:
    mask, rest = _fields(text.replace(" ", ""))
    if rest:
        raise ValueError(text)
    return mask


def _fields(text: str) -> tuple[Mask, str]:
    mask: Mask = {}
    while text and text[0] != ")":
        end = next((i for i, letter in enumerate(text) if letter in ",()"), len(text))
        names, text = text[:end].replace("/", ".").split("."), text[end:]
        branch = mask
        for name in names:
            branch = branch.setdefault(name, {})
        if text.startswith("("):
            inner, text = _fields(text[1:])
            branch.update(inner)
            text = text.removeprefix(")")
        text = text.removeprefix(",")
    return mask, text


def _kept(value: Any, mask: Mask) -> Any:
    if not mask or "*" in mask:
        return value
    if isinstance(value, list):
        return [_kept(one, mask) for one in value]
    if not isinstance(value, dict):
        return value
    return {name: _kept(value[name], inner) for name, inner in mask.items() if name in value}
