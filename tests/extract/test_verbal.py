"""Acts of words told by predicates, feelings, conditions and possibilities: who says what to whom."""

import pytest
from tests.extract.asked import drafts, ids

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # feelings
        ("Togo was angered by Benin's decision.", "ACCUSE", ["TGO"], ["BEN"]),
        ("Angered by the Beninese toll, Togo sent a note.", "ACCUSE", ["TGO"], ["BEN"]),
        ("Togo was satisfied with the Beninese answer.", "SUPPORT", ["TGO"], ["BEN"]),
        ("Togo remains opposed to the Beninese plan.", "REJECT", ["TGO"], ["BEN"]),
        ("Togo and Benin were locked in talks on Friday.", "CONSULT", ["TGO", "BEN"], ["TGO", "BEN"]),
        # complaints
        ("Togo complained that Benin was holding up its lorries.", "ACCUSE", ["TGO"], ["BEN"]),
        ("Togo and Benin accused each other of cheating.", "ACCUSE", ["TGO", "BEN"], ["TGO", "BEN"]),
        ("Togo said the Beninese tolls were illegal.", "ACCUSE", ["TGO"], ["BEN"]),
        ("Togo's top court ruled that the Beninese tolls were unlawful.", "REJECT", ["TGO-JUD"], ["BEN"]),
        ("Kasmin Rail notified Togo that it would seek arbitration.", "THREATEN", ["NAMED:Kasmin Rail"], ["TGO"]),
        ("Togo's parliament passed, and its premier signed, a ban on new quarries.", "COERCE", ["TGO-LEG"], []),
        ("Togo accused the Beninese toll of harming trade with Niger.", "ACCUSE", ["TGO"], ["BEN"]),
        ("Togo said it was intolerable that Benin emptied the reservoir.", "ACCUSE", ["TGO"], ["BEN"]),
        ("Togo said Benin was acting in bad faith.", "ACCUSE", ["TGO"], ["BEN"]),
        ("Benin came under fire from Togolese hauliers.", "ACCUSE", ["TGO-BUS"], ["BEN"]),
        # what must be
        ("Togo told Benin that it must lower the tolls.", "REQUEST", ["TGO"], ["BEN"]),
        ("Togo's premier told the Beninese minister he should free the drivers.", "REQUEST", ["TGO-GOV"], ["BEN-GOV"]),
        ("Togo said the Beninese blockade of the bridge must end.", "REQUEST", ["TGO"], ["BEN"]),
        ("Togo is demanding Benin hand over the drivers.", "REQUEST", ["TGO"], ["BEN"]),
        ("Togo urged Benin to stop shelling its posts.", "REQUEST", ["TGO"], ["BEN"]),
        ("Togo issued an appeal urging Benin to free the drivers.", "REQUEST", ["TGO"], ["BEN"]),
        ("The letters urging Benin to withdraw were sent by Togo.", "REQUEST", ["TGO"], ["BEN"]),
        ("Togo's government said Togolese rebels were behind the blast.", "ACCUSE", ["TGO-GOV"], ["TGO-REB"]),
        ("Togo said the attacks by Beninese guards have to end.", "REQUEST", ["TGO"], ["BEN-MIL"]),
        # what stays as it is until the other gives way
        ("Togo said the bridge would stay closed until Benin dropped the toll.", "REJECT", ["TGO"], ["BEN"]),
        ("Togo told Benin that no lorry would pass until the fine was paid.", "REJECT", ["TGO"], ["BEN"]),
        ("The gate will not open until Benin pays, Togo's minister said.", "REJECT", ["TGO-GOV"], ["BEN"]),
        ("Togo gave its word on Friday that the gate would stay open.", "AGREE", ["TGO"], []),
        ("Togo gave Benin an assurance that the oil would not leave the port.", "AGREE", ["TGO"], ["BEN"]),
        ("Togo warned that it would be back at the bridge unless Benin paid.", "THREATEN", ["TGO"], ["BEN"]),
        ("Togo called the Beninese step an abhorrent act.", "ACCUSE", ["TGO"], ["BEN"]),
        ("Students said they would stay on the bridge until Benin pays.", "REJECT", ["NAMED:students"], ["BEN"]),
        # what may or will be done
        ("Togo said it could close the border with Benin.", "THREATEN", ["TGO"], ["BEN"]),
        ("Togo said it was considering sanctions against Benin.", "THREATEN", ["TGO"], ["BEN"]),
        ("Togo did not rule out sanctions against Benin.", "THREATEN", ["TGO"], ["BEN"]),
        ("Togo will close the border if Benin does not lower the tolls.", "THREATEN", ["TGO"], ["BEN"]),
        ("Togo said it would act if Benin did not pay.", "THREATEN", ["TGO"], ["BEN"]),
        ("Togo said it would have no choice but to cut power to Benin.", "THREATEN", ["TGO"], ["BEN"]),
        ("Togo told Benin to pay by Monday or face a blockade.", "THREATEN", ["TGO"], ["BEN"]),
        ("Togo warned that the people of Benin would suffer for it.", "THREATEN", ["TGO"], ["BEN-CVL"]),
        ("Togo's premier vowed that Benin would pay for it.", "THREATEN", ["TGO-GOV"], ["BEN"]),
        ("Togo promised that the toll would not be left without an answer.", "THREATEN", ["TGO"], []),
        ("Togo said the consequences would be felt.", "THREATEN", ["TGO"], []),
        ("Togo said its answer would be harsh.", "THREATEN", ["TGO"], []),
        ("The raids will continue until Benin pays, Togo's minister said.", "THREATEN", ["TGO-GOV"], ["BEN"]),
        ("The assembly refused to give up the land.", "REJECT", ["NAMED:assembly"], []),
        # what is ruled out, refused or left open
        ("Togo ruled out reopening the road to Benin.", "REJECT", ["TGO"], ["BEN"]),
        ("Togo is unwilling to reopen the road to Benin.", "REJECT", ["TGO"], ["BEN"]),
        ("Togo is not ready to reopen the road to Benin.", "REJECT", ["TGO"], ["BEN"]),
        ("Togo insisted that it would not reopen the road to Benin.", "REJECT", ["TGO"], ["BEN"]),
        ("Togo is open to talks with Benin.", "CONSULT", ["TGO"], ["BEN"]),
        # what somebody wants
        ("Togo wants an apology from Benin.", "REQUEST", ["TGO"], ["BEN"]),
        ("Togo said Benin needed to lower the tolls.", "REQUEST", ["TGO"], ["BEN"]),
        ("Togo said it was time for Benin to lower the tolls.", "REQUEST", ["TGO"], ["BEN"]),
        ("Latvia's minister said it was up to Estonia to reopen the berth.", "REQUEST", ["LVA-GOV"], ["EST"]),
        ("Togo joined Ghana in calling on Benin to lower the tolls.", "REQUEST", ["TGO"], ["BEN"]),
        ("Togo's plea to Benin to lower the tolls went unheard.", "REQUEST", ["TGO"], ["BEN"]),
        # meetings set off from a clause
        ("At a meeting with Benin, Togo's premier offered more water.", "CONSULT", ["TGO-GOV"], ["BEN"]),
        ("On a visit to Cotonou, Togo's premier offered more water.", "CONSULT", ["TGO-GOV"], ["BEN"]),
        ("Togo's premier, on a visit to Cotonou, offered more water.", "CONSULT", ["TGO-GOV"], ["BEN"]),
        # headlines
        ("Estonia rebuffs Latvian offer", "REJECT", ["EST"], ["LVA"]),
    ],
)
def test_acts_of_words(text: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    found = [([a.id for a in d.actors], [r.id for r in d.recipients]) for d in drafts(text) if d.type == type_]
    assert (actors, recipients) in found


@pytest.mark.parametrize(
    "text",
    [
        "The farmers were angered by the rain.",
        "Togo did not rule out a meeting.",
        "The road is open to lorries.",
        "Residents complained that the water was cold.",
        "Togo said it could win the cup.",
        "The book is critical of nobody.",
        "Togo insisted that it was right.",
        "At a meeting with reporters, the cook smiled.",
        "On a visit to the zoo, the pupils saw a lion.",
        "Togo exports more cocoa",
        "Togo said its answer would come by post.",
        "Togo said it would pay for the cocoa.",
        "Traders said the consequences would be small.",
    ],
)
def test_no_act(text: str) -> None:
    assert not drafts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Togo said the bridge would stay closed until Monday.",
        "Togo said the bridge would stay closed until further notice.",
        "Togo said the bridge had stayed closed until the toll was dropped.",
        "Drivers said no lorry would pass until the rain stopped.",
        "The minister said he would stay until the meeting was over.",
    ],
)
def test_nobody_is_refused_anything_by_a_date_or_by_others_than_a_side(text: str) -> None:
    assert "REJECT" not in [d.type for d in drafts(text)]


@pytest.mark.parametrize(
    ("text", "actor", "teller"),
    [
        ("Police arrested the man they say killed a nun.", "NAMED:man", "NAMED:police"),
        ("Kenya deported two men it says planted a bomb in Mombasa.", "NAMED:men", "KEN"),
        ("Chad blamed the rebels it says burned the mill.", "NAMED:rebels", "TCD"),
        ("The court charged a gunman who Peru says shot dead nine miners.", "NAMED:gunman", "PER"),
    ],
)
def test_what_is_said_of_somebody_is_not_done_by_who_says_it(text: str, actor: str, teller: str) -> None:
    deed = next(d for d in drafts(text) if d.type == "ASSAULT")
    assert (ids(deed.actors), deed.attributed_to.id if deed.attributed_to else None) == ([actor], teller)
