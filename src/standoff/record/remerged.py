"""The merged events after decisions: only those that decisions touch are put together anew."""

from collections.abc import Mapping, Sequence

from standoff.record.corrected import pinned
from standoff.record.fields import Words, merge_mentions
from standoff.record.rows import EventMention, MergedEvent
from standoff.record.rulings import Merges, Ruled


def remerge(
    read: Sequence[MergedEvent],
    mentions: Sequence[EventMention],
    before: Merges,
    now: Merges,
    dates: Mapping[str, tuple[str, str]],
    words: Words,
    ruled: Ruled,
) -> list[MergedEvent]:
    """All events, oldest first, as people decided.

    Args:
        read: the events as the machine puts them together.
        mentions: all mentions, with what people set right and without what they rejected.
        before: the machine's merges.
        now: the merges with those that people made and undid.
        dates: the dates that the pages together gave.
        words: the page's words for a field of a mention.
        ruled: what people decided.
    """
    moved = {key for key in before.keys() | now.keys() if _name(before, key) != _name(now, key)}
    touched = {*moved, *ruled.decided, *ruled.rejected, *ruled.fixes, *ruled.sure, *(m.key for m in ruled.kept)}
    alike = [event for event in read if not _is_touched(event, touched)]
    left = {member.key for event in alike for member in event.members}
    again = merge_mentions([m for m in mentions if m.key not in left], now, dates, words)
    return pinned([*alike, *again], ruled, dates)


def _name(merges: Merges, key: str) -> str:
    return merges[key][0] if key in merges else key


def _is_touched(event: MergedEvent, touched: set[str]) -> bool:
    return any(m.key in touched or m.content_of in touched for m in event.members)
