"""Who acts and on whom: the actors that a match's subject, objects and prepositional phrases stand for."""

from collections.abc import Sequence

from standoff.extract.actors import Actors
from standoff.extract.draft import Draft
from standoff.extract.events.clause import heads, objects, prepositions, subject
from standoff.extract.events.match import Match
from standoff.extract.events.places import INSIDE, Places
from standoff.extract.events.refs import is_among, is_other, own_government, phrase, same_side
from standoff.extract.events.words import is_time, person_by_form
from standoff.lexicon.actions import Actions
from standoff.model import ActorRef, PloverType
from standoff.parse import Sentence, Token

_MATERIAL: frozenset[PloverType] = frozenset(
    {"SANCTION", "COERCE", "RETREAT", "REQUEST", "THREATEN", "REJECT", "AGREE"}
)


class Roles:
    """Fills the places of an event on one page."""

    def __init__(self, lexicon: Actions, actors: Actors) -> None:
        self.lexicon = lexicon
        self.actors = actors
        self.places = Places(lexicon, actors)
        self.last: tuple[Sentence, tuple[ActorRef, ...]] | None = None

    def remember(self, sentence: Sentence, drafts: Sequence[Draft]) -> None:
        """Keeps whose act the sentence told last: the next one may call it `the move`."""
        acts = [
            d for d in drafts if d.actors and d.content_of is None and d.status in ("happened", "ongoing", "planned")
        ]
        if acts:
            self.last = sentence, acts[-1].actors

    def taken_up(self, noun: Token) -> tuple[ActorRef, ...]:
        """Whose act a definite noun takes up that the sentence before told: `the move`, `this step`."""
        if self.last is None or noun.lemma not in self.lexicon.words["taken_up"]:
            return ()
        sentence, actors = self.last
        article = noun.child("det")
        definite = (
            article is not None and article.lower in ("the", "this", "that") and not noun.child("poss", "prep", "acl")
        )
        near = sentence.part == noun.sentence.part and 0 < noun.sentence.index - sentence.index <= _REACH
        return actors if definite and near else ()

    def spelled(self, refs: Sequence[ActorRef], near: Token) -> tuple[ActorRef, ...]:
        """The same actors, a pronoun replaced by the name before it in the sentence that stands for the same actor."""
        out = []
        for ref in refs:
            if (
                ref.end - ref.start <= 5
                and near.sentence.text[ref.start - near.sentence.start : ref.end - near.sentence.start].lower()
                in _PRONOUNS
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
        if found := self.actors.of(doer):
            return found
        if doer.is_noun:
            for head in heads(doer):
                if found := self.actors.of(head) or (
                    self._owner(head) if self._acts(head) or person_by_form(head) else ()
                ):
                    return found
            if named and (who := next((h for h in heads(doer) if self.somebody(h)), None)) is not None:
                return (self.phrase(who),)
            return self.taken_up(doer)
        if doer.tag == "JJ" and doer.lower in self.lexicon.classes["people"]:
            return (self.phrase(doer),)
        return ()

    def _owner(self, head: Token) -> tuple[ActorRef, ...]:
        """Whose a thing is; of people whom nothing lists, the people of that country: `Chilean glassblowers`."""
        found = self.actors.owner(head)
        if len(found) == 1 and len(found[0].id) == 3 and found[0].end <= head.start and person_by_form(head):
            phrase = self.phrase(head)
            return (ActorRef(start=phrase.start, end=phrase.end, id=f"{found[0].id}-CVL"),)
        return found

    def _acts(self, head: Token) -> bool:
        """Whether a noun may act for its owner: `the French offensive`, `Seoul's decision`, but not `French food`."""
        lemma = head.lemma
        if (
            lemma in _GIVING
            or lemma in self.lexicon.nouns
            or lemma in self.lexicon.nominal
            or lemma in self.lexicon.speech_nouns
        ):
            return True
        return any(lemma in self.lexicon.classes[name] for name in _ACTING) or head.tag.startswith("NNP")

    def both_parties(self, near: Token) -> tuple[ActorRef, ...]:
        """The two sides of a two-sided page, each by its nearest mention."""
        parties = self.actors.parties
        if len(parties) != 2:
            return ()
        found = [self.mention(p, near) for p in parties]
        return tuple(r for refs in found for r in refs) if all(found) else ()

    def of_match(self, match: Match) -> tuple[ActorRef, ...]:
        """The actors of a match."""
        if match.pattern == "thing":
            return tuple(r for t in match.acted_on if self._is_talk(t) for r in self.of_noun(t))
        if match.pattern == "suffered":
            return self._holding(match)
        if match.verb is None or match.pattern in ("occur", "nominal", "noun"):
            return self.of_noun(match.word)
        doer = subject(match.verb)
        if doer is not None and self._is_talk(doer):
            return self.of_noun(doer) or tuple(
                r for p in doer.childs("prep") for o in p.childs("pobj") for r in self.of_noun(o)
            )
        found = self.acting(doer)
        if not found and match.pattern == "light":
            found = self.of_noun(match.word)
        return found

    def of_noun(self, noun: Token) -> tuple[ActorRef, ...]:
        """The actors of an event noun: `A's attack`, `talks between A and B`, `the closure by A`."""
        between = [p for name, p in prepositions(noun) if name in ("between", "among")]
        for p in between:
            if found := self.actors.of(p):
                return found
        for p in [p for name, p in prepositions(noun) if name == "by"]:
            if found := self.acting(p):
                return found
        if owner := noun.child("poss"):
            return self.acting(owner)
        for clause in noun.childs("relcl"):
            maker = clause.child("nsubj")
            if clause.lemma in _MAKING and maker is not None and maker.tag not in ("WDT", "WP"):
                return self.acting(maker)
        if any(c.dep in ("amod", "compound", "nmod") for c in noun.children):
            owners = self.actors.owner(noun)
            if owners and owners[0].start < noun.start:
                return owners
        return ()

    def aimed_at(self, attack: Token, actors: Sequence[ActorRef]) -> tuple[ActorRef, ...]:
        """Whom an attack is on: `an attack by rebels on the convoy`; else nobody."""
        ids = {a.id for a in actors}
        by = [t for name, t in prepositions(attack) if name == "by"]
        for name, target in (p for t in (attack, *by) for p in prepositions(t)):
            if name in ("on", "against") and not is_time(target):
                found = tuple(r for r in self.actors.of(target) if r.id not in ids)
                if found or self.somebody(target) or target.lemma in self.lexicon.classes["shut"]:
                    return found or (self.phrase(target),)
        return ()

    def _is_talk(self, token: Token) -> bool:
        """Whether a noun is talks, a deal, a strike: what two sides have, not somebody."""
        return token.lemma in self.lexicon.classes["meeting"] or token.lemma in _EFFORTS

    def of_place(self, match: Match) -> tuple[ActorRef, ...]:
        """Who does what a passive does not say: the country people are expelled from, or arrested in."""
        wanted = _WHERE_ACTOR.get(match.sense.mode or "")
        if wanted is None or match.verb is None:
            return ()
        for name, token in prepositions(match.verb):
            if name == wanted and token.tag.startswith("NNP"):
                if found := self.actors.of(token):
                    return found
                if ref := self.places.standing(token, set()):
                    return (ref,) if not ref.id.startswith("NAMED:") else ()
        return ()

    def _holding(self, match: Match) -> tuple[ActorRef, ...]:
        """Whose hands somebody dies in: the country of the prison, or whose prison it is."""
        for name, token in prepositions(match.verb or match.word):
            if name == "in":
                ref = self.places.standing(token, set())
                if found := self.actors.owner(token) or ((ref,) if ref is not None else ()):
                    return tuple(r for r in found if not r.id.startswith("NAMED:"))
        return ()

    def acted_upon(self, match: Match, actors: Sequence[ActorRef]) -> tuple[ActorRef, ...]:
        """The recipients of a match, looked for where the sense or its type says; places and mere words come last."""
        sources = match.sense.to or self.lexicon.recipients.get(match.sense.type, ("object",))
        taken = {(a.start, a.end) for a in actors}
        ids = {a.id for a in actors}
        doer = subject(match.verb) if match.verb is not None else None
        if doer is not None and match.pattern not in ("thing", "suffered") and not self._is_talk(doer):
            below = doer.subtree()
            inside = match.verb in below
            taken.add((doer.start, doer.end) if inside else (below[0].start, below[-1].end))
        places = self._places(match)
        tokens = [(source, token) for source in sources for token in places.get(source, ()) if not is_time(token)]
        for source, token in tokens:
            if match.sense.joint and len(ids) > 1 and source in _TOPIC:
                continue  # a deal of two sides on somebody's border
            refs = self.actors.owner(token) if source == "owner" else self.inside(token, 0, frozenset(ids))
            refs = refs or self.taken_up(token)
            if source == "object" and match.sense.mode not in _DISMISSING and self._own(token, ids, refs):
                continue
            found = tuple(
                r
                for r in refs
                if is_other(r, ids)
                and not own_government(r, ids, token)
                and not any(r.start < e and s < r.end for s, e in taken)
            )
            if found and source in _WHERE and not self.places.held_by_place(match) and not self._known(found):
                continue  # the road to a town
            if found and match.sense.joint and len(ids) > 1 and all(is_among(r.id, ids) for r in found):
                return tuple(actors)
            if found:
                return found
            personal = source in ("object", *_PERSONAL) or (source == "in" and match.sense.type == "COERCE")
            if source in _WHERE and token.tag.startswith("NNP") and not self.places.held_by_place(match):
                continue
            struck = match.sense.type == "ASSAULT" and token.lemma in _STRUCK
            named = token.is_noun and personal and (struck or self.somebody(token))
            if not refs and named and not self._somewhere(token, match) and not self._is_talk(token):
                return (self.phrase(token), *self.places.where_they_live(token, match, ids))
        if match.sense.joint and len(ids) > 1:
            return tuple(actors)
        if match.sense.type != "CONSULT" and (ids or match.sense.type != "MOBILIZE"):
            for _, token in tokens:
                if ref := self.places.standing(
                    token, ids, by_name=match.sense.type in ("ASSAULT", "COERCE") and self.places.held_by_place(match)
                ):
                    return (ref,)
        return self.places.in_clause(match, ids)

    def _own(self, token: Token, ids: set[str], refs: Sequence[ActorRef]) -> bool:
        """Whether the phrase is the actor's own: `withdrew its workers`."""
        pronoun = next((c for c in token.children if c.tag == "PRP$"), None)
        if pronoun is None:
            return False
        owners = self.actors.of(pronoun) or refs
        if not any(same_side(r.id, i.split("-")[0]) if "-" not in i else r.id == i for r in owners for i in ids):
            return False
        return all(any(same_side(r.id, i.split("-")[0]) or r.id.startswith(f"{i} ") for i in ids) for r in refs)

    def _places(self, match: Match) -> dict[str, list[Token]]:
        """Where recipients may stand: source name -> heads, nearest first."""
        places: dict[str, list[Token]] = {}
        word, verb = match.word, match.verb
        passive_objects = [t for t in match.acted_on if t is not word]
        places["object"] = [t for t in passive_objects if match.pattern != "light" or t is not word]
        if match.pattern == "light":
            places["object"] = [t for t in (verb.childs("dative") if verb else []) if t.is_noun or t.tag == "PRP"]
            if word.lemma in self.lexicon.nominal:
                places["object"] += word.childs("poss")  # ordered the tanker's release
        places["owner"] = list(match.acted_on)
        below = [p for t in match.trigger if t.is_noun and t is not word for p in prepositions(t)]
        if match.pattern in ("light", "noun", "nominal", "occur"):
            below += prepositions(word)
        if verb is not None:
            below += prepositions(verb)
            dative = verb.child("dative")
            if dative is not None:
                target = dative.child("pobj") if dative.tag in ("IN", "TO") else dative
                if target is not None:
                    places["dative"] = [target]
            doer = subject(verb)
            if match.sense.joint and doer is not None and self._is_talk(doer):
                below += prepositions(doer)
        for o in match.acted_on:
            if o is not word:
                below += prepositions(o)
        if verb is not None and match.sense.type in ("AID", "CONSULT", "COOPERATE", "SUPPORT", "ASSAULT", "AGREE"):
            for x in verb.childs("xcomp", "advcl"):
                below += prepositions(x)
                if match.sense.type == "AID":
                    below += [("for", t) for t in x.childs("dobj")]
                places["object"] = places["object"] + ([] if match.pattern == "verb+object" else x.childs("dobj"))
            for o in match.acted_on:
                for x in o.childs("acl"):
                    if x.tag == "VB":
                        below += [*prepositions(x), *(("to", t) for t in x.childs("dobj"))]
        for name, token in below:
            places.setdefault(name, []).append(token)
        return places

    def inside(self, token: Token, depth: int = 0, avoid: frozenset[str] = frozenset()) -> tuple[ActorRef, ...]:
        """The actors of a noun phrase: whom it stands for, else its owner, else those in its prepositional phrases."""
        if found := self.actors.of(token):
            return found
        if token.is_verb:
            for o in objects(token):
                if found := self.inside(o, depth + 1, avoid):
                    return found
        elif (found := self.actors.owner(token)) and not all(r.id in avoid for r in found):
            return found
        if depth >= 3:
            return ()
        talk = self._is_talk(token)
        for name, inner in prepositions(token):
            if talk and name in _TOPIC:
                continue  # talks on the firms' assets
            if inner.is_verb and self.somebody(token):
                continue  # convicted the party of having insulted the miners
            if name in INSIDE and (found := self.inside(inner, depth + 1, avoid)):
                if self.actors.thing(token) and not self._known(found):
                    continue  # the road to a town
                return found
        for clause in token.childs("acl", "relcl"):
            for name, inner in prepositions(clause):
                if name in INSIDE and (found := self.inside(inner, depth + 2, avoid)):
                    return found
        for other in token.childs("conj", "appos"):
            if found := self.inside(other, depth + 1, avoid):
                return found
        return ()

    def _known(self, refs: Sequence[ActorRef]) -> bool:
        """Whether somebody is more than a name of which nothing is known, as a town's is."""
        known = {m.id for m in self.actors.mentions}
        return any(not r.id.startswith("NAMED:") or r.id in known for r in refs)

    def asked(
        self, verb: Token, sources: Sequence[str], actors: Sequence[ActorRef], contents: Sequence[Token] = ()
    ) -> tuple[ActorRef, ...]:
        """The one spoken to, from the places that a verb of speaking lists."""
        ids = {a.id for a in actors}
        named = prepositions(verb)
        named += [(name, t) for c in contents if c.is_noun for name, t in prepositions(c) if name == "from"]
        for source in sources:
            if source == "object":
                tokens = objects(verb)
            elif source == "dative":
                tokens = [
                    t for d in verb.childs("dative") for t in ([d] if d.tag not in ("IN", "TO") else d.childs("pobj"))
                ]
            else:
                tokens = [t for name, t in named if name == source]
            for token in tokens:
                if token in contents:
                    continue
                refs = self.actors.of(token)
                if self._own(token, ids, refs):
                    return (ActorRef(start=token.start, end=token.end, id=f"NAMED:its {token.lower}"),)
                found = tuple(r for r in refs if r.id not in ids and not own_government(r, ids, token))
                if found:
                    return found
                if source == "in":
                    if (ref := self.places.standing(token, ids)) is not None:
                        return (ref,)
                    continue
                if token.is_noun and self._spoken_to(token, verb if source == "object" else None):
                    return (self.phrase(token),)
        return ()

    def awaited(self, verb: Token | None, actors: Sequence[ActorRef]) -> tuple[ActorRef, ...]:
        """Who is to act first: `will not end the strike until the ministry pays`."""
        ids = {a.id for a in actors}
        for clause in verb.childs("advcl") if verb is not None else []:
            if not any(c.dep == "mark" and c.lower in _UNTIL for c in clause.children):
                continue
            doer = subject(clause)
            for token in (doer, *(t for c in clause.childs("ccomp") for t in c.childs("nsubj"))):
                if token is None or token.tag == "PRP":
                    continue
                if found := tuple(r for r in self.actors.of(token) if r.id not in ids):
                    return found
                if token.is_noun and self.somebody(token):
                    return (self.phrase(token),)
        return ()

    def given(self, contents: Sequence[Token], actors: Sequence[ActorRef]) -> tuple[ActorRef, ...]:
        """To whom something is or is not given: `refused to give the army any information`."""
        ids = {a.id for a in actors}
        for token in (d for c in contents for d in c.childs("dative") if d.is_noun):
            if found := tuple(r for r in self.actors.of(token) if r.id not in ids):
                return found
            if self.somebody(token):
                return (self.phrase(token),)
        return ()

    def counterpart(self, actors: Sequence[ActorRef], match: Match) -> tuple[ActorRef, ...]:
        """The other party of a two-sided page, where one party acts on the thing that both share."""
        parties = self.actors.parties
        if len(parties) != 2 or match.sense.type not in _MATERIAL or not actors:
            return ()
        if not any(self.actors.thing(t) for t in match.acted_on) and not self._withdraws_from_thing(match):
            return ()
        mine = [n for n, p in enumerate(parties) if any(same_side(a.id, p) for a in actors)]
        if len(mine) != 1:
            return ()
        other = parties[1 - mine[0]]
        return self.mention(other, match.word)

    def _withdraws_from_thing(self, match: Match) -> bool:
        """Whether somebody pulls people out where the clause speaks of a thing that both share."""
        if match.verb is None or match.sense.mode != "withdraw":
            return False
        return any(t.is_noun and self.actors.thing(t) for t in match.verb.subtree())

    def mention(self, party: str, near: Token) -> tuple[ActorRef, ...]:
        """The mention of a party nearest before a token, else the first after it."""
        best: ActorRef | None = None
        for actor in self.actors.mentions:
            if not same_side(actor.id, party):
                continue
            if best is None or actor.start <= near.start:
                best = ActorRef(start=actor.start, end=actor.end, id=party)
            if actor.start > near.start:
                break
        return (best,) if best is not None else ()

    def phrase(self, head: Token) -> ActorRef:
        """An actor that nothing lists, known by its own words."""
        return phrase(head, self.actors)

    def _spoken_to(self, token: Token, verb: Token | None) -> bool:
        """Whether a phrase that nothing lists is somebody asked: people, or the object that is to do something."""
        if self._somewhere(token, None) or self._is_talk(token):
            return False
        return self.somebody(token) or (verb is not None and verb.child("xcomp", "ccomp") is not None)

    def _somewhere(self, token: Token, match: Match | None) -> bool:
        """Whether a phrase is the disputed thing, a thing like it, or a place; what is attacked may be one."""
        if match is not None and match.sense.type == "ASSAULT":
            return False
        return self.actors.thing(token) is not None or self.actors.place_of(token) is not None

    def somebody(self, token: Token) -> bool:
        """Whether the phrase is a name or a word for people, bodies or weapons."""
        classes = self.lexicon.classes
        for t in heads(token, joined=False):
            if is_time(t):
                continue
            if t.tag.startswith("NNP") or person_by_form(t):
                return True
            if any(t.lemma in classes[name] for name in ("people", "organisations", "arms", "weapon")):
                return True
        return False


_REACH = 2  # sentences
_WHERE_ACTOR = {"arrest": "in", "deport": "from", "expel": "from"}
_MAKING = frozenset(
    {"announce", "carry", "hold", "issue", "launch", "make", "present", "put", "send", "stage", "table"}
)
_TOPIC = frozenset({"about", "on", "over"})
_WHERE = frozenset({"at", "for", "in", "into", "of", "to"})
# What is hit is held by somebody, whom the words before it name or not: `rebel targets`.
_STRUCK = frozenset(
    {"bus", "checkpoint", "depot", "hideout", "outpost", "post", "ship", "stronghold", "target", "tanker", "vehicle"}
)
_UNTIL = frozenset({"till", "unless", "until"})
_DISMISSING = frozenset({"expel"})
_PRONOUNS = frozenset({"it", "its", "he", "his", "him", "she", "her", "they", "their", "them", "who", "which", "that"})
_GIVING = frozenset(
    {"aid", "assistance", "budget", "contribution", "donation", "fund", "funding", "grant", "loan", "package"}
)
_ACTING = (
    "agreement",
    "arms",
    "blow",
    "demand",
    "document",
    "law",
    "officials",
    "operation",
    "organisations",
    "people",
    "plan",
    "restriction",
    "troops",
    "weapon",
)
_EFFORTS = frozenset(
    ("agreement", "attempt", "blockade", "boycott", "ceasefire", "curfew", "deal", "effort", "fighting", "lockdown", "lockout", "occupation",
     "plan", "process", "proposal", "protest", "siege", "sit-in", "stoppage", "strike", "truce", "walkout", "war")
)  # fmt: skip
_PERSONAL = ("on", "against", "to", "with", "dative", "into", "for", "at", "of")
