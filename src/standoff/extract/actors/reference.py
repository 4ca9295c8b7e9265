"""Whom pronouns and definite descriptions stand for: it, they, its, the two sides, each other, the ministry."""

from collections.abc import Iterator, Set

from msgspec.structs import replace

from standoff.actor_ids import coded, is_country, party_of
from standoff.extract.actors.antecedents import BACK, Antecedents, Meant
from standoff.extract.actors.bodies_meant import is_unknown, may_be_body, named_beside
from standoff.extract.actors.denoted import Denoted, body_start, is_plural, locative, phrase_head
from standoff.extract.actors.gazetteer import split_countries
from standoff.extract.actors.names import STATE_SECTORS, Name, Names, noun_at
from standoff.extract.actors.phrases import Home, Phrases
from standoff.extract.actors.sides import count_sides
from standoff.extract.actors.signs import (
    PLURAL_PRONOUNS,
    alone_at_talks,
    beside,
    described_by,
    fits,
    is_one,
    is_pair,
    leads_delegations,
    may_be_person,
    met,
    opened_or_shut,
    pleonastic,
    pronoun_of_person,
    repeated,
    speaking,
)
from standoff.extract.actors.states_in_row import neighbours_in, states_meant, taken_up
from standoff.lexicon.actions import actions
from standoff.lexicon.actors import ActorNoun, taking_up
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.given_names import pronoun_of_noun
from standoff.model import Party
from standoff.parse import SUBJECTS, Parsed, Token

_THING_PRONOUNS = frozenset({"it", "its", "itself"})
_SPEAKER_PRONOUNS = frozenset({"i", "we", "us", "our", "my", "me", "ourselves"})
_SIDES = frozenset({"country", "adjective", "people", "capital", "seat", "org", "party", "person"})


class References:
    """Resolves what phrases leave open; `parties` are set once the page's phrases are known."""

    def __init__(self, parsed: Parsed, names: Names, home: Home) -> None:
        self.parsed = parsed
        self.names = names
        self.phrases = Phrases(names, home, self._refer)
        self.antecedents = Antecedents(parsed, names, self.phrases, self.denoted)
        self.parties: tuple[str, ...] = ()
        self.declared: tuple[Party, ...] = ()
        self._known: dict[Token, tuple[Denoted, ...]] = {}

    def everybody(self) -> Iterator[tuple[Token, Denoted]]:
        """Every phrase of the page with those it denotes, in the order of the text."""
        for sentence in self.parsed.sentences:
            for head in self.antecedents.heads(sentence):
                for d in self.phrases.denoted(head):
                    yield head, d
            self.antecedents.settled = sentence.index + 1

    def denoted(self, token: Token) -> tuple[Denoted, ...]:
        """Who a phrase or pronoun stands for."""
        head = phrase_head(token)
        known = self._known.get(head)
        if known is None:
            self._known[head] = ()
            self._known[head] = known = self._one_of_each(head) or self._two_heads(head, self.phrases.denoted(head))
        return known

    def _two_heads(self, head: Token, found: tuple[Denoted, ...]) -> tuple[Denoted, ...]:
        """The two sides for two people of whom it is only said that they lead the delegations."""
        if len(found) != 2 or len(self.parties) < 2 or not all(d.id.startswith("NAMED:") and d.named for d in found):
            return found
        clauses = [c for one in (head, *head.childs("conj")) for c in one.childs("relcl")]
        if not any(leads_delegations(c) for c in clauses):
            return found
        return tuple(replace(found[0], end=found[1].end, id=s, name=s, plural=True) for s in self.parties[:2])

    def _refer(self, head: Token, noun: ActorNoun | None) -> tuple[Denoted, ...]:
        """What the phrases ask for: pronouns, and nouns for one who was mentioned before."""
        if noun is not None:
            if noun.other_side:
                return () if noun.needs_owner else self._other(head)
            return self._again(head, noun)
        if head.tag in ("WP", "WDT", "WP$"):
            return self._relative(head)
        if head.tag in ("PRP", "PRP$"):
            return self._at(head, self._pronoun(head))
        if head.tag == "NN" and any(c.lower in clause_words("joint") for c in head.children):
            return self._joint(head)
        return self._pair(head) or self._in_row(head)

    def _in_row(self, head: Token) -> tuple[Denoted, ...]:
        """The four states, the three: those that stand in a row before, without one that the sentence sets apart."""
        count = states_meant(head)
        if count is None:
            return ()
        named = {party_of(n.id) for n in self.names.by_sentence[head.sentence.index] if n.id}
        declared = [p.id for p in self.declared if is_country(p.id)]
        return taken_up(head, count, self.antecedents.before(head), named, declared)

    def _one_of_each(self, head: Token) -> tuple[Denoted, ...]:
        """Each other, one another: those the clause is about."""
        if head.lower in ("other", "another") and any(c.lower in ("each", "one") for c in head.children):
            return self._at(head, self._clause_subject(head))
        return ()

    def _again(self, head: Token, noun: ActorNoun) -> tuple[Denoted, ...]:
        """The last one mentioned that the noun describes: the ministry, the company, the country."""
        if is_plural(head) and noun.kind == "person":
            return self._same_people(head, noun)
        others = beside(head) if taking_up().get(noun.id) else ()
        acting = {d.id for other in others if self.names.at(other) for d in self.phrases.denoted(other)}
        for found in (*self._pointed_at(head), *self.antecedents.describable(head)):
            if len(found) == 2 and is_one(found) and all(d.noun == noun.id for d in found):
                return found  # the joint committee
            if len(found) == 1 and found[0].id not in acting and described_by(found[0], noun):
                d = found[0]
                if noun.id == "government" and is_country(d.id):
                    return (replace(d, id=coded(d.id, "GOV"), sector="GOV", person=False),)
                return found
        name = named_beside(head, taking_up()[noun.id], self.names, acting) if noun.id in taking_up() else None
        if name is not None and not is_plural(head):
            return self.phrases.of_name(name.tokens[-1], name)
        return self._of_unknown_kind(head, noun, acting)

    def _pointed_at(self, head: Token) -> list[tuple[Denoted, ...]]:
        """Those named before in the sentence whom `that country` or `that company` may mean, the last first."""
        if not head.has_child(("that",), "det"):
            return []
        told = [found for _, found in self.antecedents.earlier(head.sentence, head.i, {head}) if len(found) == 1]
        return sorted(told, key=lambda found: -found[0].start)

    def _same_people(self, head: Token, noun: ActorNoun) -> tuple[Denoted, ...]:
        """The people of a country that the sentences before speak of by the same word: Chilean growers, then the growers."""
        first = max(0, head.sentence.index - BACK)
        seen: dict[str, Denoted] = {}
        for sentence in self.parsed.sentences[first : head.sentence.index + 1]:
            end = head.i if sentence is head.sentence else len(sentence.tokens)
            for _, found in self.antecedents.earlier(sentence, end, {head}):
                seen.update({d.id: d for d in found if d.plural and d.noun == noun.id and not d.named})
        (only, *others) = seen.values() or (None,)
        return (only,) if only is not None and not others and is_country(only.id) else ()

    def _of_unknown_kind(self, head: Token, noun: ActorNoun, acting: Set[str]) -> tuple[Denoted, ...]:
        """The last name of which nothing is known but that it acts like a body: First Cobalt, then the company."""
        if noun.id not in taking_up() or noun.kind == "person":
            return ()
        first = max(0, head.sentence.index - BACK)
        for sentence in reversed(self.parsed.sentences[first : head.sentence.index + 1]):
            end = head.i if sentence is head.sentence else len(sentence.tokens)
            for other, found in self.antecedents.earlier(sentence, end, {head}):
                known = len(found) != 1 or found[0].id in acting
                if not known and may_be_body(other, self.names.at(other), found[0], self.names):
                    return found
        return ()

    def _other(self, head: Token) -> tuple[Denoted, ...]:
        """The other one of the page's two sides: its neighbour, the South's rival."""
        possessor = head.child("poss")
        if possessor is None or len(self.parties) < 2:
            return ()
        owners = {party_of(d.id) for d in self.denoted(possessor)}
        if row := neighbours_in(head, owners, self.antecedents.before(head)):
            return row
        others = [side for side in self.parties[:2] if side not in owners]
        if len(others) != 1 or not owners & set(self.parties[:2]):
            return ()
        return (Denoted(start=head.start, end=head.end, id=others[0], name=others[0]),)

    def _at(self, head: Token, found: tuple[Denoted, ...]) -> tuple[Denoted, ...]:
        return tuple(replace(d, start=head.start, end=head.end, where=False) for d in found)

    def _relative(self, head: Token) -> tuple[Denoted, ...]:
        for verb in head.ancestors():
            if verb.dep in ("relcl", "acl") and verb.head is not None:
                return self._at(head, self.denoted(verb.head))
        return ()

    def _pair(self, head: Token) -> tuple[Denoted, ...]:
        """The two sides, both countries, the Koreas: the page's two sides."""
        word = head.lower.removesuffix("s")
        split = split_countries().get(word) if head.tag == "NNPS" or head.text[0].isupper() else None
        sides = tuple(sorted(set(split.values()))) if split and head.lower != word else self._two_of(head)
        if split is None and (bodies := self._two_bodies(head)):
            return bodies
        if len(sides) < 2 or self.phrases.owners(head):
            return ()
        if split is None and head.lower == "side" and any(c.lower == "other" for c in head.children):
            return self._beside(head)
        if split is None and not is_pair(head) and not (alone_at_talks(head) and self._both_near(head)):
            return ()
        return tuple(Denoted(start=body_start(head), end=head.end, id=s, name=s, plural=True) for s in sides[:2])

    def _two_of(self, head: Token) -> tuple[str, ...]:
        """The page's two sides; of two governments or countries the two declared states, whoever else is a party."""
        states = tuple(dict.fromkeys(party_of(p.id) for p in self.declared if is_country(p.id)))
        meant = head.lemma.lower() in actions().words["states"] and len(states) == 2
        return states if meant else self.parties

    def _two_bodies(self, head: Token) -> tuple[Denoted, ...]:
        """Both companies, the two unions: the page's two of that kind, declared or named before."""
        noun = noun_at(head)
        sector = taking_up().get(noun.id) if noun is not None else None
        if sector is None or not any(c.lower in ("both", "two") for c in head.children):
            return ()
        declared = [p.id for p in self.declared if p.sector == sector]
        sentences = self.names.by_sentence[: head.sentence.index + 1]
        told = [
            n for found in sentences for n in found if n.end < head.start and n.tokens[0] not in self.names.datelines
        ]
        bare = sector == "BUS" and not self.declared
        named = [n.id for n in told if n.sector == sector or (bare and is_unknown(n, self.names))]
        ids = list(dict.fromkeys(declared if len(declared) > 1 else named))
        start = body_start(head)
        return (
            tuple(Denoted(start=start, end=head.end, id=i, name=i, plural=True) for i in ids) if len(ids) == 2 else ()
        )

    def _beside(self, head: Token) -> tuple[Denoted, ...]:
        """The other side: of the page's two, the one that was not spoken of last."""
        for _, found in self.antecedents.before(head):
            sides = {party_of(d.id) for d in found}
            if sides and sides <= set(self.parties[:2]):
                others = [p for p in self.parties[:2] if p not in sides]
                return tuple(Denoted(start=body_start(head), end=head.end, id=p, name=p) for p in others)
        return ()

    def _both_near(self, head: Token) -> bool:
        """Whether both sides are declared or named in the sentences before, so that people who meet are theirs."""
        if self.declared:
            return True
        last = head.sentence.index
        near = [n for found in self.names.by_sentence[max(0, last - BACK) : last + 1] for n in found if n.id]
        named = {party_of(n.id) for n in near if n.start < head.start}
        return set(self.parties[:2]) <= named

    def _joint(self, head: Token) -> tuple[Denoted, ...]:
        """A joint committee: of those who set it up, else of the page's two sides."""
        above = self._clause_subject(head)
        if len(above) == 2:
            return tuple(
                Denoted(start=body_start(head), end=head.end, id=d.id, name=d.name, noun=head.lemma.lower())
                for d in above
            )
        if len(self.parties) < 2 or self.phrases.owners(head):
            return ()
        return tuple(
            Denoted(start=body_start(head), end=head.end, id=s, name=s, noun=head.lemma.lower())
            for s in self.parties[:2]
        )

    def _pronoun(self, pronoun: Token) -> tuple[Denoted, ...]:
        word = pronoun.lower
        if word.endswith(("self", "selves")):
            return self._clause_subject(pronoun)
        if word in _SPEAKER_PRONOUNS:
            return self._speaker(pronoun)
        if word == "it" and pleonastic(pronoun):
            return ()
        again = repeated(pronoun, _THING_PRONOUNS)
        if again is not None:
            return self.denoted(again)
        if word in _THING_PRONOUNS:
            return self._thing_or_actor(pronoun)[1]
        if word == "they" and pronoun.dep in SUBJECTS and (both := self._who_met(pronoun)):
            return both
        asked = self._asked(pronoun)
        if asked and all(fits(word, d, len(asked), strict=False) and self._agrees(d, word) for d in asked):
            return asked
        candidates = list(self.antecedents.candidates(pronoun))
        for strict in (True, False) if word in PLURAL_PRONOUNS else (False,):
            for head, found in candidates:
                sure = strict and not (is_plural(head) and all(d.named and not d.human for d in found))
                if found and all(fits(word, d, len(found), strict=sure) and self._agrees(d, word) for d in found):
                    return found
        return self._unknown_person(word, candidates) if pronoun_of_person(word) else ()

    def _unknown_person(self, word: str, candidates: list[Meant]) -> tuple[Denoted, ...]:
        """Whom `he` or `she` stands for where nobody before is certainly a person: the first name that may be one's."""
        for head, found in candidates:
            if len(found) == 1 and may_be_person(head, self.names.at(head), found[0]) and self._agrees(found[0], word):
                return found
        return ()

    def _agrees(self, d: Denoted, word: str) -> bool:
        """Whether nothing says that a pronoun speaks of a woman as a man, or the other way round."""
        told = pronoun_of_noun(d.noun or "") or self.names.pronoun(d.name)
        return told is None or pronoun_of_person(word) in (None, told)

    def _who_met(self, pronoun: Token) -> tuple[Denoted, ...]:
        """Both of whom the sentence before tells that the one met or called the other: `held talks with the envoy. They agreed`."""
        at = pronoun.sentence.index
        before = self.parsed.sentences[at - 1] if at else None
        if pronoun.head is not None and pronoun.head.dep == "conj":  # met the envoy and they agreed
            before = pronoun.sentence
        elif before is None or before.part != pronoun.sentence.part or pronoun.sentence.tokens[0] is not pronoun:
            return ()
        doer, others = met(before)
        others = [o for o in others if before is not pronoun.sentence or o.i < pronoun.i]
        if doer is None or not others:
            return ()
        one = self.denoted(doer)
        for other in others:
            two = self.denoted(other)
            if len(one) == len(two) == 1 and party_of(one[0].id) != party_of(two[0].id) and not two[0].where:
                return self._at(pronoun, (*one, *two))
        return ()

    def _asked(self, pronoun: Token) -> tuple[Denoted, ...]:
        """Who was asked before, of whom a pronoun says that he answers: `The queen asked the envoy to leave; he replied`."""
        verb = pronoun.head
        if verb is None or pronoun.dep != "nsubj" or verb.lemma not in clause_words("replying"):
            return ()
        tokens = verb.sentence.tokens[: pronoun.i]
        if not any(t.is_verb for t in tokens) and verb.sentence.index:
            tokens = self.parsed.sentences[verb.sentence.index - 1].tokens
        asking = next((t for t in reversed(tokens) if t.is_verb and t.lemma in clause_words("putting_to")), None)
        whom = asking.child("dobj", "nsubjpass") if asking is not None else None
        return self.denoted(whom) if whom is not None else ()

    def _thing_or_actor(self, pronoun: Token) -> tuple[Token | None, tuple[Denoted, ...]]:
        """The head that `it` goes back to, and whom it denotes: nobody where it is a thing."""
        thing_only = opened_or_shut(pronoun)
        for head, found in self.antecedents.candidates(pronoun):
            if thing_only and found:
                continue
            together = 1 if is_one(found) else len(found)
            if not found or all(fits(pronoun.lower, d, together, strict=False) for d in found):
                return head, found
        return None, ()

    def thing_meant(self, pronoun: Token) -> Token | None:
        """The head of the thing that `it` stands for."""
        if pronoun.lower not in _THING_PRONOUNS or pleonastic(pronoun) or pronoun.lower == "itself":
            return None
        head, found = self._thing_or_actor(pronoun)
        return head if head is not None and not found else None

    def _clause_subject(self, token: Token) -> tuple[Denoted, ...]:
        for verb in token.ancestors():
            subject = verb.child("nsubj", "nsubjpass")
            if subject is not None and subject is not token:
                return self.denoted(subject)
        return ()

    def _speaker(self, pronoun: Token) -> tuple[Denoted, ...]:
        """Who speaks: the subject of a clause around that is not the pronoun itself."""
        who = speaking(pronoun)
        return self.denoted(who) if who is not None else ()

    def _acts(self, name: Name) -> bool:
        """Whether a name may be one of the sides: not where it only says where or whose, not the press."""
        head = phrase_head(name.tokens[-1])
        if head in self.names.datelines or locative(head) or head.dep == "appos" or name.sector == "MED":
            return False
        if head not in name.tokens and self.phrases.noun(head) is None:
            return name.kind == "adjective" and head.dep in ("dobj", "nsubjpass")  # barred Ugandan lorries
        if name.kind == "proper":
            return sum(c.isupper() for c in name.text) > len(name.tokens)  # UNISON-FBU
        unknown = name.id.startswith("NAMED:") and (name.kind == "person" or name.sector in STATE_SECTORS)
        return name.kind in _SIDES and not unknown

    def count_sides(self, declared: tuple[Party, ...] = ()) -> tuple[str, ...]:
        """The two sides that act most on the page against each other; of declared ones two of unlike sectors, if there are."""
        self.declared = declared
        acting = [n for found in self.names.by_sentence for n in found if n.id and self._acts(n)]
        return count_sides(acting, declared)
