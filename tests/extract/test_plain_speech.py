"""Speech acts in their plain forms: what somebody may do, weighs, complains of, is called to hear, denies or has others do."""

import pytest
from tests.extract.asked import drafts

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # what somebody may do, weighs or has under consideration
        ("Togo said it may take Benin's trawlers to the tribunal.", "THREATEN", ["TGO"], ["BEN"]),
        ("Togo said it was weighing court action against Benin over the quota.", "THREATEN", ["TGO"], ["BEN"]),
        ("Legal steps against Benin are under review, the Togolese ministry said.", "THREATEN", ["TGO-GOV"], ["BEN"]),
        ("A ban on Beninese lorries is an option, Togo's minister said.", "THREATEN", ["TGO-GOV"], ["BEN"]),
        ("Togo might recall its envoy from Benin, its foreign minister said on Friday.", "THREATEN", None, ["BEN"]),
        ("Togo may cut off the power to Benin, a minister said.", "THREATEN", ["TGO"], ["BEN"]),
        ("Togo is thinking about barring Beninese trawlers.", "THREATEN", ["TGO"], ["BEN"]),
        ("Togo is weighing whether to sue Benin.", "THREATEN", ["TGO"], ["BEN"]),
        ("Togo's minister raised the possibility of a toll on Beninese lorries.", "THREATEN", ["TGO-GOV"], None),
        ("Togo warned Benin that it would review its ties with Benin.", "THREATEN", ["TGO"], ["BEN"]),
        ("Togo will go to the Security Council unless Benin pays.", "THREATEN", ["TGO"], None),
        ("The warning from Togo that it could shut the bridge came on Sunday.", "THREATEN", ["TGO"], None),
        ("The union leader said crews could strike again.", "THREATEN", None, None),
        ("Togo warned in a note that it might take the firm to court.", "THREATEN", ["TGO"], None),
        ("Togo said court action against Benin could not be excluded.", "THREATEN", ["TGO"], ["BEN"]),
        ("Togo said it would not rule out impounding Beninese trawlers.", "THREATEN", ["TGO"], ["BEN"]),
        ('"We will take them to court," Togo\'s minister said.', "THREATEN", ["TGO-GOV"], None),
        ("Togo gave notice that it would close the strait.", "THREATEN", ["TGO"], None),
        ("Togo is considering a charge of ten francs on every lorry.", "THREATEN", ["TGO"], None),
        # what will be let through no longer if the other side does something
        ("Togo said it would not let Beninese barges pass if the fee is not paid.", "THREATEN", ["TGO"], None),
        ("Togo said it would not reopen the lock unless Benin pays.", "REJECT", ["TGO"], ["BEN"]),
        # an offer or a demand that will not do is turned down
        ("Togo's minister said the terms were made to be rejected.", "REJECT", ["TGO-GOV"], None),
        ("Togo told reporters in Lagos that Benin's demands could not be accepted.", "REJECT", ["TGO"], ["BEN"]),
        ("The union said the company's offer was not good enough.", "REJECT", None, None),
        # what is offered is nobody that it is offered to
        ("Togo offers fund to end the Beninese road blockade.", "AGREE", ["TGO"], ["BEN"]),
        # complaints without a word of who did it, and what is called wrong
        ("Togo complains that the posts were put up at night.", "ACCUSE", ["TGO"], []),
        ("Togo complained that the posts were moved. Benin put them back.", "ACCUSE", ["TGO"], ["BEN"]),
        ("Togo complained about the fence. Benin is building it.", "ACCUSE", ["TGO"], ["BEN"]),
        ("Togo's premier spoke of a reckless manoeuvre by Beninese jets.", "ACCUSE", ["TGO-GOV"], ["BEN"]),
        ('"This is extortion," Togo\'s minister said of the Beninese levy.', "ACCUSE", ["TGO-GOV"], ["BEN"]),
        ("Togo said Benin's closure of the road breached the pact.", "ACCUSE", ["TGO"], ["BEN"]),
        ("Togo is furious that Benin lets the smugglers through.", "ACCUSE", ["TGO"], ["BEN"]),
        ("Togo raised serious concerns with Benin about the fence.", "ACCUSE", ["TGO"], ["BEN"]),
        ("Togo's minister talked of an illegal patrol. Benin denied it.", "ACCUSE", ["TGO-GOV"], ["BEN"]),
        ("\"It is a breach of our pact,\" Togo's minister said of Benin's decision.", "ACCUSE", ["TGO-GOV"], ["BEN"]),
        ("The Togolese premier likened the Beninese government to gangsters.", "ACCUSE", ["TGO-GOV"], ["BEN-GOV"]),
        # called to the ministry
        ("The Beninese envoy was called to the Togolese foreign ministry.", "ACCUSE", ["TGO-GOV"], ["BEN-GOV"]),
        ("Benin's envoy was told to come to the trade ministry in Lomé.", "ACCUSE", ["TGO"], ["BEN-GOV"]),
        ("Togo hauled in Benin's consul on Monday.", "ACCUSE", ["TGO"], ["BEN-GOV"]),
        ("The Beninese envoy has been summoned. Togo wants the ship to leave.", "ACCUSE", ["TGO"], ["BEN-GOV"]),
        # demands
        ('"Free the crew at once," Togo\'s president told Benin.', "REQUEST", ["TGO-GOV"], ["BEN"]),
        ("Togo insisted that the mill be handed back.", "REQUEST", ["TGO"], None),
        ("Togo wants to see the quotas restored.", "REQUEST", ["TGO"], None),
        ("Togo is pressing Benin to halt the dredging.", "REQUEST", ["TGO"], ["BEN"]),
        # refusals
        ("Togo denied that it had agreed to lift the ban.", "REJECT", ["TGO"], None),
        ("Togo denied making any concession to Benin.", "REJECT", ["TGO"], ["BEN"]),
        ("Togo said the toll would stay.", "REJECT", ["TGO"], None),
        ("Togo has no intention of paying the fee.", "REJECT", ["TGO"], None),
        ("Togo said the checkpoint would remain. Benin had asked for its removal.", "REJECT", ["TGO"], ["BEN"]),
        ("There is no prospect of the toll being lifted, the Togolese ministry said.", "REJECT", ["TGO-GOV"], None),
        # agreements
        ("It was agreed that a joint team would go. Togo and Benin met.", "AGREE", ["TGO", "BEN"], ["TGO", "BEN"]),
        ("Togo and Benin agreed that the ferry should sail again.", "AGREE", ["TGO", "BEN"], ["TGO", "BEN"]),
        ("Togo and Benin have settled on a line for the trawlers.", "AGREE", ["TGO", "BEN"], ["TGO", "BEN"]),
        # words that are sent, calls and visits
        ("An apology from the Togolese navy came on Monday.", "SUPPORT", ["TGO-MIL"], None),
        ("Togo expressed regret for the collision.", "SUPPORT", ["TGO"], None),
        ("The Togolese premier held a call with the Beninese president.", "CONSULT", ["TGO-GOV"], ["BEN-GOV"]),
        ("The visit by the Togolese premier to Cotonou took place on Friday.", "CONSULT", ["TGO-GOV"], None),
        ("Monitors of the African Union visited both sides of the frontier.", "CONSULT", None, None),
        ("The Togolese envoy was in Cotonou on Friday to meet the premier.", "CONSULT", ["TGO-GOV"], None),
    ],
)
def test_plain_words_are_acts(text: str, type_: str, actors: list[str] | None, recipients: list[str] | None) -> None:
    found = [d for d in drafts(text) if d.type == type_ and d.content_of is None]
    assert found, [d.rule for d in drafts(text)]
    assert actors is None or [a.id for a in found[0].actors] == actors
    assert recipients is None or [r.id for r in found[0].recipients] == recipients


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Forecasters warned that the gale could close the ports.", "THREATEN"),
        ("Togo said its economy may shrink.", "THREATEN"),
        ("The board is considering a new logo.", "THREATEN"),
        ("Togo and Benin will discuss the blockade in Accra.", "THREATEN"),
        ("Togo is looking at the quota.", "THREATEN"),
        ("A second runway is under consideration, the mayor said.", "THREATEN"),
        ("The minister talked about the attack on the convoy.", "THREATEN"),
        ("A passenger complained that the train had been delayed.", "ACCUSE"),
        ("The minister complained that the rains were late.", "ACCUSE"),
        ("The survivors spoke of a dangerous crossing.", "ACCUSE"),
        ("The ambassador was called to the stage.", "ACCUSE"),
        ('"Sit down," the minister told reporters.', "REQUEST"),
        ("Togo denied that it had agreed to lift the ban.", "AGREE"),
        ("Togo denied that it had threatened Benin.", "THREATEN"),
        ("The governor said the harvest would remain poor.", "REJECT"),
        ("Togo said the toll would stay until Monday.", "REJECT"),
        ("A strike is possible, observers say.", "THREATEN"),
        ("The rebels sued for peace.", "ACCUSE"),
        ("Togo called the levy revenge for the strike.", "REQUEST"),
        ("The envoy said millions of fishermen would pay the price.", "THREATEN"),
        ("The letter came on Monday. It asks Benin to pay, three clerks said.", "REQUEST"),
        ("She had a close call with a lorry.", "CONSULT"),
        ("The minister visited the mine.", "CONSULT"),
        ("The ferry line took the free tickets away in March.", "PROTEST"),
    ],
)
def test_what_only_sounds_like_an_act_is_none(text: str, type_: str) -> None:
    assert type_ not in [d.type for d in drafts(text)]


def test_a_denied_agreement_is_the_content_of_the_refusal_and_dated_by_the_denial() -> None:
    refusal, lifting = drafts("Togo denied on Monday that it had agreed to lift the ban.")
    assert (refusal.type, refusal.anchor.text) == ("REJECT", "denied")
    assert (lifting.type, lifting.status, lifting.content_of) == ("RETREAT", "denied", refusal)
