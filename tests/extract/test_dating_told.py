"""Which day whole paragraphs of news give an event: days counted from other days, stretches, hours, deadlines, datelines."""

import pytest
from tests.extract.asked import PUBLISHED, date, events

from standoff.model import Status

pytestmark = pytest.mark.model

# (how it is told, the paragraph with its event in brackets, the date, how it is known)
CASES = [
    ("year", "In the spring of 2010 Chilean guards [held] up two thousand wagons.", "2010-21", "stated"),
    ("when", "Crowds came on Monday to buy flour when the owners [opened] the gate for a day.", "2013-08-05", "relative"),
    ("also", "The owners shut the gate on May 3. They also [told] the crews to leave the yard.", "2013-05-03", "relative"),
    ("later", "The owners shut the gate on May 3. They later [closed] the yard.", None, "unknown"),
    ("past content", "The two sides [agreed] to open the mill on July 18, at their first meeting.", "2013-07-18", "stated"),
    ("who met", "The two envoys, who spoke by telephone on Monday, [agreed] to open the mill.", "2013-08-05", "relative"),
    ("for talks", "Lima had [called] its envoy home for talks in May.", "2013-05", "stated"),
    ("midnight", "The gates will be [opened] at midnight between Sunday and Monday, August 12.", "2013-08-12", "stated"),
    ("through", "The guards [let] thirty lorries through on Monday.", "2013-08-05", "relative"),
    ("without", "The owners [raised] the rent without warning on Monday.", "2013-08-05", "relative"),
    ("part", "The owners opened the gate on Wednesday evening. They had [shut] it in the morning.", "2013-08-07", "relative"),
    ("while", "In July guards used gas on miners who were [blocking] the gate.", "2013-07", "stated"),
    ("hours", "The mayor offered a rise on Monday; both unions [rejected] it within hours.", "2013-08-05", "relative"),
    ("to those", "The council [reopened] the river route to barges carrying food in mid-July.", "2013-07-11/2013-07-20", "stated"),
    ("to what", "The council [closed] the lock to livestock in March 2012 because of fever.", "2012-03", "stated"),
    ("taken up", "The union made an offer on Friday. The mill [shut] the gate two days after the offer.", "2013-08-04", "relative"),
    ("plural", "Miners [shut] the gate to all lorries on Monday.", "2013-08-05", "relative"),
    ("plural", "Angry miners [set] fire to shops in Lima on Sunday.", "2013-08-04", "relative"),
    ("of", "The envoy [accused] Chile on May 3 of hoarding the flour.", "2013-05-03", "stated"),
    ("at", "Peru [accused] Chile of hoarding flour at a meeting in Lima yesterday.", "2013-08-06", "relative"),
    ("until", "Carts went through the gate until the guards [shut] it on Monday.", "2013-08-05", "relative"),
    ("within", "The owners [shut] the gate within an hour of the vote on July 30.", "2013-07-30", "stated"),
    ("within", "The owners shut the gate within an hour of the vote on July 30 and [sued] the union.", "2013-07-30", "stated"),
    ("first", "The first lorries since May [crossed] the bridge on Sunday.", "2013-08-04", "relative"),
    ("object", "The guards [stopped] lorries carrying Chilean timber on Sunday.", "2013-08-04", "relative"),
    ("dateline", "Road is shut\n\nVIENNA, Aug. 7 (Presswire) -- The council [closed] the road on Monday.", "2013-08-05", "relative"),
    ("back", "The owners shut the gate on Monday. They had hired guards on Friday. The union [sued] them.", "2013-08-05", "relative"),
    ("colon", "On Monday the tone changed: Chile [accused] Peru of theft.", "2013-08-05", "relative"),
    ("gone by", "The mayor [called] for the gate to be opened in June.", "2013-06", "stated"),
    ("years", "The court [ordered] Peru to pay $3 million for the years 2001 to 2003.", "2013-08-07", "published"),
    ("hours", "Boats that had [blocked] the quay for nine hours sailed home on Monday.", "2013-08-05", "relative"),
    ("back then", "Peru shut the gate on May 3. The mayor at the time [blamed] Chile for it.", "2013-05-03", "relative"),
    ("now", "Peru shut the gate on May 3. Guards came. Men left. Chile [said] it would now shut its own.", "2013-08-07", "published"),
    ("just said", "Work stopped.\n\nGuards came.\n\nMen left.\n\nRain fell.\n\nPeru has [shut] the gate, its mayor said on Monday.", "2013-08-05~", "relative"),
    ("within hours", "It began on Monday, when men beat a driver. The union answered within hours by [blocking] the road.", "2013-08-05", "relative"),
    ("within hours", "The road has been shut since Monday, when men beat a driver. The union answered within hours by [blocking] the quay.", "2013-08-05", "relative"),
    ("night", "The gate has stayed shut since the night of July 9, when the mayor [closed] it over work that men had begun near the quay.", "2013-07-09", "stated"),
    ("hour or so", "The mayor told us on Sunday, an hour or so after Peru [opened] the gate.", "2013-08-04", "relative"),
    ("year or so", "The mayor told us on Sunday, a year or so after Peru [opened] the gate.", "2012", "relative"),
    ("there and then", "On Monday the two sides met for an hour. The union [rejected] the offer there and then.", "2013-08-05", "relative"),
    ("then", "On Monday the two sides met for an hour. The union then [rejected] the offer.", "2013-08-05/2013-08-07", "relative"),
    ("made known", "Work stopped.\n\nGuards came.\n\nMen left.\n\nRain fell.\n\nOn Monday five firms let it be known through their lobby that they had [signed] a deal with Peru.", "2013-08-05~", "relative"),
    ("known", "Work stopped.\n\nGuards came.\n\nMen left.\n\nRain fell.\n\nIt was known on Monday that five firms had [signed] a deal with Peru.", None, "unknown"),
    ("month", "The road was [blocked] last May first by farmers and then by guards.", "2013-05", "stated"),
    ("told by whom they met", "On Monday the premier met the envoy, who [told] him that Chile would not talk.", "2013-08-05", "relative"),
    ("in force", "Peru has [halved] its deliveries of gas to Chile.\n\nThe cut, which took effect on Monday, hurts mills.", "2013-08-05", "relative"),
    ("how often", "The council has [shut] the gate for the second time this year.", "2013-08-07", "published"),
    ("how often since", "Growers [shut] the gate for the third time since March.", "2013-08-07", "published"),
    ("how often, on a day", "Growers [shut] the gate for the first time Monday.", "2013-08-05", "relative"),
    ("letter", "The mill has [asked] Peru to step in. In a letter sent on Monday, it wrote that men had come.", "2013-08-05", "relative"),
    ("decree", "Peru has [shut] the gate. The order, signed on Monday by the mayor, is of ten pages.", "2013-08-05", "relative"),
    ("decree", "Peru has [extended] its ban to carts. The rule has applied since Monday.", "2013-08-05", "relative"),
    ("at first", "Work stopped. Guards came. Men left. Rain fell. The gate was shut on May 3. The mayor [backed] them at first.", None, "unknown"),
    ("after", "Work stopped. Guards came. Men left. Rain fell. The union met on May 9. After the mayor had spoken on July 2, the owners [opened] the gate.", "2013-07-02/2013-07-08", "relative"),
    ("below", "The council has [barred] carts bound for Linz since July 3 and barges since shortly after.", "2013-07-03", "stated"),
    ("less than", "Dockers shut the gate on Monday, less than three weeks after [ending] their strike.", "2013-07-15/2013-08-05", "relative"),
    ("nearly", "Dockers shut the gate on Monday, nearly three weeks after [ending] their strike.", "2013-07-15/2013-07-20", "relative"),
    ("because", "Men came back on Tuesday. Rents were low because a bank on Friday cut its rate. Guards [fired] tear gas at 1 p.m.", "2013-08-06", "relative"),
    ("hours on", "Men shut the gate on Monday.\n\nBy noon the union had sued.\n\nRain fell.\n\nIn the evening guards [cleared] the road.", "2013-08-05", "relative"),
    ("be", "For weeks the mayor was patient. Yesterday she was not. Guards [arrested] two men.", "2013-08-06", "relative"),
    ("level", "Owners [want] Peru to keep the fee at last year's rate.", "2013-08-07", "published"),
    ("beyond", "Peru and Chile are [negotiating] on a longer lease beyond September.", "2013-08-07", "published", "ongoing"),
    ("while", "A lock was shut to barges while in Lima the council [turned] down a plea by Chile.", "2013-08-07", "published"),
    ("on the day", "The ministers met on May 3. The fee fell. The union [sued] the mill on the day the ministers met.", "2013-05-03", "relative"),
    ("on the day", "The gate is shut.\n\nRain fell.\n\nMen left.\n\nThe envoy [called] it theft on the day it began.", None, "unknown"),
    ("before", "The owners [shut] the gate on Monday. The day before, the union had called a strike.", "2013-08-05", "relative"),
    ("before", "The owners shut the gate on Monday. The day before, the union had [called] a strike.", "2013-08-04", "relative"),
    ("same", "The two sides met in Linz on May 14. That same week the owners [hired] new guards.", "2013-05-13/2013-05-19", "relative"),
    ("later", "The two sides met in Linz on May 14. The next day the union [rejected] the offer.", "2013-05-15", "relative"),
    ("later", "The two sides met in Linz on May 14. Two days later they [signed] a truce.", "2013-05-16", "relative"),
    ("before", "The two sides met on May 14. A week earlier the owners had [threatened] to sell.", "2013-05-07", "relative"),
    ("by", "The union [demanded] an answer by Friday.", "2013-08-07", "published"),
    ("by", "The mayor has [told] the owners to open the gate by Friday.", "2013-08-07", "published"),
    ("until", "The port [stayed] shut until July 20.", None, "unknown"),
    ("stretch", "The ban [lasted] from May 3 to June 9.", "2013-05-03/2013-06-09", "stated"),
    ("by", "The owners must [reopen] the mill by Friday.", "2013-08-09", "relative", "demanded"),
    ("since", "Since Sunday the guards have [refused] entry to all lorries.", "2013-08-04", "relative"),
    ("clock", "The union [voted] late on Tuesday to end the strike.", "2013-08-06", "relative"),
    ("clock", "The bomb [exploded] at 3 a.m. on Tuesday.", "2013-08-06", "relative"),
    ("clock", "The ship [left] the port at 22:30 GMT on Monday.", "2013-08-05", "relative"),
    ("dateline", "VIENNA, Aug. 8 (Presswire) -- The council [voted] on Thursday to close the road.", "2013-08-08", "relative"),
    ("dateline", "VIENNA, Aug. 6 (Presswire) -- The council [voted] today to close the road.", "2013-08-06", "relative"),
    (
        "dateline",
        "VIENNA, Aug. 6 (Presswire) -- The council voted on Monday to close the road. Its head [resigned] yesterday.",
        "2013-08-05",
        "relative",
    ),
    ("ago", "The strike [began] three weeks ago.", "2013-07-15/2013-07-21", "relative"),
    ("part", "The mill [burnt] down in late May.", "2013-05-21/2013-05-31", "stated"),
    ("part", "In the spring of 2011 the owners [sold] the mill.", "2011-21", "stated"),
    ("ahead", "The union and the owners will [meet] next Tuesday.", "2013-08-13", "relative", "planned"),
    ("ahead", "They will [meet] again in October.", "2013-10", "stated", "planned"),
    ("last", "The parliament [approved] the treaty last December.", "2012-12", "stated"),
    ("weekday", "Work [resumed] on Saturday after a break of two weeks.", "2013-08-03", "relative"),
    ("offset", "The owners [offered] talks on Sunday, three days after the union walked out.", "2013-08-04", "relative"),
    ("offset", "The owners offered talks on Sunday, three days after the union [walked] out.", "2013-08-01", "relative"),
    ("offset", "A month after the talks collapsed, the owners [shut] the mill.", "2013-08-07", "published"),
    ("offset", "A month after the talks [collapsed], the owners shut the mill.", "2013-07", "relative"),
    ("later", "The talks collapsed on May 3. A month later the owners [shut] the mill.", "2013-06", "relative"),
    ("before", "On the eve of the vote, May 2, the owners [raised] pay.", "2013-05-02", "stated"),
    ("stretch", "Between April 3 and April 9 the owners [moved] their cranes out.", "2013-04-03/2013-04-09", "stated"),
    ("stretch", "The minister [visited] the camp on April 3-5.", "2013-04-03/2013-04-05", "stated"),
    ("part", "The owners [paid] the last wages in the first week of July.", "2013-07-01/2013-07-07", "stated"),
    ("last", "Last week the owners [barred] the press.", "2013-07-29/2013-08-04", "relative"),
    ("weekday", "The army [fired] shots on Wednesday.", "2013-08-07", "relative"),
    ("weekday", "Earlier on Wednesday the army had [fired] shots.", "2013-08-07", "relative"),
    ("weekday", "The army fired shots overnight. The governor [called] it a mistake on Wednesday.", "2013-08-07", "relative"),
    ("sent", "The owners sent a letter to the union on Monday [asking] it to end the strike.", "2013-08-05", "relative"),
    ("sent", "The owners issued a statement Tuesday [accusing] the union of theft.", "2013-08-06", "relative"),
    ("stance", "On July 2 the union reported that its members were [ready] to strike.", "2013-07-02", "stated"),
    (
        "stance",
        "Delegates voted on Monday to strike, three days after the union announced that most were [willing] to do so.",
        "2013-08-02",
        "relative",
    ),
    ("by", "By Tuesday, the owners had [fired] 40 men.", "2013-08-06", "relative"),
    ("until", "The bridge was [closed] until further notice on Monday.", "2013-08-05", "relative"),
    ("stretch", "The ministers [met] from Monday to Wednesday.", "2013-08-05/2013-08-07", "relative"),
    ("part", "The owners [locked] the gate at the weekend.", "2013-08-03/2013-08-04", "relative"),
    ("part", "The treaty was [signed] in 1953.", "1953", "stated"),
    ("printed", "Five days into the strike, on July 20, the mayor [offered] to mediate.", "2013-07-20", "stated"),
    ("printed", "The union had [struck] on July 1 and again on July 15.", "2013-07-01", "stated"),
    ("later", "The mill shut on July 1. It [reopened] ten days later.", "2013-07-11", "relative"),
    ("later", "The mill shut on July 1 and [reopened] ten days later.", "2013-07-11", "relative"),
    ("offset", "Hours after the vote on Tuesday, the owners [sued].", "2013-08-06", "relative"),
    ("later", "The strike ended on July 19. The owners [agreed] the following Monday to sell.", "2013-07-22", "relative"),
    ("clock", "The shelling began at dawn on Sunday and [killed] two men.", "2013-08-04", "relative"),
    ("ahead", "The envoy will [fly] to Linz the day after tomorrow.", "2013-08-09", "relative", "planned"),
    ("ago", "Two years ago this month the owners [closed] the mill.", "2011-08", "relative"),
    ("ago", "Exactly a year ago, on August 7, 2012, the mayor [signed] the lease.", "2012-08-07", "stated"),
    ("later", "They quarrelled on May 3. The following day, the two sides [met] again.", "2013-05-04", "relative"),
    ("clock", "In the early hours of Tuesday the police [cleared] the gate.", "2013-08-06", "relative"),
    ("clock", "Police cleared the gate on Tuesday night; the union [sued] on Wednesday morning.", "2013-08-07", "relative"),
    ("clock", "The offer, which [expired] at midnight on Sunday, was the third.", "2013-08-04", "relative"),
    ("before", "Before the talks on July 9 the owners had [freed] two men.", None, "unknown"),
    (
        "offset",
        "The union struck on May 3.\n\nTrade has suffered.\n\nThe owners [closed] the port a month after the union struck.",
        "2013-06",
        "relative",
    ),
    ("offset", "Trade has suffered.\n\nThe owners [closed] the port a month after the union struck.", None, "unknown"),
    ("offset", "Hours after the union voted on Tuesday, the owners [sued].", "2013-08-06", "relative"),
    ("dateline", "VIENNA, Aug. 1 (Presswire) -- The council [voted] on Monday to close the road.", "2013-08-05", "relative"),
    ("offset", "The embassy [evacuated] its staff two days before the vote on July 21.", "2013-07-19", "relative"),
    ("offset", "They left on July 30, the day after the army [sealed] the border.", "2013-07-29", "relative"),
    ("offset", "They met on July 30, a day after the army stormed the bank and [sealed] the border.", "2013-07-29", "relative"),
    ("offset", "On July 30, a day after the army [sealed] the border, the envoy left.", "2013-07-29", "relative"),
    ("stretch", "Talks [opened] in Linz on Monday and are due to end on Friday.", "2013-08-05", "relative"),
    ("to come", "Miners struck on Monday. They will be back on Friday. The owners [asked] for it.", "2013-08-05", "relative"),
    ("told after", "The envoy met the mayor on Monday. He [asked] Chile to wait, two guests said.", "2013-08-05", "relative"),
    ("stretch", "The border has been [closed] for ten days.", "2013-07-28", "relative"),
    ("part", "In mid-July the navy [fired] on two trawlers.", "2013-07-11/2013-07-20", "stated"),
    ("same", "The general resigned on Monday, the same day the union [called] its strike.", "2013-08-05", "relative"),
    ("before", "A day earlier, on Monday, the union had [called] its strike.", "2013-08-05", "relative"),
    ("until", "Not until Thursday did the owners [answer].", "2013-08-01", "relative"),
    ("ahead", "The airline [cancelled] all flights for Saturday.", "2013-08-07", "published"),
    ("printed", "It was on July 9 that the army [crossed] the river.", "2013-07-09", "stated"),
    ("clock", "Two soldiers were [killed] on the night of August 3.", "2013-08-03", "stated"),
    ("weekday", "The union, which on Monday [rejected] an offer, met again on Tuesday.", "2013-08-05", "relative"),
]  # fmt: skip


def told(marked: str, status: Status = "happened", published: str | None = PUBLISHED) -> tuple[str | None, str]:
    """The date of the word in brackets and how it is known."""
    found = date(marked, published, status)
    return found.date, found.how


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[1][:40])
def test_told(case: tuple[str, ...]) -> None:
    _, marked, date, how, *status = case
    assert told(marked, *status) == (date, how)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Two days into the strike, a judge barred pickets from the gate.", "2013-07-10"),
        ("Two weeks into the strike the mill sacked four of them.", "2013-07-22~"),
        ("Two days into the concert, a judge barred pickets from the gate.", "2013-08-07"),
    ],
)
def test_days_into_a_strike_count_from_its_first(text: str, date: str) -> None:
    found = events(f"Weavers went on strike on July 8.\n\n{text}", PUBLISHED)
    assert [e.date for e in found] == ["2013-07-08", date]


@pytest.mark.parametrize(("noun", "date"), [("strike", "2013-07-10"), ("season", None)])
def test_days_after_a_strike_began_count_from_its_first(noun: str, date: str | None) -> None:
    text = f"Weavers went on strike on July 8.\n\nTwo days after the {noun} began, the mill sacked four of them."
    assert [e.date for e in events(text, PUBLISHED) if e.type == "SANCTION"] == [date]


def test_days_into_a_strike_count_from_that_of_who_is_acted_on() -> None:
    text = "Dockers walked out on July 1.\n\nWeavers went on strike on July 8.\n\nTwo days into the strike the mill sacked four weavers."
    assert [e.date for e in events(text, PUBLISHED)] == ["2013-07-01", "2013-07-08", "2013-07-10"]
