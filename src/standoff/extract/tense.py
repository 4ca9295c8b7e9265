"""The tense of a verb and of the clause that a word stands in, read from tags and auxiliaries."""

from typing import Literal

from standoff.lexicon.calendar import MONTH_WORDS, WEEKDAY_WORDS
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token
from standoff.parse.days import names_time

Tense = Literal["past", "past_perfect", "present_perfect", "present", "future", "infinitive", "participle", "modal"]

CLAUSES = frozenset(("ROOT", "ccomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "parataxis", "pcomp", "xcomp"))
_FUTURE = frozenset(("will", "'ll", "shall", "wo"))
_WOULD = frozenset(("would", "'d"))
MODALS = frozenset(("may", "might", "could", "can", "ca", "should", "must"))
AT_ONCE = frozenset(("as", "when", "where", "whereupon", "while"))
_CLIMB = 30
_QUOTE_REACH = 80  # tokens
_REACH = 20  # tokens between what is asked for and its day
_QUOTES = frozenset(("“", "”", '"', "``", "''"))
_HAVE = frozenset(("has", "have", "'ve", "'s", "having"))
_BE = frozenset(("be", "is", "are", "was", "were", "'s", "'re"))
_LIMITS = frozenset(("before", "by", "till", "until"))


def of_asking(time: Token, verb: Token) -> bool:
    """Whether a time behind what is asked for is that of the content: `asked for talks in Linz on Sunday`, `for July 17`.

    A place between the two says so; without one the day may as well be that of the asking.
    """
    if time.i < verb.i or verb.child("prt") is not None:
        return False  # `set up a post at Cape Ann on May 3`
    wish = next((c for c in verb.childs("prep") if c.lower == "for" and c.i > verb.i), None)
    if verb.lemma not in clause_words("wanting") and not (
        verb.lemma in clause_words("asking_for") and wish is not None
    ):
        return False
    if time.dep == "pobj" and time.head is not None and time.head.lower == "for":
        return True
    content = verb.child("dobj") or (wish.child("pobj") if wish is not None else None)
    if verb.lemma == "set" and content is not None and content.i == verb.i + 1 and content.tag == "NN":
        return False  # `set fire to a hut in Linz on Sunday`
    if content is None or content.i > time.i or time.i - content.i > _REACH:
        return False
    return any(_is_place(t, time) for t in verb.sentence.tokens[content.i + 1 : time.i])


def _is_place(token: Token, time: Token) -> bool:
    """`there`, or `in` and `at` before a name that is no month."""
    if token.lower == "there":
        return True
    name = token.child("pobj") if token.lower in ("in", "at") else None
    return name is not None and name is not time and name.tag in ("NNP", "NNPS") and name.lower not in MONTH_WORDS


def is_clause(token: Token) -> bool:
    """Whether a token heads a clause."""
    if token.head is None:
        return True
    if token.dep == "conj":
        return token.is_verb and (token.head.is_verb or is_clause(token.head))
    # An adjective as complement is no clause: `declared the contract void on Monday`.
    return token.dep in CLAUSES and (token.is_verb or token.dep in ("advcl", "relcl"))


def clause_of(token: Token) -> Token:
    """The head of the clause that a token stands in, itself where it heads one."""
    while not is_clause(token) and token.head is not None:
        token = token.head
    return token


def tense_of(verb: Token) -> Tense | None:
    """The tense of a verb with its auxiliaries; None of what is no verb and has no copula."""
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    words = {c.lower for c in helpers}
    if words & _FUTURE:
        return "future"
    if words & _WOULD:
        return "past_perfect" if "have" in words else "future"
    if words & MODALS:
        return "past_perfect" if "have" in words else "modal"
    if "to" in words:
        return _infinitive(verb)
    if "had" in words:
        return "past_perfect"
    if words & {"has", "have", "'ve"} and "been" in words and verb.tag == "VBG":
        return "present_perfect"
    if words & _HAVE and verb.tag in ("VBN", "VBD"):
        return (
            "participle"
            if "having" in words
            else "present_perfect"
            if words & {"has", "have", "'ve"} or "been" in words
            else "present"
        )
    if words & {"was", "were", "did"}:
        return "past"
    if words & {"is", "are", "am", "'s", "'re", "do", "does"}:
        return "present"
    match verb.tag:
        case "VBD":
            return "past"
        case "VBZ" | "VBP":
            return "present"
        case "VBG" | "VBN":
            return "participle"
        case "VB":
            return "infinitive"
        case "MD":
            return "modal"
    return None


def _infinitive(verb: Token) -> Tense:
    """`is to open` and `is due to open` lie ahead; `left, only to return` lies behind."""
    if only_to(verb):
        return "past"
    if any(c.lower in _BE and c.dep == "aux" for c in verb.children):
        return "future"
    head = verb.head
    if head is not None and (head.lower in clause_words("due") or (verb.dep == "xcomp" and head.lower in _BE)):
        return "future"
    return "infinitive"


def only_to(verb: Token) -> bool:
    """Whether an infinitive tells what came next: `freed him on Monday, only to arrest him again`."""
    to, head = next((c for c in verb.childs("aux") if c.lower == "to"), None), verb.head
    if verb.dep != "advcl" or to is None or to.i < 2 or head is None or head.i > to.i:
        return False
    before, only = verb.sentence.tokens[to.i - 2 : to.i]
    return only.lower == "only" and (before.text == "," or names_time(before)) and tense_of(head) == "past"


def joined_to(token: Token) -> Token | None:
    """The verb that a coordinated one goes with: `said it was leaving and blamed them` joins `blamed` to `said`."""
    head = token.head
    if token.dep != "conj" or head is None:
        return None
    alike = tense_of(head) == "past" and head.tag != "VBG"
    if tense_of(token) == "past" and head.dep == "ccomp" and head.head is not None and not alike:
        return head.head
    if head.dep == "advcl" and head.head is not None and head.head.is_verb and _anew(token):
        return head.head  # `shut it after the town doubled the toll, and traders said they ...`
    return head


def _anew(verb: Token) -> bool:
    """Whether a coordinated verb begins a main clause: it has a subject of its own behind a comma and `and`."""
    subject = verb.child("nsubj", "nsubjpass")
    first = min((t.i for t in subject.subtree()), default=0) if subject is not None else 0
    tokens = verb.sentence.tokens
    return first > 1 and tokens[first - 1].lower == "and" and tokens[first - 2].text == ","


def above(token: Token) -> Token | None:
    """What a time's word hangs on, past a verb inside quotation marks that close before it: `said "it is over" in July`."""
    head = _left_clause(token)
    while head is not None:
        low, high = sorted((head.i, token.i))
        if high - low > _QUOTE_REACH:
            return head
        marks = sum(t.lower in _QUOTES for t in token.sentence.tokens[low + 1 : high])
        if marks % 2 == 0:
            return _right_clause(token, head)
        head = head.head
    return token.head


def _right_clause(token: Token, head: Token) -> Token:
    """The second verb of two where a time stands after the `and` between them: `it ended in May, and on Monday they met`."""
    if not head.is_verb or head.i > token.i:
        return head
    second = next((c for c in head.children if c.dep == "conj" and c.is_verb and c.i > token.i), None)
    link = next((c for c in head.children if c.dep == "cc" and c.i < token.i), None)
    return second if second is not None and link is not None else head


def _robbed(preposition: Token, noun: Token) -> bool:
    """Whether the noun after a weekday is a subject that the parser took for the preposition's: `on Monday members voted`."""
    verb = preposition.head
    if not preposition.children:
        return True
    if noun.head is not preposition or verb is None or not verb.is_verb:
        return False
    return verb.i > noun.i and verb.child("nsubj", "nsubjpass") is None


def _left_clause(token: Token) -> Token | None:
    """The head, or the side clause that the words before a time end: `Since it raised the toll last month, ...`."""
    head = token.head
    first = min(t.i for t in (token, *token.children))
    if head is None or first == 0:
        return head
    before: Token | None = token.sentence.tokens[first - 1]
    if token.dep in ("compound", "nmod") and before is not None and before.dep == "prep" and _robbed(before, head):
        return before  # `On Wednesday Vienna called`: the preposition has lost its noun to the name
    if head.dep == "ccomp" and head.head is before and head.i > token.i:
        return before  # `said on Thursday it would resume`, `said Thursday it would`
    if token.dep != "npadvmod" or head.i < token.i:
        return head
    for _ in range(_CLIMB):
        if before is None or before.head is head:
            break
        if before.is_verb and before.dep == "relcl" and before.tag == "VBD" and before.i < head.i:
            return before  # `the line that burst in Linz last week is back in use`
        before = before.head
    return before if before is not None and before.head is head and before.dep == "advcl" else head


def direction_of(token: Token) -> Literal["past", "future", "near"] | None:
    """Whether the verbs above a word put it behind or ahead: `will be held on June 20`; None where they do not say."""
    if _is_limit(token):
        return "future"
    step: Token | None = token
    through_aim = through_for = through_noun = through_subject = False
    for _ in range(10):
        if step is None:
            return None
        if (through_for and _sets_a_day(step, token)) or (step.is_verb and of_asking(token, step)):
            return (
                "future"  # `proposed talks for July 17`, `called a strike for Monday`, `asked for a meeting on Sunday`
            )
        if (tense := tense_of(step)) is not None and (found := _direction(step, tense)) is not None:
            if found == "past":
                aimed = through_aim and step.tag == "VBG"  # `was working to open it in June`
                return "near" if through_noun or aimed else found
            if found == "future" and tense == "infinitive" and _long_asked(step):
                return "near"  # `had given orders to burn it in March`
            return "near" if tense == "present" and through_subject else found  # `Accounts of Tuesday's clash differ`
        if step.lower in clause_words("due") and step.dep in ("acomp", "ROOT", "ccomp", "amod", "acl"):
            return "future"
        through_aim = through_aim or (tense == "infinitive" and step.dep in ("advcl", "xcomp"))
        through_noun = through_noun or (step is not token and step.is_noun and not _on_the_spot(step))
        through_for = through_for or (step.lower == "for" and step.dep == "prep")
        through_subject = through_subject or step.dep in ("nsubj", "nsubjpass")
        step = above(step)
    return None


def _long_asked(content: Token) -> bool:
    """Whether what is to be done was asked for before something else: `had ordered them to burn it`."""
    return content.head is not None and tense_of(clause_of(content.head)) == "past_perfect"


def _sets_a_day(verb: Token, day: Token) -> bool:
    """Whether `for` names the day of what a verb speaks of; of what is called or set, a weekday: it lies ahead of that."""
    if verb.lemma in clause_words("wanting"):
        return True
    return verb.lemma in clause_words("setting_a_day") and day.lower in WEEKDAY_WORDS


def _is_limit(time: Token) -> bool:
    """Whether a time is one until which something is asked for: `called on them to leave by Sunday`, `gave them until Friday`, `a deadline of May 2`."""
    prep = time.head if time.dep == "pobj" else None
    if prep is None or prep.head is None:
        return False
    if prep.head.lemma in clause_words("limit_nouns"):
        return True
    if prep.lower not in _LIMITS:
        return False
    between = prep.sentence.tokens
    for verb in prep.ancestors():
        asked = any(t.tag == "TO" for t in between[verb.i : prep.i])
        if verb.is_verb and (
            (asked and verb.lemma in clause_words("wanting", "urging"))
            or (not asked and verb.lemma in clause_words("leaving"))
        ):
            return prep.lower in ("until", "till") or asked
    return False


def _on_the_spot(noun: Token) -> bool:
    """Whether what a noun names is of the verb's own time: `closed at Friday's close`, `said in Monday's debate`."""
    if noun.dep in ("dobj", "nsubj"):
        return True
    return (
        noun.dep == "pobj" and noun.head is not None and noun.head.lower in ("after", "at", "during", "following", "in")
    )


def _direction(verb: Token, tense: Tense) -> Literal["past", "future"] | None:
    """What one verb says; None where it leaves that to the one above."""
    asked = verb.dep in ("ccomp", "xcomp") and verb.head is not None and verb.head.lemma in clause_words("wanting")
    match tense:
        case "future":
            return "future"
        case "past" | "past_perfect" | "present_perfect":
            return "future" if _due(verb) and tense == "past" else "past"
        case "infinitive":
            return "future" if asked or (verb.head is not None and verb.head.lemma in clause_words("wanting")) else None
        case "present":
            return "future" if asked or _scheduled(verb) else None
        case "modal":
            return None if {"can", "ca"}.intersection(c.lower for c in verb.children) else "future"
        case "participle" if verb.tag == "VBN" and verb.dep == "acl" and not _due(verb):
            return "past"  # `a study released on Monday`
        case _:
            return None


def _due(verb: Token) -> bool:
    """Whether a participle says that something is to come: `was set for May`, but not `was set up`."""
    return verb.lower in clause_words("due") and verb.tag == "VBN" and verb.child("prt") is None


def _is_told(verb: Token) -> bool:
    """Whether a clause is what somebody says: `the talks begin on Sunday, the envoy said`."""
    return verb.dep == "ccomp" and verb.head is not None and verb.head.lemma in clause_words("speech_verbs")


def _scheduled(verb: Token) -> bool:
    """The present of timetables: `they meet again on Wednesday`; not in captions, whose present is the photo's."""
    if verb.has_child(clause_words("habit"), "advmod"):
        return False  # `usually ends in February`
    return (
        verb.sentence.part == "story"
        and (verb.head is None or _is_told(verb) or (verb.dep == "conj" and tense_of(verb.head) == "past"))
        and verb.lower not in _BE
        and verb.lower not in _HAVE
        and verb.lemma not in clause_words("speech_verbs")
        and verb.child("aux", "auxpass") is None
    )


def is_at_once(clause: Token) -> bool:
    """Whether a clause tells what went on at the time of the one above it: `When the crew struck, the owners sued`."""
    return clause.dep == "advcl" and any(
        c.lower in AT_ONCE for c in clause.children if c.dep == "mark" or c.tag == "WRB"
    )
