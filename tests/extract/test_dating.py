"""Which day an event happened: the marked word against its date."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.asked import PUBLISHED, date

from standoff import edtf
from standoff.extract.dated import Dated
from standoff.extract.dating import Dater
from standoff.extract.times import find_times
from standoff.model import Meta, Page, Part, Span, Status
from standoff.parse import parse

pytestmark = pytest.mark.model


CASES = [
    ("Deliveries [fell] by half from Monday to Tuesday.", "2013-08-06", "relative"),
    ("The pilots [decided] to down tools as they gathered in a hangar on Sunday.", "2013-08-04", "relative"),
    ("The presidents [agreed] to reopen the bridge as they met in Quito on Monday.", "2013-08-05", "relative"),
    ("The minister said on Monday after [meeting] the envoy that the pass was safe.", "2013-08-05", "relative"),
    ("Deliveries [fell] slowly from May 3 to June 9.", "2013-05-03/2013-06-09", "stated"),
    ("Growers [clashed] with guards on Monday and Tuesday.", "2013-08-05/2013-08-06", "relative"),
    ("Growers [clashed] with guards on Wednesday and Thursday.", "2013-07-31/2013-08-01", "relative"),
    ("Growers [clashed] with guards on May 3 and May 4.", "2013-05-03/2013-05-04", "stated"),
    ("Growers [clashed] with guards on Monday and Friday.", "2013-08-05", "relative"),
    ("The owners [closed] the mill on Monday.", "2013-08-05", "relative"),
    ("The owners [closed] the mill on March 3.", "2013-03-03", "stated"),
    ("The owners closed the mill in March, [sending] home all workers.", "2013-03", "stated"),
    ("The owners closed the mill in March, sending home all workers and [barring] the union from the gate.", "2013-03", "relative"),
    ("The owners [closed] the mill and sacked its workers on Monday.", "2013-08-05", "relative"),
    ("Earlier this year, the union [threatened] a strike.", "2013", "relative"),
    ("The court fined the union for [blocking] the gate in May.", "2013-05", "stated"),
    ("The court [fined] the union for blocking the gate in May.", "2013-08-07", "published"),
    ("The owners [fired] ten workers, a union spokesman said.", "2013-08-07", "published"),
    ("The owners [said] today that they would reopen the mill.", "2013-08-07", "relative"),
    ("The owners said today that they would [reopen] the mill.", None, "unknown"),
    ("The owners [had] shut the gate.", None, "unknown"),
    ("The mill is old. It employs many. It was sold.\n\nIt is grey.\n\nThe owner [has] pledged to keep it.", None, "unknown"),
    ("Work has slowed since Monday, when the owners [locked] the gate.", "2013-08-05", "relative"),
    ("Men have crossed again since Friday, August 2, when the owners [unlocked] the gate.", "2013-08-02", "stated"),
    ("The yard has been idle since August 2, the date on which the owners [locked] the gate.", "2013-08-02", "stated"),
    ("The deadline passed on Friday, August 2, the day on which the owners [locked] the gate.", "2013-08-02", "stated"),
    ("Talks began on August 2, the same day the owners [locked] the gate.", "2013-08-02", "stated"),
    ("The men left on Monday. A week earlier, on July 27, the owners had [locked] the gate.", "2013-07-27", "stated"),
    ("The owners [kept] the men out for a second day on Tuesday.", "2013-08-05/2013-08-06", "relative"),
    ("The owners [locked] the men out of the mill they run for a second day on Tuesday.", "2013-08-05/2013-08-06", "relative"),
    (
        "Few lorries have been let in since Monday, when the owners lost patience.\n\nThe limit was [imposed] by the port.",
        "2013-08-05/2013-08-07",
        "relative",
    ),
    ("Members have [backed] a strike by 87 percent, union officials said on Monday night.", "2013-08-05~", "relative"),
    ("The owners [barred] the men for the third straight day on August 6.", "2013-08-04/2013-08-06", "stated"),
    ("The two sides met on Monday. They [quarrelled] over pay.", "2013-08-05", "relative"),
    ("The owners [rejected] the offer of Monday.", "2013-08-07", "published"),
    ("Its owner, who [lost] the mill in a 1998 ruling, is ill.", "1998", "stated"),
    ("The militia [gave up] its campaign to topple him three years ago.", "2010", "relative"),
    ("At the end of the fair -- it began July 3 -- guards [locked] the gate of the mill.", "2013-08-07", "published"),
    ("The firm was [working] with the port to reopen the quay in October.", "2013-08-07", "published"),
    ("The firm was working with the port to [reopen] the quay in October.", "2013-10", "stated"),
    ("The owners had told the guards to [burn] the sheds in June.", "2013-06", "stated"),
    ("The owners [cancelled] the contract of 1998, as they had warned.", "2013-08-07", "published"),
    ("The owners withdrew the guards and [suspended] work on April 8.", "2013-04-08", "stated"),
    ("The owners [withdrew] the guards and suspended work on April 8.", "2013-04-08", "stated"),
    ("The ministry said that it was selling the port and [accused] the union of lies.", "2013-08-07", "published"),
    ("The quarrel [drags] on four months after the owners closed the mill.", "2013-08-07", "published"),
    ("The quarrel drags on four months after the owners [closed] the mill.", "2013-04", "relative"),
    ("The last round, held on June 4, [ended] in a quarrel.", "2013-06-04", "stated"),
    ("The owner [called] for talks next month.", "2013-08-07", "published"),
    ("The owner [threatened] to close the mill by the end of the year.", "2013-08-07", "published"),
    ("The mill, [shut] since April, will reopen on Sept. 2.", "2013-04", "stated"),
    ("Workers walked out on Tuesday, two days after the owners [cut] their bonus.", "2013-08-04", "relative"),
    ("The union won the vote in February and has [paid] its strikers for weeks.", "2013-08-07", "published"),
    ("The union [said] on Thursday it would resume work.", "2013-08-01", "relative"),
    ("The union met on Tuesday. The owners then [asked] for talks in Linz on Sunday.", "2013-08-06/2013-08-07", "relative"),
    ("The owners [proposed] a third round there on June 4.", "2013-08-07", "published"),
    ("The owners [proposed] a third round on Monday.", "2013-08-05", "relative"),
    ("On Monday the owners [proposed] a round in Linz on August 12.", "2013-08-05", "relative"),
    ("The union [called] for a meeting in Linz on Friday.", "2013-08-07", "published"),
    ("On Monday the owners offered talks and [demanded] an answer by noon on Tuesday.", "2013-08-05", "relative"),
    ("The owners spoke up this week. They met on Saturday.\n\nThe union [rejected] it.", None, "unknown"),
    ("The union had [set] the Friday deadline.", None, "unknown"),
    ("The union signed a contract on Tuesday at the end of the round, which was [held] in Linz.", "2013-08-06", "relative"),
    ("The owners shut the mill on Tuesday. Hours before, the union had [threatened] a strike.", "2013-08-06", "relative"),
    ("The owners [want] a vote now. They will sell otherwise, they said on August 5.", "2013-08-05", "relative"),
    ("Owners quarrel; mill stays shut\n\nThe owners met on Tuesday.\n\nThey [blamed] the union.", "2013-08-06", "relative"),
    ("The owners met on Friday.\n\nThe union [rejected] the plan.", None, "unknown"),
    ("The gate is open again. The gate had been shut for weeks. Ten mills [stopped] work.", None, "unknown"),
    ("The owners met the union. They seek peace. About 70 workers are there. The owners [withdrew] the guards.", None, "unknown"),
    ("The port is [removing] the cranes on its pier. Men have worked on the cranes since Sunday.", "2013-08-07", "published"),
    ("Late on Monday, both sides said they had [agreed] on pay.", "2013-08-05~", "relative"),
    ("Nearly a year after the strike began, the firm [failed].", "2013-08-07", "published"),
    ("Nearly a year after the strike [began], the firm failed.", "2012", "relative"),
    ("The strike [is] the longest since 1988.", "2013-08-07", "published"),
    ("They sent guards to the border on Monday and [sold] the mill to its owner on Sunday.", "2013-08-04", "relative"),
    ("VIENNA, Aug. 5 -- The owners [sold] the mill.", "2013-08-07", "published"),
    ("The owners [barred] the union from entering the mill on Monday.", "2013-08-05", "relative"),
    ("The owners [let] ten workers go on Monday.", "2013-08-05", "relative"),
    ("The strike [ended] on May 3, and on Monday the members voted.", "2013-05-03", "stated"),
    ("The strike ended on May 3, and on Monday the members [voted].", "2013-08-05", "relative"),
    ("The owners [broke] the 1953 contract on Monday.", "2013-08-05", "relative"),
    ("The owners [suggested] a meeting of lawyers on August 7.", "2013-08-07", "published"),
    ("The lawyers met on Monday. Two mayors led them. They [agreed] on little.", "2013-08-05", "relative"),
    ("The owners [declared] the contract void on Monday.", "2013-08-05", "relative"),
    ("The two sides met on Tuesday.\n\nThe owners [refused] to sign.", "2013-08-06", "relative"),
    ("The two sides met on July 20.\n\nThe owners [refused] to sign.", "2013-08-07", "published"),
    ("The mayor resigned on Monday, hours after the union [broke] its word.", "2013-08-05", "relative"),
    ("The union held its second [strike] in May.", "2013-05", "stated"),
    ("After the [strike] in May, the owners gave way.", "2013-05", "stated"),
    ("The union began [talks] last month.", "2013-07", "relative"),
    ("The union will [stop] work from midnight.", "2013-08-08", "relative"),
    ("The union said on Tuesday that it would [stop] work from midnight.", "2013-08-07", "relative"),
    ("The crews [walked] out at midnight.", "2013-08-07", "relative"),
    ("The guns are to [fall] silent at midnight.", "2013-08-08", "relative"),
    ("The crews will [walk] out at midnight on Friday.", "2013-08-09", "relative"),
    ("Talks on pay [broke] down after Tuesday's session.", "2013-08-06", "relative"),
    ("The owners [withdrew] the offer after Monday's round.", "2013-08-05", "relative"),
    ("Members have [accepted] the offer in a ballot that closed on Monday.", "2013-08-05", "relative"),
    ("The crews [rejected] the plan in a vote held on Sunday.", "2013-08-04", "relative"),
    ("The post was [set] up by the army in April.", "2013-04", "stated"),
    ("Nurses who voted [took] the deal, it was announced on Monday.", "2013-08-05~", "relative"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "wanted", "how"), CASES)
def test_date(marked: str, wanted: str | None, how: str) -> None:
    found = date(marked)
    assert (found.date, found.how) == (wanted, how)


def test_since_opens_a_spell() -> None:
    found = date("The mill has been [closed] since April.")
    assert (found.date, found.since) == ("2013-04", True)


def test_an_offset_from_a_dated_event() -> None:
    text = "The two sides met on Saturday, a month after their first round on pay [failed]."
    assert date(text) == Dated("2013-07", "relative")


def test_an_offset_from_an_undated_event_is_kept_as_relation() -> None:
    found = date("They had [met] two weeks after the walk-out.")
    assert found.date is None
    assert found.rel is not None
    assert (found.rel.offset, found.rel.direction) == ("P2W", "after")
    assert isinstance(found.rel.anchor, Span)


def test_what_is_to_come_has_no_date_of_the_page() -> None:
    assert date("The union [strikes] for pay.", status="planned") == Dated()


def test_talks_asked_for_take_the_time_to_come() -> None:
    assert date("The owner called for [talks] next month.", status="demanded") == Dated("2013-09", "relative")


def test_an_inferred_interval_dates_what_is_said_today() -> None:
    found = date("The owners [said] today that it was over.", "2013-08-01/2013-08-13")
    assert (found.date, found.how) == ("2013-08-01/2013-08-13", "relative")


def test_a_caption_is_dated_by_its_own_date_alone() -> None:
    text = "Owners and union shake hands at the gate, March 3, 2013."
    parts = (Part(start=0, end=len(text), kind="caption"),)
    parsed = parse(Page(id="p", text=text, meta=Meta(published=PUBLISHED), parts=parts))
    times, meta, _ = find_times(parsed)
    token = next(t for t in parsed.sentences[0].tokens if t.lower == "shake")
    assert Dater(parsed, times, meta).date(token, [token], "happened") == Dated("2013-03-03", "stated")


def test_what_goes_on_began_when_the_next_sentence_says() -> None:
    found = date("The port is [removing] its cranes. Men have worked on the cranes since Sunday.", status="ongoing")
    assert found == Dated("2013-08-04", "relative", since=True)


def test_a_place_between_makes_the_day_that_of_the_talks() -> None:
    assert date("The owners asked for [talks] in Linz on Sunday.", status="demanded").date == "2013-08-11"


def test_a_day_behind_the_comma_of_a_title_is_that_of_its_second_half() -> None:
    text = "Deals signed, crews back on Wednesday\nThe owners signed a deal on Tuesday."
    cut = text.index("\n")
    parts = (Part(start=0, end=cut, kind="title"), Part(start=cut + 1, end=len(text), kind="story"))
    parsed = parse(Page(id="p", text=text, meta=Meta(published=PUBLISHED), parts=parts))
    times, meta, _ = find_times(parsed)
    token = next(t for t in parsed.sentences[0].tokens if t.lower == "signed")
    assert Dater(parsed, times, meta).date(token, [token], "happened") == Dated("2013-08-06", "relative")


def test_a_title_goes_with_the_day_of_the_lead() -> None:
    text = "Owners shut mill\nThe owners shut the mill on Monday."
    cut = text.index("\n")
    parts = (Part(start=0, end=cut, kind="title"), Part(start=cut + 1, end=len(text), kind="story"))
    parsed = parse(Page(id="p", text=text, meta=Meta(published=PUBLISHED), parts=parts))
    times, meta, _ = find_times(parsed)
    token = next(t for t in parsed.sentences[0].tokens if t.lower == "shut")
    assert Dater(parsed, times, meta).date(token, [token], "happened") == Dated("2013-08-05", "relative")


_WORDS = st.sampled_from(
    ["the", "owners", "closed", "mill", "on", "Monday", "in", "April", "said", "that", "a", "month", "after", "talks", "failed", ",",
     "will", "meet", "2013", "since", "“", "”", "last", "week", "and", "before", "to", ".", "had", "by", "next", "year", "two", "days",
     "later", "until", "for", "which", "was", "held", "June", "4", "\n"]
)  # fmt: skip
_STATUSES: tuple[Status, ...] = ("happened", "planned", "demanded")
_PAGE_DATES = st.sampled_from([None, "2013-08-07", "2013-08-01/2013-08-13", "XXXX-08-01/XXXX-08-13", "2013"])


@settings(max_examples=60)
@given(st.lists(_WORDS, min_size=1, max_size=40).map(" ".join), _PAGE_DATES)
def test_any_words_any_date(text: str, published: str | None) -> None:
    if not text.strip():
        return
    parsed = parse(
        Page(id="p", text=text, meta=Meta(published=published), parts=(Part(start=0, end=len(text), kind="story"),))
    )
    times, meta, _ = find_times(parsed)
    assert all(text[t.start : t.end].strip() for t in times)
    dater = Dater(parsed, times, meta)
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            for status in _STATUSES:
                found = dater.date(token, [token], status)
                assert found.date is None or edtf.is_valid(found.date)
                assert found.date is None or found.rel is None
