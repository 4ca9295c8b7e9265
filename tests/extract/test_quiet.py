"""What news pages say that is no act between parties: games, accidents, questions, bids to the reader, things that work."""

import pytest
from tests.extract.asked import drafts, ids

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Portugal beat Ghana on Tuesday.",
        "The trader, 32, asked not to give his surname.",
        "The union's Ana Rowe said that some members have serious debts.",
        "Ghana's minister said Togolese shippers should expect delays.",
        "Ghana's minister said Togolese growers should not have to bear the cost.",
        "Togo was hit by sanctions, hurting Ghanaian traders.",
        "Chile closed the pass because of snow.",
        "Argentine lorries wait: the pass was closed by Chile due to heavy snow.",
        "Two Chadian soldiers were killed in a helicopter crash near Faya.",
        "Six Chadian pilgrims killed in Libyan bus accident",
        "Togo suffered its worst flood in 30 years, killing 72 Ghanaian traders.",
        "A Ghanaian moderator asked Togo's minister why poems were popular.",
        'A Chadian scientist asked Niger\'s envoy, "Could it live on Mars?"',
        'A Chadian editor asked Niger\'s envoy, "Will you reopen the road?"',
        "Reporters asked Chad's minister how the talks were going.",
        "A Chadian banker pleaded guilty to fraud.",
        "Chad's premier sought to assure Niger that the dam was safe.",
        "Ghanaian experts suggested that Togo's dam could help the town.",
        "Let's meet the Chadian premier.",
        "Add salt and let the Chadian crew cross the border.",
        "The next round of Chadian polls in Niger is due to start in May.",
        "Niger's plea was met with laughter in Chad.",
        "The Nigerien court is to call a Chadian expert on Friday.",
        "Niger was ready before Chad would agree to a meeting with Mali.",
        "Accra failed to beat Lagos on Sunday.",
        "A Chadian tanker had been seen this week off Faya in Libya.",
        "The Libyan coastguard saw a Chadian tanker off the coast.",
        "The Chadian captain refused to give up.",
        "A Chadian motorist struck and killed a Libyan pilgrim.",
        "A hit-and-run driver killed two Libyan pilgrims near Faya.",
        "A Libyan pilgrim was struck by a lorry in Faya.",
        "The Chadian rally has broken above its trend line.",
        "A Chadian clerk confessed to threatening to beat a Libyan envoy.",
        "Chad's envoy said he would have turned down the Libyan offer.",
        "The court is to take a decision on the suits against Libya.",
        "Speaking to a Faya broadcaster at the time of the walkout, Chad's minister said the mill was old.",
        "Chad's miners took a seat in the Libyan union.",
        "People talk about this all the time.",
        "The Chadian airline revealed plans to expand its fleet.",
        "The Chadian captain refused to give up hope.",
        "Chad's premier spoke to Al Jazeera on Monday.",
        "Some companies have begun to send ships to the Libyan port.",
        "Some families are unwilling to give their names, Oxfam said.",
        "Chad is grappling with the costs of the siege of Diffa.",
        "Niger's president marked the first month of the siege.",
        "Analysts said the ban would have serious consequences for Nigerien growers.",
        "The council of Chad passed a law authorising the use of force against raiders.",
        "Chad denied that it was behind the killing of two Nigerien herders.",
        "The Nigerien driver climbed down from his cab.",
        "The Nigerien firm conceded that two drivers had been late.",
        "Two drivers, the Nigerien firm conceded, had been late.",
        "The pipeline, which ends at the port of Lome in Togo, is old.",
        "The road from Chad ends at the border with Niger.",
        "Chad put the rule off twice and finally let it come into force.",
        "They were taken to holding centres, as the government in Chad calls them.",
        "The authorities in Chad put up tents at the gate for the families.",
        'Chad\'s minister called the step the beginning of "a new age".',
        "Chad's ministry asked for the draft and confirmed that it had received it.",
        "The Chadian told reporters, standing alone before the flags.",
        "Chad's guards looked into each face.",
        "Chad's government gave up waiting for rain.",
        "A crowd settled on the asphalt in Faya.",
        "Chadian postmen will be back on their rounds on Monday.",
        "The Chadian union's strikes should not be taken as an excuse.",
        "The Chadian offer had met the chief of their demands.",
        '"I would not read it as a threat," said Chad\'s envoy in Niger.',
        "The Nigerien army was not responsible for the shelling of the village.",
        "The Chadian ministry is responsible for the seizure of smuggled goods.",
        "Niger said on Monday that it could stop shelling the village.",
        "The singer was given several kinds of antibiotics.",
    ],
)
def test_no_act(text: str) -> None:
    assert [(d.type, d.rule) for d in drafts(text)] == []


@pytest.mark.parametrize(
    ("text", "type_", "content"),
    [
        ("Chad suggested that Niger reopen the road.", "REQUEST", ("RETREAT", "demanded")),
        ("Chad proposed that Niger should free the crew.", "REQUEST", ("RETREAT", "demanded")),
        ("Chad suggested holding talks with Niger.", "REQUEST", ("CONSULT", "promised")),
        ("Chad proposed reopening the border with Niger.", "AGREE", ("RETREAT", "promised")),
        ("Chad asked Niger to reopen the road.", "REQUEST", ("RETREAT", "demanded")),
    ],
)
def test_what_is_suggested_is_not_done(text: str, type_: str, content: tuple[str, str]) -> None:
    said, spoken_of = drafts(text)
    assert (said.type, ids(said.actors)) == (type_, ["TCD"])
    assert spoken_of.content_of is said
    assert (spoken_of.type, spoken_of.status) == content


def test_what_is_ended_beside_something_else_is_no_act_of_its_own() -> None:
    told = drafts("Chad's army called off its blockade and its siege of Faya on Monday.")
    assert [d.type for d in told] == ["RETREAT"]


def test_a_deal_with_somebody_else_is_not_that_of_the_two_sides() -> None:
    told = drafts(
        "Chad and Niger met in May. A deal with a Malian firm to supply fuel, signed last month, has yet to help."
    )
    assert [(ids(d.actors), ids(d.recipients)) for d in told if d.type in ("AGREE", "SUPPORT")] == [([], ["MLI-BUS"])]


def test_who_sits_down_on_open_ground_blocks_it_and_meets_nobody() -> None:
    assert [d.type for d in drafts("Chad's farmers sat down in no man's land on Friday.")] == ["PROTEST"]
