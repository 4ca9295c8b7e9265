"""Who acts: the actors that a match's subject, its noun's owner or its place stand for, and whom a phrase names."""

from collections.abc import Sequence
from functools import partial

from standoff.actor_ids import is_country, is_private, party_of, same_side, sector_of
from standoff.extract.actors import Actors
from standoff.extract.actors.signs import is_pair
from standoff.extract.draft import Draft
from standoff.extract.events.at_hands import at_hands
from standoff.extract.events.clause import coordinated, done_by, heads, objects, passive, prepositions, subject
from standoff.extract.events.crews import Crews
from standoff.extract.events.match import Match
from standoff.extract.events.owned_nouns import is_done_to, who_arrest
from standoff.extract.events.places import INSIDE, Places
from standoff.extract.events.refs import PRONOUNS, all_unlisted, as_another, is_other, phrase
from standoff.extract.events.relative import named_ahead
from standoff.extract.events.sides import Sides
from standoff.extract.events.sources import is_talk
from standoff.extract.events.unnamed_doers import is_one_of_several, known_by_owner, those_who
from standoff.extract.events.words import counts_people, is_measure, is_time, person_by_form
from standoff.lexicon.actions import Actions
from standoff.lexicon.actors import features, no_names
from standoff.lexicon.clauses import clause_words
from standoff.model import ActorRef
from standoff.parse import Sentence, Token

_TOPIC = frozenset({"about", "on", "over"})
_SENT = frozenset({"AID", "COOPERATE", "REQUEST", "SUPPORT"})
_SOMEBODY = ("people", "protesters", "officials", "organisations", "arms", "weapon")
_ACTING = (
    "@agreement",
    "@arms",
    "@blow",
    "@demand",
    "@document",
    "@law",
    "@officials",
    "@operation",
    "@organisations",
    "@people",
    "@plan",
    "@restriction",
    "@troops",
    "@weapon",
)


class Roles:
    """Finds who acts, on one page."""

    def __init__(self, lexicon: Actions, actors: Actors) -> None:
        self.lexicon = lexicon
        self.actors = actors
        self.places = Places(lexicon, actors)
        self.sides = Sides(lexicon, actors)
        self.crews = Crews(lexicon, actors)
        self._ask_anew()

    def _ask_anew(self) -> None:
        """Has who acts worked out anew: it hangs on what was told before."""
        self._acting = partial(self._found, named=True)
        self._acting_known = partial(self._found, named=False)

    def remember(self, sentence: Sentence, drafts: Sequence[Draft]) -> None:
        """Keeps whose act a sentence told, which a noun of the next one may take up."""
        if drafts:
            self.sides.remember(sentence, drafts)
            self._ask_anew()

    def spelled(self, refs: Sequence[ActorRef], near: Token) -> tuple[ActorRef, ...]:
        """The same actors, a pronoun replaced by the name before it in the sentence that stands for the same actor."""
        out = []
        for ref in refs:
            if (
                ref.end - ref.start <= 5
                and near.sentence.text[ref.start - near.sentence.start : ref.end - near.sentence.start].lower()
                in PRONOUNS
            ):
                before = [
                    r
                    for r in self.actors.in_sentence(near.sentence)
                    if r.id == ref.id and r.end <= ref.start and r.end - r.start > 3
                ]
                ref = before[-1] if before else ref
            if ref not in out:
                out.append(ref)
        return tuple(out)

    def acting(self, doer: Token | None, *, named: bool = True) -> tuple[ActorRef, ...]:
        """The actors that a subject stands for: itself, its owner, or its own words where it is somebody unknown."""
        if doer is None:
            return ()
        ask = self._acting if named else self._acting_known
        known: dict[Token, tuple[ActorRef, ...]] = doer.sentence.answers[ask]
        if doer not in known:
            known[doer] = ask(doer)
        return known[doer]

    def _found(self, doer: Token, *, named: bool) -> tuple[ActorRef, ...]:
        if is_one_of_several(doer, self.actors):
            return ()
        if found := self.actors.of(doer):
            return (*self._first_of(doer, found), *found, *self._joined(doer, found)) if named else found
        if known_by_owner(doer):
            return (self.phrase(doer),)
        if doer.lemma in self.lexicon.classes["weapon"] and (found := self._fired_from(doer)):
            return found
        if doer.is_noun or doer.tag == "CD":  # three out of four nurses
            for head in heads(doer):
                if found := self.actors.of(head) or (
                    self._owner(head) if self._acts(head) or person_by_form(head) else ()
                ):
                    return (*self._first_of(doer, found), *found) if named and head is not doer else found
            if named and (who := next((h for h in heads(doer) if self.somebody(h)), None)) is not None:
                return (self.phrase(who),)
            if (those := doer if counts_people(doer) else those_who(doer)) is not None:
                return (self.phrase(those),)
            return self.sides.taken_up(doer)
        if doer.tag == "PRP" and (ahead := named_ahead(doer)) is not None:
            return self.acting(ahead, named=named)
        if doer.tag == "JJ" and doer.lower in self.lexicon.classes["people"]:
            return (self.phrase(doer),)
        return ()

    def _fired_from(self, weapon: Token) -> tuple[ActorRef, ...]:
        """Who laid or fired them, or the country that they come from: `a bomb planted by rebels`, `rockets fired from Chad`."""
        laid = (by.child("pobj") for c in weapon.childs("acl") for by in c.childs("agent"))
        if found := next((refs for t in laid if t is not None and (refs := self.acting(t))), ()):
            return found
        named = [*prepositions(weapon), *(p for c in weapon.childs("acl", "relcl") for p in prepositions(c))]
        for token in (t for name, t in named if name == "from"):
            ref = self.places.standing(token, set())
            if found := tuple(r for r in (*self.actors.of(token), *((ref,) if ref else ())) if is_country(r.id)):
                return found[:1]
        return ()

    def _joined(self, doer: Token, found: Sequence[ActorRef]) -> tuple[ActorRef, ...]:
        """Those whom nothing lists beside somebody known: `the ferry company and the island council`."""
        others = [h for h in coordinated(doer)[1:] if h.is_noun and not self.actors.of(h)]
        refs = (self.phrase(h) for h in others if self.somebody(h) and not self.is_talk(h))
        return tuple(r for r in refs if all(r.end <= f.start or r.start >= f.end for f in found))

    def _first_of(self, doer: Token, found: Sequence[ActorRef]) -> tuple[ActorRef, ...]:
        """The first of several who act together, where nothing lists it: `the hospital board and the nurses`."""
        if doer.child("conj") is None or not self.somebody(doer) or self.is_talk(doer) or is_measure(doer):
            return ()
        first = self.phrase(doer)
        return (first,) if all(first.end <= f.start or first.start >= f.end for f in found) else ()

    def _owner(self, head: Token) -> tuple[ActorRef, ...]:
        """Whose a thing is; of people whom nothing lists, the people of that country."""
        return (self.people_of(head) if person_by_form(head) else ()) or self.actors.owner(head)

    def people_of(self, head: Token) -> tuple[ActorRef, ...]:
        """The people of a country who are called by a word that nothing lists: `Chilean glassblowers`."""
        found = self.actors.owner(head)
        if len(found) != 1 or len(found[0].id) != 3 or found[0].end > head.start:
            return ()
        return (as_another(self.phrase(head), f"{found[0].id}-CVL"),)

    def _acts(self, head: Token) -> bool:
        """Whether a noun may act for its owner: `the French offensive`, `Lima's decision`, but not `French food`."""
        lemma = head.lemma
        if lemma in self.lexicon.words["counterparts"]:
            return False
        if (
            lemma in self.lexicon.words["contributions"]
            or lemma in self.lexicon.nouns
            or lemma in self.lexicon.nominal
            or lemma in self.lexicon.speech_nouns
        ):
            return True
        return lemma in self.lexicon.asked(_ACTING).words or head.tag.startswith("NNP")

    def of_match(self, match: Match) -> tuple[ActorRef, ...]:
        """The actors of a match."""
        if match.pattern == "thing":
            return self._of_thing(match)
        if match.pattern == "suffered":
            return at_hands(match.verb, self.acting) or self._holding(match)
        if match.verb is None or match.pattern in ("occur", "nominal", "noun"):
            return self.of_noun(match.word)
        doer = subject(match.verb)
        if doer is not None and self.is_talk(doer):
            return self.of_noun(doer) or tuple(
                r for p in doer.childs("prep") for o in p.childs("pobj") for r in self.of_noun(o)
            )
        crewed = doer is not None and "crews" in match.sense.marks
        found = who_arrest(match, self.acting(doer, named=not crewed), self.actors, self.lexicon)
        if crewed and doer is not None and all(r.id.startswith("NAMED:") for r in found):
            found = self.crews.of(doer) or self.acting(doer)
        if not found and match.pattern == "light":
            found = self.of_noun(match.word)
        if not found and doer is not None and doer.lemma in self.lexicon.named:  # the bombing by jets killed three
            found = self.of_noun(doer)
        if not found and match.sense.joint and passive(match.verb):
            found = self._among(match.verb)
        if not found and match.sense.type == "AID" and passive(match.verb):
            found = self._from_whom(match)
        if not found and "given_there" in match.sense.marks:
            found = self._holding(match)
        return found or (at_hands(match.verb, self.acting) if passive(match.verb) else ())

    def _of_thing(self, match: Match) -> tuple[ActorRef, ...]:
        """Who does what is told of a thing: whose crews block it, whose talks or strike it is."""
        if "crews" in match.sense.marks and (found := self.crews.of_any(match.acted_on)):
            return found
        verb = (match.verb,) if match.verb is not None else ()
        if match.sense.type == "RETREAT" and (both := self._between((*match.acted_on, *verb))):
            return both
        if match.sense.type == "MOBILIZE":
            return self._moving(match.acted_on)
        told = (t for t in match.acted_on if self.is_talk(t) or t.lemma in self.lexicon.nouns)
        found = tuple(r for t in told for r in self.of_noun(t)) or self._from_whom(match)
        # a country is where a strike was, and strikes in none
        return tuple(
            r
            for r in found
            if not (
                match.sense.type != "ASSAULT"
                and is_country(r.id)
                and match.acted_on[0].lemma in self.lexicon.words["of_workers"]
            )
        )

    def _from_whom(self, match: Match) -> tuple[ActorRef, ...]:
        """From whom a gift, praise or a request comes: `flour from Chad reached the camp`, `praise poured in from Chad`."""
        if match.sense.type not in _SENT:
            return ()
        verb = (match.verb,) if match.verb is not None and match.pattern == "thing" else ()
        named = [t for above in (*match.acted_on, *verb) for name, t in prepositions(above) if name == "from"]
        given = (c for t in match.acted_on for c in t.childs("acl") if passive(c))
        named += [by for c in given if (by := subject(c)) is not None]
        return next((found for t in named if (found := self.acting(t))), ())

    def _moving(self, things: Sequence[Token]) -> tuple[ActorRef, ...]:
        """Whose tanks or ships move, and the soldiers beside them: `soldiers and tanks rolled into the city`."""
        people = self.lexicon.classes["people"]
        moving = (h for t in things for h in coordinated(t))
        found = (
            (self.actors.of(t) or (self.phrase(t),)) if t.lemma in people else self.actors.owner(t) for t in moving
        )
        return next((refs for refs in found if refs), ())

    def _among(self, verb: Token) -> tuple[ActorRef, ...]:
        """Both sides of what is said to be done between them: `a deal was struck between Chad and Niger`."""
        both = (self.acting(p) for name, p in prepositions(verb) if name in ("among", "between"))
        return next((found for found in both if len({r.id for r in found}) > 1), ())

    def _between(self, things: Sequence[Token]) -> tuple[ActorRef, ...]:
        """Both whom a thing links that runs again: `flights between Chad and Niger resumed`."""
        linked = [p for t in things for name, p in prepositions(t) if name == "between"]
        found = tuple(r for p in linked for r in self.actors.of(p) if self._is_side(r.id))
        return found if len({r.id for r in found}) > 1 else ()

    def _is_side(self, actor: str) -> bool:
        return not actor.startswith("NAMED:") or actor in self.actors.parties

    def of_noun(self, noun: Token) -> tuple[ActorRef, ...]:
        """The actors of an event noun: `A's attack`, `talks between A and B`, `the closure by A`."""
        between = [p for name, p in prepositions(noun) if name in ("between", "among")]
        for p in between:
            if found := self.acting(p):
                return found
        if noun.lemma in self.lexicon.words["sent"] and (found := self._sent_by(noun)):
            return found
        for p in done_by(noun):
            if p.dep == "poss" and self.actors.thing(p) is not None and not self.actors.of(p):
                return ()  # the port's reopening
            if is_done_to(p, noun, self.actors, self.lexicon):
                return ()
            if (found := self.acting(p)) or p.dep == "poss":
                return found
        for clause in noun.childs("relcl"):
            maker = clause.child("nsubj")
            if clause.lemma in self.lexicon.words["making"] and maker is not None and maker.tag not in ("WDT", "WP"):
                return self.acting(maker)
        for clause in noun.childs("acl"):
            if (
                clause.lemma in self.lexicon.words["making"]
                and passive(clause)
                and (found := self.acting(subject(clause)))
            ):
                return found
        if noun.lemma in self.lexicon.classes["stoppage"]:
            workers = [c for c in noun.childs("compound") if c.lemma in self.lexicon.classes["workers"]]
            if workers:
                return (self.phrase(workers[-1]),)  # the dockers strike
        if any(c.dep in ("amod", "compound", "nmod") for c in noun.children):
            owners = self.actors.owner(noun)
            if owners and owners[0].start < noun.start:
                return owners
        return ()

    def _sent_by(self, noun: Token) -> tuple[ActorRef, ...]:
        """From whom words come: `an apology from the Chadian navy`, `condemnation came from Chad`."""
        verb = noun.head if noun.dep == "nsubj" and noun.head is not None and noun.head.lemma == "come" else None
        named = [t for above in (noun, verb) if above is not None for name, t in prepositions(above) if name == "from"]
        return next((r for t in named if (r := self.acting(t))), ())

    def _holding(self, match: Match) -> tuple[ActorRef, ...]:
        """Whose hands somebody dies in, or is given asylum in: the country of the prison, or whose prison it is."""
        for name, token in prepositions(match.verb or match.word):
            if name == "in":
                ref = self.places.standing(token, set())
                if found := self.actors.owner(token) or ((ref,) if ref is not None else ()):
                    return tuple(r for r in found if not r.id.startswith("NAMED:"))
        return ()

    def is_talk(self, token: Token) -> bool:
        """Whether a noun is talks, a deal, a strike: what two sides have, not somebody."""
        return is_talk(token, self.lexicon)

    def is_own(self, token: Token, ids: set[str], refs: Sequence[ActorRef]) -> bool:
        """Whether the phrase is the actor's own: `withdrew its workers`, `defended his country's policy`."""
        owned = (
            t for t in token.childs("poss") if any(same_side(r.id, party_of(i)) for r in self.actors.of(t) for i in ids)
        )
        pronoun = next((c for t in (token, *owned) for c in t.children if c.tag == "PRP$"), None)
        if pronoun is None:
            return False
        owners = self.actors.of(pronoun) or refs
        if not any(same_side(r.id, party_of(i)) if "-" not in i else r.id == i for r in owners for i in ids):
            return False
        if refs and all(is_private(i) for i in ids) and all(sector_of(r.id) == "GOV" for r in refs):
            return False  # farmers urged their government to pay
        return all(any(same_side(r.id, party_of(i)) or r.id.startswith(f"{i} ") for i in ids) for r in refs)

    def inside(self, token: Token, depth: int = 0, avoid: frozenset[str] = frozenset()) -> tuple[ActorRef, ...]:
        """The actors of a noun phrase: whom it stands for, else its owner, else those in its prepositional phrases."""
        if found := self.actors.of(token):
            return found
        if token.is_verb:
            given = (t for t in token.childs("dative") if t.is_noun)  # agreed to pay Chad a fee
            for o in (*given, *objects(token)):
                if found := self.inside(o, depth + 1, avoid):
                    return found
        elif (found := self.actors.owner(token)) and any(is_other(r, avoid) for r in found):
            return found
        if depth >= 3:
            return ()
        talk = self.is_talk(token)
        for name, inner in prepositions(token):
            if talk and name in _TOPIC:
                continue  # talks on the firms' assets
            if inner.is_verb and self.somebody(token):
                continue  # convicted the party of having insulted the miners
            if name in INSIDE and (found := self.inside(inner, depth + 1, avoid)):
                if self.actors.thing(token) and not self.is_known(found):
                    continue  # the road to a town
                if name in _TOPIC and token.lemma in clause_words("laws") and all_unlisted(found):
                    continue  # a bill on foreign agents
                return found
        for clause in token.childs("acl", "relcl"):
            for name, inner in prepositions(clause):
                if name in INSIDE and not inner.is_verb and (found := self.inside(inner, depth + 2, avoid)):
                    return found  # not: laden with what Chad has banned
            if clause.tag == "VBG" and clause.lemma in clause_words("bearing"):
                for borne in clause.childs("dobj"):  # ships flying the Iranian flag
                    if found := self.actors.owner(borne):
                        return found
        for other in token.childs("conj", "appos"):
            if found := self.inside(other, depth + 1, avoid):
                return found
        return ()

    def is_known(self, refs: Sequence[ActorRef]) -> bool:
        """Whether somebody is more than a name of which nothing is known, as a town's is."""
        known = {m.id for m in self.actors.mentions}
        return any(not r.id.startswith("NAMED:") or r.id in known for r in refs)

    def phrase(self, head: Token) -> ActorRef:
        """An actor that nothing lists, known by its own words."""
        return phrase(head, self.actors)

    def is_somewhere(self, token: Token, match: Match | None) -> bool:
        """Whether a phrase is the disputed thing, a thing like it, or a place; what is attacked may be one."""
        if match is not None and match.sense.type == "ASSAULT":
            return False
        named = token.tag.startswith("NNP") and token.lower in features()
        return named or self.actors.thing(token) is not None or self.actors.place_of(token) is not None

    def somebody(self, token: Token) -> bool:
        """Whether the phrase is a name or a word for people, bodies or weapons."""
        classes = self.lexicon.classes
        for t in heads(token, joined=False):
            if (
                is_time(t)
                or t.lower in no_names()
                or (is_measure(t) and any(p.lower == "of" and p.child("pobj") for p in t.childs("prep")))
            ):
                continue  # hundreds of lorries
            if t.tag.startswith("NNP") or person_by_form(t) or is_pair(t):
                return True
            if any(t.lemma in classes[name] for name in _SOMEBODY):
                return True
        return False
