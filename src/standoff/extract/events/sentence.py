"""One sentence -> drafts: words of speaking first, then verbs, then nouns that tell an act by themselves."""

import re

from standoff.extract.draft import Draft
from standoff.extract.events.at_request import requests_met
from standoff.extract.events.circumstances import spoken_to
from standoff.extract.events.coder import Coder
from standoff.extract.events.felt import as_felt
from standoff.extract.events.merge import merged
from standoff.extract.events.nominal import code_noun
from standoff.extract.events.said import Said
from standoff.extract.events.saying import Saying
from standoff.extract.events.side_by_side import share
from standoff.extract.events.speech import SpeechCoder
from standoff.extract.events.together import add_together
from standoff.extract.events.unanswered import silence
from standoff.lexicon.actions import Actions
from standoff.parse import Sentence, Token, from_the_root

_SCORE = re.compile(r"(?<![\w-])\d{1,2}[-–]\d{1,2}(?![\w-])")
_AUXILIARIES = frozenset({"aux", "auxpass"})
LONGEST = 300  # tokens; what is longer is a list or a table, and would take more than linear time


def code_sentence(coder: Coder, sentence: Sentence) -> list[Draft]:
    """The drafts of a sentence; none of a question, or of a run of words that is no sentence."""
    if not 1 < len(sentence.tokens) <= LONGEST or sentence.tokens[-1].lower == "?":
        return []
    if _sport(coder, sentence):
        return []
    run, lexicon = SpeechCoder(coder), coder.lexicon
    as_felt(sentence, lexicon)
    order = _may_tell(sentence, lexicon)
    nouns = [t for t in order if t.is_noun]
    for token in nouns:
        verb = silence(token, lexicon) if token.lemma in lexicon.speech_nouns else None
        if verb is not None and _speech(run, token):
            run.used.add(verb.i)  # `pleas were met with silence`: nobody met
    for token in order:
        if token.dep == "advcl":
            coder.warn(token, run.drafts)
        if token.i in run.used:
            continue
        if not token.is_verb:
            if _may_speak(token, lexicon):
                _speech(run, token)
        elif token.lemma not in lexicon.telling or spoken_to(token):
            continue
        elif coder.before_speech(token) or not _speech(run, token):
            coder.act(token, run.drafts, run.used)
    for token in order:
        if token.is_verb:
            add_together(coder, token, run.drafts)
    for token in nouns:
        if _may_name(token, lexicon) and token.is_noun and token.i not in run.used:
            code_noun(coder, token, run.drafts, run.used)
    run.drafts += requests_met(coder, sentence, run.drafts)
    share(run.drafts)
    return merged(run.drafts)


def _may_name(noun: Token, lexicon: Actions) -> bool:
    """Whether a noun may tell an act: one that is listed, or a gerund of something, `the impounding of two tankers`."""
    return noun.lemma in lexicon.named or (noun.lower.endswith("ing") and noun.child("prep") is not None)


def _speech(run: SpeechCoder, token: Token) -> bool:
    """Codes a word of speaking with its complement; False where it is none."""
    return any(_said(run, said) for said in run.finder.found(token))


def _said(run: SpeechCoder, said: Said) -> bool:
    if said.entry.act != "say":
        return run.code(said)
    Saying(run).code(said)
    return said.word.i in run.used


def _sport(coder: Coder, sentence: Sentence) -> bool:
    """Whether a sentence tells of a match: by words of sport, a score beside a word for a game, or a player of a team."""
    words, players = sentence.words, coder.lexicon.words["player"]
    if not words.isdisjoint(coder.lexicon.words["sport"]):
        return True
    if not words.isdisjoint(players) and any(t.lower in players and _of_a_team(t) for t in sentence.tokens):
        return True
    return not words.isdisjoint(coder.lexicon.words["game"]) and _SCORE.search(sentence.text) is not None


def _of_a_team(token: Token) -> bool:
    """Whether a word stands behind a name as that of a player behind the team's: `Rovers striker Ivo Lund`, `Rovers' striker`."""
    if any(c.is_noun and c.text[0].isupper() for c in token.childs("poss")):
        return True
    beside = token.sentence.tokens[max(token.i - 1, 0) : token.i + 2 : 2]
    return len(beside) > 1 and all(t.is_noun and t.text[0].isupper() for t in beside)


def _may_tell(sentence: Sentence, lexicon: Actions) -> list[Token]:
    """The verbs, and the nouns and adjectives that any table has, those with fewer words above them first."""
    worded = lexicon.worded
    return from_the_root(
        t
        for t in sentence.tokens
        if (t.is_verb and (t.children or t.dep not in _AUXILIARIES))  # not what only carries tense or voice
        or ((t.is_noun or t.tag == "JJ") and (t.lemma in worded or t.dep == "advcl" or t.lower.endswith("ing")))
    )


def _may_speak(token: Token, lexicon: Actions) -> bool:
    """Whether a noun or adjective is one of speaking: most are not."""
    return token.lemma in lexicon.speech_nouns if token.is_noun else token.lower in lexicon.speech_adjectives
