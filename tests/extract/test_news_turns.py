"""Turns of phrase by which news tells who did what to whom: where a protest stands, at whose hands, on pain of what, and look-alikes."""

import pytest
from tests.extract.asked import told_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Widows rallied outside the mining ministry.", ("PROTEST", "Widows", "mining ministry")),
        ("Some mourners held a vigil outside the tax court.", ("PROTEST", "mourners", "tax court")),
        ("Students formed a human chain around the senate.", ("PROTEST", "Students", "senate")),
        ("Retirees staged a sit-in in front of the pension bank.", ("PROTEST", "Retirees", "pension bank")),
        ("Undergraduates tore down posters of the rector.", ("PROTEST", "Undergraduates", "rector")),
        ("A hawker set himself alight outside the council.", ("PROTEST", "hawker", "council")),
        ("Marines took up positions around the embassy.", ("MOBILIZE", "Marines", "embassy")),
        ("The rebels are closing in on Bangui.", ("MOBILIZE", "rebels", "Bangui")),
        ("Police flooded the streets of Lima.", ("MOBILIZE", "Police", "Lima")),
        ("Nine herders perished at the hands of the militia.", ("ASSAULT", "militia", "Nine herders")),
        ("Two clerks were killed at the hands of jailers.", ("ASSAULT", "jailers", "Two clerks")),
        ("Warders gave prisoners electric shocks.", ("ASSAULT", "Warders", "prisoners")),
        ("A bomb planted by the cartel ripped through a barracks.", ("ASSAULT", "cartel", "barracks")),
        ("The militia unleashed a barrage of rockets on the town.", ("ASSAULT", "militia", "town")),
        ("The garrison at Palma fell to insurgents.", ("ASSAULT", "insurgents", "garrison")),
        (
            "The nurses' union slammed what it called a smear campaign by the ministry.",
            ("ACCUSE", "nurses' union", "ministry"),
        ),
        ("The mayor branded his rival a crook.", ("ACCUSE", "mayor", "his rival")),
        ("Benin earned a rebuke from Togo.", ("ACCUSE", "Togo", "Benin")),
        ("Togo took Benin to task over the toll.", ("ACCUSE", "Togo", "Benin")),
        ("The mill rejected out of hand the union's offer.", ("REJECT", "mill", "union")),
        ("The speaker denied the opposition a debate.", ("REJECT", "speaker", "opposition")),
        ("There will be no talks with the rebels, the minister said.", ("REJECT", "minister", "rebels")),
        ("Togo said Benin would rue the day.", ("THREATEN", "Togo", "Benin")),
        ("Rebels ordered herders to leave on pain of death.", ("THREATEN", "Rebels", "herders")),
        ("Rebels told herders to leave or be shot.", ("THREATEN", "Rebels", "herders")),
        ("Protests by nurses against the mayor rocked Lima.", ("PROTEST", "nurses", "mayor")),
        ("Nuns kept vigil outside the chamber's tower.", ("PROTEST", "Nuns", "chamber")),
        ("The guild spurned the secretariat's pay offer.", ("REJECT", "guild", "secretariat")),
        ("Benin left Togo's letter unanswered.", ("REJECT", "Benin", "Togo")),
        ("Bandits fell upon a village at dawn.", ("ASSAULT", "Bandits", "village")),
        ("Togo called Benin's conduct a disgrace.", ("ACCUSE", "Togo", "Benin")),
        ("Togo warned Benin of grave consequences.", ("THREATEN", "Togo", "Benin")),
        ("Togo sent a Beninese consul packing.", ("SANCTION", "Togo", "Beninese consul")),
        ("Belarus waged a disinformation campaign against Lithuania.", ("COERCE", "Belarus", "Lithuania")),
    ],
)
def test_turn_of_phrase_tells_who_and_whom(text: str, told: tuple[str, str, str]) -> None:
    assert told in told_of(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Mourners gathered in the cathedral for the funeral.", "PROTEST"),
        ("Cleaners tore down the poster of the film.", "PROTEST"),
        ("The river flooded the streets of Lima.", "MOBILIZE"),
        ("Soldiers lined up for lunch at the barracks.", "MOBILIZE"),
        ("The storm is closing in on Bangui.", "MOBILIZE"),
        ("It fell to the army to clear the road.", "ASSAULT"),
        ("The price of maize fell to a new low.", "ASSAULT"),
        ("The fence gave the cow an electric shock.", "ASSAULT"),
        ("The clerk died with the letter in her hands.", "ASSAULT"),
        ("The coach fired a barrage of questions at the referee.", "ASSAULT"),
        ("The judges called what they heard a fine speech by the poet.", "ACCUSE"),
        ("Critics labelled the film a masterpiece.", "ACCUSE"),
        ("There were no talks with the rebels in May, the minister said.", "REJECT"),
        ("There will be no school on Monday, the minister said.", "REJECT"),
        ("The minister denied having a role in the plot.", "REJECT"),
        ("The doctor told patients to rest or be seen at the clinic.", "THREATEN"),
        ("Gloom rocked the markets of Lima.", "PROTEST"),
        ("The report left many questions unanswered.", "REJECT"),
        ("The jury called the singer's conduct exemplary.", "ACCUSE"),
        ("Hard times fell upon the village.", "ASSAULT"),
        ("The widow kept vigil at the bedside of her son.", "PROTEST"),
        ("The hosts sent the Danes packing in the final.", "SANCTION"),
        ("Togo added three forts to its heritage list.", "SANCTION"),
    ],
)
def test_look_alike_tells_no_such_thing(text: str, type_: str) -> None:
    assert type_ not in {told[0] for told in told_of(text)}
