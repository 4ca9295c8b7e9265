"""Words that name nobody, which a headline in Title Case writes with a capital all the same."""

from functools import cache

import msgspec

from standoff.lexicon import load_table
from standoff.lexicon.actions import actions
from standoff.lexicon.actors import actor_nouns, countries, no_names, organisations, person_titles, places, thing_kinds
from standoff.lexicon.lemmas import lemma

_TAGS = ("NN", "NNS", "VBZ", "VBD", "VBG")


class HeadlineTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`headlines.toml`: common words beside those of the action and actor tables, as lemmas; `passives`: verbs that
    headlines use as passives without `be`; `flags`: words that are set before a headline."""

    words: tuple[str, ...]
    passives: tuple[str, ...]
    flags: tuple[str, ...]


@cache
def common_words() -> frozenset[str]:
    """Lemmas that name nobody: those of the action lexicon, of roles, groups and things, and of `headlines.toml`."""
    lexicon = actions()
    words = set(load_table("headlines", HeadlineTable).words)
    for index in (lexicon.verbs, lexicon.nouns, lexicon.speech_verbs, lexicon.speech_nouns):
        for first, entries in index.items():
            words.add(first)
            words.update(w for _, rest in entries for w in rest)
    words.update(lexicon.speech_adjectives, lexicon.operators, lexicon.adjectives, lexicon.nominal)
    words.update(lexicon.light, lexicon.occur)
    for group in (*lexicon.classes.values(), *lexicon.words.values()):
        words.update(w for w in group if not w.startswith("@"))
    words.update(actor_nouns(), thing_kinds())
    return frozenset(w.lower() for w in words)


@cache
def left_out_passives() -> frozenset[str]:
    """Verbs whose past form alone is a passive in a headline: `Ban lifted`."""
    return frozenset(load_table("headlines", HeadlineTable).passives)


@cache
def headline_flags() -> frozenset[str]:
    """Words that are set before a headline, in capitals: `UPDATE 1-`."""
    return frozenset(load_table("headlines", HeadlineTable).flags)


@cache
def name_words() -> frozenset[str]:
    """Words of names, in lower case: countries with what stands for them, days, months, titles, towns."""
    names = [name for c in countries().values() for name in (*c.names, *c.adjectives, *c.people, *c.capitals, *c.seats)]
    single = {name.lower() for name in (*names, *places()) if " " not in name}
    return frozenset(single | no_names() | {title.lower() for title in person_titles() if " " in title or "." in title})


@cache
def long_names() -> frozenset[str]:
    """Names of organisations and towns of several words, as they are printed."""
    found = [name for o in organisations() for name in o.names]
    found += [name for c in countries().values() for name in (*c.names, *c.capitals)]
    return frozenset(name for name in (*found, *places()) if " " in name)


@cache
def is_common(word: str) -> bool:
    """Whether a word in lower case is no name, in one of its forms.

    >>> is_common("lifts"), is_common("dockers"), is_common("norway")
    (True, True, False)
    """
    if word in name_words():
        return False
    return word in common_words() or any(lemma(word, tag) in common_words() for tag in _TAGS)
