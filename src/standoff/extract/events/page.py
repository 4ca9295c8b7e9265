"""What only the whole page shows of its events: a noun that takes up an act told beside it, an act without a choice, an opening by both."""

from collections.abc import Sequence
from dataclasses import replace

from standoff.actor_ids import party_of, same_side
from standoff.extract.actors import Actors
from standoff.extract.draft import Draft
from standoff.extract.events.who_asked import who_asked
from standoff.lexicon.actions import actions
from standoff.lexicon.alike import sense_of
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.senses import marked
from standoff.parse import Token

_TAKEN_UP = 0.55  # so much of its confidence keeps a noun that only takes up an act told elsewhere on the page


def whole_page(drafts: Sequence[Draft], actors: Actors) -> list[Draft]:
    """The drafts of a page, seen together."""
    out: list[Draft] = []
    for draft in drafts:
        if draft.answers:
            draft.recipients = draft.recipients or who_asked(draft.actors, draft.anchor, drafts)
            if not draft.recipients:
                continue
        if sense_of(draft.rule) in marked("joins") and not _strike_before(draft, drafts):
            continue
        if sense_of(draft.rule) in marked("opens_itself") and not draft.actors:
            draft = _opened_by(draft, drafts, actors)
        elif _forced(draft) or (_by_noun(draft) and any(_same_words(draft, d, drafts) for d in drafts)):
            draft.confidence = round(draft.confidence * _TAKEN_UP, 3)
        out += [*_other_days(draft), draft]
    return out


def _strike_before(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the page tells of a strike before: `Weavers struck in May. The packers joined in June`."""
    return any(
        d.type == "PROTEST"
        and d.mode == "strike"
        and d.anchor.start < draft.anchor.start
        and sense_of(d.rule) not in marked("joins")
        for d in drafts
    )


def _opened_by(draft: Draft, drafts: Sequence[Draft], actors: Actors) -> Draft:
    """An opening that nobody is said to make is both sides', where the page tells that both agreed to something."""
    parties = actors.parties
    agreed = next((d for d in drafts if d.type in ("AGREE", "COOPERATE") and _of_both(d, parties)), None)
    if agreed is None:
        return draft
    draft.type, draft.mode = "COOPERATE", None
    draft.actors = draft.recipients = agreed.actors
    return draft


def _of_both(draft: Draft, parties: Sequence[str]) -> bool:
    return (
        len(parties) == 2
        and draft.status == "happened"
        and all(any(same_side(a.id, p) for a in draft.actors) for p in parties)
    )


def _forced(draft: Draft) -> bool:
    """Whether somebody only did it because there was no choice: firms that `have had to stop work` punish nobody."""
    if draft.type not in ("SANCTION", "COERCE"):
        return False
    verb = next((token for token in draft.trigger if token.is_verb), None)
    above = verb.head if verb is not None and verb.dep == "xcomp" else None
    return above is not None and above.lemma in clause_words("no_choice")


def _by_noun(draft: Draft) -> bool:
    """Whether a noun alone tells a speech act: `its announcement to reopen the zone`."""
    return draft.content_of is None and draft.rule.startswith("speech.") and all(t.is_noun for t in draft.trigger)


def _same_words(noun: Draft, told: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether another speech act of the same side, told by a verb, speaks of the same act."""
    if told is noun or told.type != noun.type or told.content_of is not None or _by_noun(told):
        return False
    if {party_of(a.id) for a in told.actors} != {party_of(a.id) for a in noun.actors}:
        return False
    mine = {(d.type, d.mode) for d in drafts if d.content_of is noun}
    return bool(mine & {(d.type, d.mode) for d in drafts if d.content_of is told})


def _other_days(draft: Draft) -> list[Draft]:
    """The further meetings of a clause that lists their days: `the rounds of 10, 15 and 22 July ended`."""
    if draft.type != "CONSULT" or draft.content_of is not None or draft.anchor.is_noun:
        return []
    subject = draft.anchor.child("nsubj", "nsubjpass")
    words = [draft.anchor, *([subject] if subject is not None else [])]
    months = [t for t in draft.anchor.sentence.tokens if _is_month(t)]
    days = [(day, t) for t in months[:1] for day in _listed_days(t, words)]
    if not days:
        return []
    draft.day = days[-1]
    if subject is not None and subject.lemma in actions().classes["meeting"]:
        draft.trigger = tuple(sorted({*draft.trigger, subject}, key=lambda t: t.i))
    return [replace(draft, day=day, notes=list(draft.notes)) for day in days[:-1]]


def _is_month(token: Token) -> bool:
    return token.tag.startswith("NNP") and token.lower.rstrip(".") in actions().words["time"]


def _listed_days(month: Token, governors: Sequence[Token]) -> list[int]:
    """The days of the month listed before its name, in order; none where the list hangs on no one of the governors."""
    days: list[int] = []
    for token in reversed(month.sentence.tokens[: month.i]):
        if token.text.isascii() and token.text.isdigit() and 1 <= int(token.text) <= 31:
            days.insert(0, int(token.text))
        elif token.lower in ("of", "on") and token.head in governors and len(days) > 1:
            return days
        elif token.lower not in (",", "and"):
            break
    return []
