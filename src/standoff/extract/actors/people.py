"""Who a person's name stands for: country and sector by the office beside it, else by the page's other mentions of him."""

from typing import TYPE_CHECKING

from standoff.actor_ids import coded, is_country, party_of, sector_of
from standoff.extract.actors.bodies_meant import only_body
from standoff.extract.actors.denoted import Denoted, body_start, locative, name_start, phrase_head, words_of
from standoff.extract.actors.gazetteer import known_names
from standoff.extract.actors.modifiers import is_elsewhere, sector_in
from standoff.extract.actors.names import Name, noun_at
from standoff.extract.actors.officials import acted_on, speaks_for, spoke_before, state_of
from standoff.extract.actors.rulers import ruled_by
from standoff.extract.actors.seats import seat_of_clause
from standoff.lexicon.actors import ActorNoun, navies
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token

if TYPE_CHECKING:
    from standoff.extract.actors.phrases import Phrases

_APPOSITION = 9  # tokens after a name's comma in which its office may stand
_MENTIONS = 20  # of one name that are looked at


class People:
    """Resolves names of people, and of those of whom it is not known what they are."""

    def __init__(self, phrases: "Phrases") -> None:
        self._phrases = phrases
        self._tasks: dict[str, list[str | Token]] = {}

    def of(self, head: Token, name: Name) -> tuple[Denoted, ...]:
        """The person; nobody where an unknown name only says where."""
        if name.kind == "proper" and locative(head):
            return ()
        role, noun = self._role(head, name)
        if noun is None and head.dep == "appos" and head.head is not None:
            noun = self._phrases.noun(head.head)
        department = _by_ministry(role)
        sector = (sector_in(head, noun, role) if noun is not None and department is None else None) or name.sector
        code = (
            self._phrases.country(head)
            or (self._phrases.country(name.office) if name.office else None)
            or self._country_beside(head, name)
            or department
        )
        part = code is not None and noun is not None and noun.for_owner and sector_of(code) is not None
        id_ = name.id if code is None else code if part else coded(code, sector)  # a state's firm has heads of its own
        if code is None and id_.startswith("NAMED:"):
            id_, sector = self._elsewhere_on_page(head, name, noun, sector)
        person = name.kind == "person" or noun is not None
        return (
            Denoted(
                start=name_start(head, name.tokens[0]) if name.office is None else body_start(name.office),
                end=name.end,
                id=id_,
                name=name.name,
                sector=sector_of(id_) or (None if code is not None and code.startswith("NAMED:") else sector),
                role=role,
                person=person,
                noun=noun.id if noun is not None else None,
                named=True,
                human=person or self._phrases.names.is_human(name),
            ),
        )

    def _elsewhere_on_page(
        self, head: Token, name: Name, noun: ActorNoun | None, sector: str | None
    ) -> tuple[str, str | None]:
        """Id and sector of a person, or a ship, whose country does not stand beside him."""
        if (
            (navy := navies().get(name.tokens[0].lower)) is not None
            and name.tokens[0].text.isupper()
            and name.tokens[1:]
        ):
            return coded(navy, "MIL"), "MIL"
        told = noun is not None and self._turn_of(head, noun, name)
        if told:
            return coded(told, sector), sector
        if self._of_commission(head, name):
            return "IGO-EU", sector
        other = self._mentioned(name)
        if other is not None:
            return other.id, sector or other.sector
        task = next((found for one in self._tasks_of(name) if (found := self._by_task(one))), None)
        if task is not None:
            return coded(task, "GOV"), "GOV"
        if noun is None or noun.kind != "person":
            return name.id, sector
        if noun.for_owner and (body := only_body(self._phrases.names, sector)) is not None:
            return body, sector
        if noun.home and (seat := seat_of_clause(head, self._phrases.names)) is not None:
            return coded(seat, sector), sector
        if (ruled := ruled_by(noun.id, self._phrases.names, head.sentence)) is not None:
            return coded(ruled, "GOV"), "GOV"
        home = self._phrases.home
        if home.sure and home.code in acted_on(head, self._phrases.names):
            return name.id, sector  # in Kampala: the minister accused Uganda
        earlier = self._phrases.refer(head, noun)
        if earlier and home.sure and not (earlier[0].person and earlier[0].id.startswith("NAMED:")):
            return earlier[0].id, sector
        if noun.home and home.sure and home.code is not None and not is_elsewhere(head):
            return coded(home.code, sector), sector
        return name.id, sector

    def _of_commission(self, head: Token, name: Name) -> bool:
        """Whether a commissioner's field is one of the European Commission's, on a page that names the EU: `Trade Commissioner Ana Dahl`."""
        role, noun = self._role(head, name)
        office = head.head if head.dep == "appos" else None
        if role is None and office is not None and office.lemma == "commissioner":
            role, noun = words_of(office, body_start(office), office.end), self._phrases.noun(office)
        if role is None or noun is None or noun.id != "commissioner":
            return False
        known = any(n.id == "IGO-EU" for found in self._phrases.names.by_sentence for n in found)
        return known and not clause_words("commission_fields").isdisjoint(role.lower().split())

    def _turn_of(self, head: Token, noun: ActorNoun, name: Name) -> str | None:
        """The state of an official by what his clause and the one before tell, where no mention of him says whose he is."""
        names, home = self._phrases.names, self._phrases.home
        if not noun.home or noun.sector != "GOV" or is_elsewhere(head) or ruled_by(noun.id, names, head.sentence):
            return None
        if (own := speaks_for(head, names)) is not None:
            return own
        if home.sure and home.code not in acted_on(head, names) and spoke_before(head, names) in (None, home.code):
            return None
        heads = (phrase_head(other.tokens[-1]) for other in names.same(name)[:_MENTIONS] if other is not name)
        if any(self._phrases.country(h) or h.dep == "appos" for h in heads):
            return None
        return state_of(head, names)

    def _mentioned(self, name: Name) -> Denoted | None:
        """The same person where the page says whose he is."""
        for other in self._phrases.names.same(name)[:_MENTIONS]:
            if other is name:
                continue
            found = [d for d in self._phrases.denoted(phrase_head(other.tokens[-1])) if d.name == name.name]
            if len(found) == 1 and not found[0].id.startswith("NAMED:"):
                return found[0]
        return None

    def _tasks_of(self, name: Name) -> list[str | Token]:
        """What the page's mentions of somebody say of whom he acts for, in order: most say nothing."""
        known = self._tasks.get(name.name)
        if known is None:
            mentions = self._phrases.names.same(name)[:_MENTIONS]
            known = [task for one in mentions if (task := self._task(one)) is not None]
            self._tasks[name.name] = known
        return known

    def _by_task(self, task: str | Token) -> str | None:
        """The country that somebody is sent by, or whose delegation he leads."""
        if isinstance(task, str):
            return task
        found = self._phrases.alone(task)
        return found[0].id if len(found) == 1 and is_country(found[0].id) else None

    def _task(self, name: Name) -> str | Token | None:
        """Whom somebody is sent by or whom he leads: a country, or the head of the phrase that tells."""
        head = phrase_head(name.tokens[-1])
        verb = head.head
        if (whose := self._in_turn(name)) is not None:
            return whose
        if verb is None or not verb.is_verb:
            return None
        other = None
        if verb.lemma in clause_words("leading_a_team"):
            other = next((o for o in verb.childs("dobj") if o.i > head.i), None)
        elif head.dep in ("dobj", "oprd") and verb.lemma in clause_words("sending_envoys"):
            other = verb.child("nsubj")
        noun = self._phrases.noun(other) if other is not None else None
        if other is None or (verb.lemma in clause_words("leading_a_team") and (noun is None or noun.sector != "GOV")):
            return None
        return other

    def _in_turn(self, name: Name) -> str | None:
        """The country of somebody whose verb stands only before the first: `Lopes led the one team, Paz the Chilean one`."""
        tokens = name.tokens[0].sentence.tokens
        at = name.tokens[-1].i + 1
        if at + 2 >= len(tokens) or tokens[at].lower != "the" or tokens[at + 2].lower != "one":
            return None
        whose = self._phrases.names.at(tokens[at + 1])
        led = any(t.is_verb and t.lemma in clause_words("leading_a_team") for t in tokens[:at])
        return party_of(whose.id) if led and whose is not None and is_country(whose.id) else None

    def _role(self, head: Token, name: Name) -> tuple[str | None, ActorNoun | None]:
        """The office printed before or after a name, and its noun."""
        tokens = head.sentence.tokens
        at = name.tokens[0].i - 1
        if name.office is not None:
            at = name.office.i
        if at >= 0 and self._phrases.names.at(tokens[at]) is None:
            noun = noun_at(tokens[at])
            if noun is not None and noun.kind == "person":
                first = at
                while first > 0 and self._of_title(tokens[first - 1]):
                    first -= 1
                last = tokens[name.tokens[0].i - 1] if name.office is not None else tokens[at]
                return words_of(head, tokens[first].start, last.end), noun
        for child in self._beside(head, name):
            noun = self._phrases.noun(child)
            if noun is not None and noun.kind == "person":
                return words_of(head, body_start(child), child.end), noun
        return None, None

    def _beside(self, head: Token, name: Name) -> list[Token]:
        """What explains a name after it: appositions, and by their place those that the parser missed."""
        found = head.childs("appos")
        tokens = head.sentence.tokens
        at = name.tokens[-1].i + 1
        if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")":
            at += 3
        if not found and at < len(tokens) and tokens[at].text == ",":
            for token in tokens[at + 1 : at + _APPOSITION]:
                if token.text == "," or token.is_verb or token.tag == "CC" or token.lower == "said":
                    break
                if token.is_noun and self._phrases.names.at(token) is None and token.dep not in ("compound", "poss"):
                    return [token]
        return found

    def _of_title(self, token: Token) -> bool:
        """Whether a word may stand inside an office: Deputy Foreign Minister, chief delegate."""
        if self._phrases.names.at(token) is not None:
            return False
        return token.text == "-" or (token.text[0].isalpha() and (token.is_noun or token.tag == "JJ"))

    def _country_beside(self, head: Token, name: Name) -> str | None:
        """The country of an apposition: of `Suh Ho, the North's delegate`, or of the noun that the name explains."""
        for child in self._beside(head, name):
            if self._phrases.noun(child) is not None and (found := self._phrases.country(child)):
                return found
        explained = head.head if head.dep == "appos" else None
        noun = self._phrases.noun(explained) if explained is not None else None
        if explained is None or noun is None:
            return None
        if noun.other_side and not self._phrases.owners(explained):  # his counterpart, Juan Soto
            whom = self._phrases.alone(explained)
            return whom[0].id if len(whom) == 1 and is_country(whom[0].id) else None
        return self._phrases.country(explained)


def _by_ministry(role: str | None) -> str | None:
    """The country of an office whose ministry or department is known by name: the Labor Secretary, of the Labor Department."""
    if role is None or not role.endswith(("inister", "ecretary")):
        return None
    if role.endswith("ecretary"):
        words = role.split()[-2:-1]
        entry = known_names().entry(f"{words[0]} Department") if words else None
    else:
        entry = known_names().entry(f"{role.removesuffix('er')}ry")
    return entry.id if entry is not None else None
