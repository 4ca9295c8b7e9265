"""Every construction that English has for telling an act, with acts of several types: who did it is found in each."""

import pytest
from tests.extract.asked import done, drafts

pytestmark = pytest.mark.model

# type, actor, its code, base, past, participle, gerund, object, noun
ACTS = (
    ("COERCE", "Kenya", "KEN", "close", "closed", "closed", "closing", "the Busia crossing", "closure of"),
    (
        "SANCTION",
        "Turkey",
        "TUR",
        "suspend",
        "suspended",
        "suspended",
        "suspending",
        "flights to Israel",
        "suspension of",
    ),
    (
        "RETREAT",
        "Pakistan",
        "PAK",
        "reopen",
        "reopened",
        "reopened",
        "reopening",
        "the Chaman crossing",
        "reopening of",
    ),
    ("COERCE", "Iran", "IRN", "seize", "seized", "seized", "seizing", "a Greek tanker", "seizure of"),
    ("RETREAT", "Israel", "ISR", "release", "released", "released", "releasing", "40 Lebanese prisoners", "release of"),
    (
        "SANCTION",
        "Algeria",
        "DZA",
        "expel",
        "expelled",
        "expelled",
        "expelling",
        "two Moroccan diplomats",
        "expulsion of",
    ),
)
CONSTRUCTIONS = (
    "{A} {past} {obj} on Tuesday.",
    "{obj} {was} {pp} by {A} on Tuesday.",
    "{A} {base}s {obj}",
    "Relations soured, with {A} {ing} {obj} on Tuesday.",
    "{A} raised the stakes on Tuesday, {ing} {obj}.",
    "{A}, which {past} {obj} on Tuesday, had no comment.",
    "The {noun} {obj} by {A} on Tuesday surprised diplomats.",
    "{A}'s {noun} {obj} on Tuesday surprised diplomats.",
    "Prices jumped after {A} {past} {obj} on Tuesday.",
    "Having {pp} {obj} on Tuesday, {A} waited.",
    "{A} said that it had {pp} {obj}.",
    "It was {A} that {past} {obj} on Tuesday.",
    "{obj}, {pp} by {A} on Tuesday, made headlines.",
    "{A} warned its neighbours and {past} {obj}.",
    "{A} went ahead on Tuesday and {past} {obj}.",
    "By {ing} {obj} on Tuesday, {A} took a risk.",
    "Markets reacted to {A}'s {noun} {obj}.",
    "When {A} {past} {obj} on Tuesday, few were surprised.",
    "{A} has {pp} {obj}, officials said on Tuesday.",
    "According to officials, {A} {past} {obj} on Tuesday.",
    "A week ago {A} {past} {obj}; since then there has been silence.",
    "{A} on Tuesday {past} {obj}, a day after talks ended, in a move that analysts had expected for weeks.",
    "{A} moved on Tuesday to {base} {obj}.",
    "{A} went on to {base} {obj} on Tuesday.",
    "{A} has been forced to {base} {obj}.",
    "{A} announced on Tuesday that {obj} had been {pp}.",
    "In a statement on Tuesday, {A} said {obj} had been {pp}.",
    "{obj} {was} {pp} on Tuesday on the orders of {A}.",
    "{obj} {was} {pp} on Tuesday, {A} said.",
    "{obj} {was} ordered {pp} by {A} on Tuesday.",
    "On Tuesday {A} {past} {obj}.",
    "{A} made good on Tuesday on a threat to {base} {obj}.",
    "{A} carried out its threat to {base} {obj} on Tuesday.",
    "{A} resorted on Tuesday to {ing} {obj}.",
    "{A} would later {base} {obj}.",
    "{A}, the ministry said, {past} {obj}.",
    "{A} did {base} {obj} on Tuesday, despite earlier denials.",
    "Tuesday saw {A} {base} {obj}.",
    "{A} elected to {base} {obj}.",
    "{A} wasted no time in {ing} {obj} on Tuesday.",
    "{A} proceeded to {base} {obj}.",
    "Not only did {A} {base} {obj} on Tuesday, it also warned its neighbours.",
    "After {ing} {obj} on Tuesday, {A} asked for talks.",
    "{A}'s {noun} {obj} came on Tuesday.",
    "{A}'s response was to {base} {obj}.",
    "{A} gave orders on Tuesday to {base} {obj}.",
)
# What stays silent, with how it is told.
SILENT = (
    "{A} saw fit to {base} {obj}.",
    "{A} saw no choice but to {base} {obj}.",
    "What {A} did on Tuesday was to {base} {obj}.",
)


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
def test_every_construction_tells_who_acts(construction: str) -> None:
    assert not missed(construction)


@pytest.mark.parametrize("construction", SILENT)
@pytest.mark.xfail(strict=True, reason="the act stands under a noun or an adjective that nothing lists")
def test_constructions_that_tell_nothing_yet(construction: str) -> None:
    assert not missed(construction)


def missed(construction: str) -> list[str]:
    out = []
    for type_, actor, code, base, past, participle, gerund, acted_on, noun in ACTS:
        text = construction.format(
            A=actor,
            past=past,
            base=base,
            pp=participle,
            ing=gerund,
            obj=acted_on,
            noun=noun,
            was="were" if acted_on.endswith("s") else "was",
        )
        text = text[0].upper() + text[1:]
        found = [(d.type, [a.id for a in d.actors]) for d in drafts(text)]
        if (type_, [code]) not in found:
            out.append(f"{text} {found}")
    return out


def test_what_is_no_longer_done_is_not_done() -> None:
    (draft,) = drafts("Togo is no longer letting Ghanaian lorries in.")
    assert draft.type == "COERCE"


def test_what_is_ordered_done_is_done() -> None:
    (draft,) = drafts("On Friday Qatar ordered the strait closed for two days.")
    assert (draft.type, [a.id for a in draft.actors]) == ("COERCE", ["QAT"])
    assert not drafts("Qatar may order the strait closed.")


def test_promises_kept_are_done() -> None:
    (draft,) = drafts("Qatar kept its promise to release 40 prisoners.")
    assert (draft.type, draft.status) == ("RETREAT", "happened")


def test_a_victim_is_not_who_did_it() -> None:
    assert not any(d.actors for d in drafts("Qatar said two of its diplomats had been expelled."))


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("The shelling of a Chadian village by Libyan troops came after a quiet week.", "ASSAULT", "LBY", "TCD"),
        ("The detention of two Fijian sailors by Tonga came after a quiet week.", "COERCE", "TON", "FJI"),
    ],
)
def test_a_noun_that_came_about_tells_whom_it_was_done_to(text: str, type_: str, actor: str, recipient: str) -> None:
    (found,) = [d for d in drafts(text) if d.type == type_]
    assert [r.id[:3] for r in found.actors] == [actor]
    assert [r.id[:3] for r in found.recipients] == [recipient]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kenya announced an end to the blockade.", "RETREAT"),
        ("Kenya reacted on Monday with a duty on Ugandan maize.", "COERCE"),
        ("Kenya answered with a ban on Ugandan milk.", "COERCE"),
        ("Kenya responded on Tuesday with a halt to the transit of Ugandan goods.", "SANCTION"),
        ("Lorries used the bridge until Kenya closed it on Monday.", "COERCE"),
    ],
)
def test_what_is_announced_or_answered_with_is_done(text: str, type_: str) -> None:
    (draft,) = drafts(text)
    assert (draft.type, draft.status, [a.id for a in draft.actors]) == (type_, "happened", ["KEN"])


def test_what_is_awaited_is_not_done() -> None:
    assert not [d for d in drafts("Lorries will use the bridge until Kenya closes it.") if d.status == "happened"]


def test_acting_with_respect_is_no_answer() -> None:
    assert not drafts("Kenya behaved badly with respect to its neighbours.")
    assert not drafts("Kenya responded with respect to Uganda.")
    assert [d.type for d in drafts("Kenya responded with a threat to Uganda.")] == ["THREATEN"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The army's killing of herders was condemned by Chad.", [("ACCUSE", "TCD", "NAMED:army")]),
        ("Chile closed the snow-bound pass to Argentine lorries.", [("SANCTION", "CHL", "ARG")]),
        ("Tunisia kept up its blockade of Malta.", [("COERCE", "TUN", "MLT")]),
        ("Farmers kept up their blockade of the port.", [("PROTEST", "NAMED:farmers", "")]),
        ("Farmers resumed their blockade of the port.", [("PROTEST", "NAMED:farmers", "")]),
        ("Chilean drivers went back to their blockade of the Argentine port.", [("PROTEST", "CHL-LAB", "ARG")]),
        ("Chad is under attack by Libyan jets.", [("ASSAULT", "LBY", "TCD")]),
        ("The town is under siege by the army of Chad.", [("ASSAULT", "TCD-MIL", "NAMED:town")]),
        ("Police put the town under siege.", [("ASSAULT", "NAMED:police", "NAMED:town")]),
        ("The Chadian premier visited allies Niger and Mali.", [("CONSULT", "TCD-GOV", "NER MLI")]),
        ("Benin urged the Togolese government to free the herders.", [("REQUEST", "BEN", "TGO-GOV")]),
        ("Chad drew up a plan for shutting the border with Libya.", []),
        ("The Chadian army failed to take the Libyan town.", []),
        ("Benin and Togo failed to strike a bargain over tolls.", [("REJECT", "BEN TGO", "BEN TGO")]),
        ("Benin and Togo have agreed to end their ban on Ghanaian fish.", [("AGREE", "BEN TGO", "GHA")]),
        ("Malta renewed its appeal for the Tunisian navy to free the crew.", [("REQUEST", "MLT", "TUN-MIL")]),
        ("Malta echoed Italy's call for Tunisia to free the crew.", [("REQUEST", "MLT", "TUN")]),
        ("Malta renewed its call to Tunisia to free the crew.", [("REQUEST", "MLT", "TUN")]),
        (
            "Malta demanded the release of two anglers held in Tunisia.",
            [("REQUEST", "MLT", "TUN"), ("COERCE", "TUN", "NAMED:anglers")],
        ),
        ("Students demanded the resignation of the Togolese premier.", [("REQUEST", "NAMED:students", "TGO-GOV")]),
        ("Residents called for the removal of rubbish.", []),
        ("Pro-Keita troops shelled a Chadian village.", [("ASSAULT", "NAMED:pro-Keita troops", "TCD")]),
        ("Pro-Ndjamena forces shelled a Malian village.", [("ASSAULT", "TCD-MIL", "MLI")]),
        ("On Monday anti-Deby fighters attacked a Malian post.", [("ASSAULT", "NAMED:anti-Deby fighters", "MLI")]),
        ("Anti-dam farmers blocked the road.", [("PROTEST", "NAMED:anti-dam farmers", "")]),
        ("Rebels stormed the town hall.", [("ASSAULT", "NAMED:rebels", "NAMED:town hall")]),
        ("Police fired tear gas canisters at herders.", [("ASSAULT", "NAMED:police", "NAMED:herders")]),
        ("Oman said Yemen would not accept the pilot.", [("REJECT", "YEM", "")]),
        ("Oman's ruler said Oman would not tolerate Yemeni raids.", [("THREATEN", "OMN-GOV", "YEM")]),
        ("The Omani opposition won the support of Yemen.", [("SUPPORT", "YEM", "OMN-OPP")]),
        ("Omani police crushed protests against the governor.", [("ASSAULT", "OMN-COP", "NAMED:protests")]),
        (
            "Police broke up a rally by pensioners against Mayor Lund.",
            [("ASSAULT", "NAMED:police", "NAMED:pensioners")],
        ),
        ("The army quelled a revolt against the governor.", [("ASSAULT", "NAMED:army", "NAMED:revolt")]),
        ("Two Togolese bishops were given refuge in Ghana.", [("AID", "GHA", "TGO-CVL")]),
        ("Chad voiced its sympathy with and backing for the herders of Niger.", [("SUPPORT", "TCD", "NER-CVL")]),
        ("The singer walked off the stage.", []),
        ("Togo's tanks and troops crossed into the Ghanaian town.", [("MOBILIZE", "TGO", "GHA")]),
        ("Chilean growers criticised their government.", [("ACCUSE", "CHL-BUS", "CHL-GOV")]),
        ("Rebels fired a rocket at it, and it sank.", [("ASSAULT", "NAMED:rebels", "")]),
        ("Chad asked whether Niger would pay and recalled its envoy.", [("SANCTION", "TCD", "")]),
        ("Open the border, Nairobi tells Mogadishu", [("REQUEST", "KEN", "SOM")]),
        ("Oman gave Yemen more time to reply.", [("CONCEDE", "OMN", "YEM")]),
        ("Forces loyal to Niamey shelled a Chadian post.", [("ASSAULT", "NER-MIL", "TCD")]),
        ("Sailors from the Chadian navy arrested four Libyans.", [("COERCE", "TCD-MIL", "LBY-CVL")]),
        ("Oman voted with Jordan against the resolution proposed by Chad.", [("REJECT", "OMN", "TCD")]),
        ("Peru took its complaint about Bolivian miners to the Andean court.", [("ACCUSE", "PER", "BOL-LAB")]),
        ("Oman denied the survey ship permission to dock.", [("COERCE", "OMN", "NAMED:survey ship")]),
        ("The Omani foreign minister telephoned his Yemeni opposite number.", [("CONSULT", "OMN-GOV", "YEM-GOV")]),
        ("Hauliers told Bamako they would block the bridge.", [("THREATEN", "NAMED:hauliers", "MLI")]),
        ("The Omani minister defended his country's policy in Rome.", [("SUPPORT", "OMN-GOV", "")]),
        ("Oman backs its ally Yemen.", [("SUPPORT", "OMN", "YEM")]),
        ("Villagers were thrown off the quay by Omani guards.", [("COERCE", "OMN-MIL", "NAMED:villagers")]),
        ("Dozens of Omanis marched on parliament against a bill on spies.", [("PROTEST", "OMN-CVL", "OMN-LEG")]),
        ("An Omani raid on a market left nine dead.", [("ASSAULT", "OMN", "NAMED:market")]),
        ("An attack by rebels on a barracks killed nine.", [("ASSAULT", "NAMED:rebels", "NAMED:barracks")]),
        ("Chad imposed a duty on Nigerien onions days after the vote.", [("COERCE", "TCD", "NER")]),
        ("The army lost the town of Mao to rebels.", [("ASSAULT", "NAMED:rebels", "NAMED:army")]),
        ("Clerks went on strike to win better pay from Chad.", [("PROTEST", "NAMED:clerks", "TCD")]),
        ("Oman put its weight behind Yemen.", [("SUPPORT", "OMN", "YEM")]),
        ("Chad accused Nigerien divers of theft.", [("ACCUSE", "TCD", "NER-CVL")]),
        ("Chad closed the gate, trapping 40 Libyan lorries.", [("COERCE", "TCD", "LBY")]),
        ("Omani hauliers blocked the road, stranding Yemeni lorries.", [("PROTEST", "OMN-BUS", "YEM")]),
        ("Chad condemned an attack on Libyan miners.", [("ACCUSE", "TCD", "NAMED:attack")]),
        ("Chad condemned the killing of two Chadian monks in Libya.", [("ACCUSE", "TCD", "NAMED:killing")]),
        ("Chad criticised the jailing of three editors in Niger.", [("ACCUSE", "TCD", "NER")]),
        (
            "Thousands protested in Faya against the killing of two monks.",
            [("PROTEST", "NAMED:thousands", "NAMED:killing")],
        ),
        (
            "A roadside bomb planted by separatists killed two Omani clerks.",
            [("ASSAULT", "NAMED:separatists", "OMN-LAB")],
        ),
        ("Chad mined its frontier with Niger.", [("MOBILIZE", "TCD", "NER")]),
        (
            "Chadian jets struck a hall in the Libyan town of Kufra, killing nine people.",
            [("ASSAULT", "TCD", "NAMED:hall LBY NAMED:people")],
        ),
        ("Air strikes by Chad hit two Libyan villages.", [("ASSAULT", "TCD", "LBY")]),
        ("Chadian air strikes hit villages in southern Libya.", [("ASSAULT", "TCD", "NAMED:villages LBY")]),
        ("The Omani king phoned his counterpart in Muscat.", [("CONSULT", "OMN-GOV", "NAMED:counterpart")]),
        ("The Chadian president phoned his counterpart in Tripoli.", [("CONSULT", "TCD-GOV", "LBY-GOV")]),
        ("The alliance fighting the Houthis in Yemen declared a truce.", [("RETREAT", "NAMED:alliance", "YEM-REB")]),
        ("Peru will not lift the levy until it is satisfied that Chile has paid.", [("REJECT", "PER", "CHL")]),
        ("Police in Aqaba held two Omani drivers on Monday.", [("COERCE", "JOR-COP", "OMN-LAB")]),
        ("Chad withdrew its medics from Niger.", [("SANCTION", "TCD", "NER")]),
        ("Chad dropped its plan for a toll on Nigerien cars.", [("CONCEDE", "TCD", "NER")]),
    ],
)
def test_who_did_it(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert done(text) == wanted


def test_who_crosses_a_border_acts_behind_it() -> None:
    kills = [d for d in done("Libyan troops crossed into Chad and killed two villagers.") if "villagers" in d[2]]
    assert kills == [("ASSAULT", "LBY-MIL", "NAMED:villagers TCD")]


def test_two_who_met_agree_with_each_other() -> None:
    both = "OMN-GOV YEM-GOV"
    text = "The Omani king met Yemen's premier in Salalah and they agreed to reopen the road."
    assert ("AGREE", both, both) in done(text)
