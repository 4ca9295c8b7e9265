"""Pages of our own in the layouts of many kinds of outlets: each line with its kind, as flattening leaves them.

What stands around and inside the stories of agencies, broadcasters, tabloids, weeklies, local papers and weblogs:
long menus, teasers in every form, notices, boxes between paragraphs, lists and tables of the story itself.
"""

from collections.abc import Callable, Sequence

from training.own import Labelled, Maker

_SECTION = ("World", "Politics", "Business", "Sport", "Region", "Culture", "Technology", "Climate", "Markets", "Health",
            "Opinion", "Travel", "Motoring", "Property", "Food & Drink", "Science & Nature", "Arts", "Crime")  # fmt: skip
_ROLE = ("harbour master", "chief executive", "deputy minister", "union secretary", "professor of law", "driver",
         "head of the water board", "senior analyst", "company spokesman", "governor of the province")  # fmt: skip
_BODY = ("Shore Gazette", "Vale Rail", "the Tarn Water Authority", "Kessin Mining plc", "the Ferry Workers’ Union",
         "the Ministry of Works", "Northern Grid", "the Port Vale chamber of trade", "the United Crews")  # fmt: skip
_OPEN = ("In a statement", "Speaking after the meeting", "Earlier this week", "At a news conference", "Last month",
         "According to people who took part", "Even so", "Since the spring", "By nightfall")  # fmt: skip
_VERB = ("said", "told reporters", "added", "wrote in a letter", "insisted", "warned", "said in an interview")
_NEED = ("accept", "manage", "learn about", "sell or share", "limit", "object to", "opt out of")
_OVER = ("cookies and similar technologies", "how your data is used", "the use of your location", "personalised advertising",
         "the messages you get from us", "your subscription and its renewal")  # fmt: skip
_PART = ("We and our partners", "This website", "Our advertisers", "You can always", "By clicking on the button you",
         "If you choose to go on, you", "Some of our vendors")  # fmt: skip


def said(maker: Maker) -> str:
    """A sentence with the marks of news: figures, names, roles, quotations, asides."""
    who = f"{maker.name()}, {maker.one(('', 'the ', 'a '))}{maker.one(_ROLE)} at {maker.one(_BODY)},"
    clause = maker.clause()
    figure = maker.one((f"{maker.upto(2, 99)}%", f"${maker.upto(2, 900)} million", f"{maker.upto(1, 90)},{maker.upto(100, 999)}", f"about {maker.upto(20, 400)}"))  # fmt: skip
    forms = (
        f"{maker.one(_OPEN)}, {clause}, and {figure} of the {maker.one(('jobs', 'lorries', 'shares', 'berths', 'voters'))} were lost.",
        f"“{clause[0].upper()}{clause[1:]},” {who} {maker.one(_VERB)}.",
        f'"{clause[0].upper()}{clause[1:]}," {maker.one(_VERB)} {maker.name()}. "{maker.clause().capitalize()}."',
        f"{clause[0].upper()}{clause[1:]} ({figure}), while {maker.clause()}.",
        f"{who} {maker.one(_VERB)} that {clause} and that {maker.clause()}.",
        f"Mr {maker.name().split()[-1]} — who {maker.one(('left', 'led', 'ran'))} {maker.one(_BODY)} until {maker.upto(1998, 2024)} — {maker.one(_VERB)} {clause}.",
        f"{figure[0].upper()}{figure[1:]} was paid to {maker.one(_BODY)} on {maker.day()}, {maker.one(_BODY)} {maker.one(('says', 'reported', 'confirmed'))}.",
        f"“{maker.one(('We will not', 'I did not', 'They cannot', 'Nobody here will', 'You must not'))} {maker.one(('wait', 'leave', 'pay twice', 'give in', 'sign that'))}.”",
        f"But {clause}.",
        maker.sentence(),
    )  # fmt: skip
    return maker.one(forms)


def paragraph(maker: Maker, most: int) -> str:
    """So many sentences at most."""
    return " ".join(said(maker) for _ in range(maker.upto(1, most)))


def headline(maker: Maker) -> str:
    """A headline in one of the usual forms."""
    text = maker.headline()
    place = maker.one(_SECTION)
    forms = (text, text, text, f"{place}: {text}", f"‘{maker.clause().capitalize()}’: {text}", f"{text} – {maker.name()}",
             f"{text}, {maker.one(_BODY)} says", f"What to know about {maker.one(_BODY)}", f"Why did {text[0].lower()}{text[1:]}?",
             f"{maker.upto(3, 12)} things to know as {text[0].lower()}{text[1:]}", f"LIVE: {text}", f"Watch: {text}",
             f"WATCH | {text}", f"{text} | {place}", f"{text}...", f"Opinion: {text}", f"“{text}”")  # fmt: skip
    return maker.one(forms)


def age(maker: Maker) -> str:
    """When something was published, as links tell it."""
    n = maker.upto(2, 23)
    return maker.one(
        (f"{n} hours ago", f"{n}h", maker.day(), f"{n} min ago", f"{maker.day()} {maker.clock()}", maker.clock())
    )


def notice(maker: Maker) -> str:
    """What a site says to its reader, a sentence to a paragraph long."""

    def one() -> str:
        begin, verb, over = maker.one(_PART), maker.one(_NEED), maker.one(_OVER)
        forms = (f"{begin} {'may' if begin[0] in 'WTOS' else 'can'} {verb} {over}, and {verb} {maker.one(_OVER)} at any time.",
                 f"To {verb} {over}, go to your settings or write to us at help@{maker.one(('shore', 'vale', 'tarn'))}.example.",
                 f"Read our policy to learn more about {over} and about your rights.",
                 f"You can {verb} {over} or leave our list whenever you like.")  # fmt: skip
        return maker.one(forms)

    return " ".join(one() for _ in range(maker.upto(1, 4)))


def _furniture(texts: Sequence[str]) -> list[Labelled]:
    return [(text, "furniture") for text in texts]


def menu(maker: Maker) -> list[Labelled]:
    """The links at a page's head."""
    names = [maker.one(_SECTION) for _ in range(maker.upto(4, 60))]
    form = maker.upto(0, 5)
    if form == 0:
        return _furniture([f"{maker.one(('* ', '• ', '- ', '+ '))}{name}" for name in names])
    if form == 1:
        return _furniture(["".join(names[:12]), " | ".join(names[:8])])
    if form == 2:
        return _furniture(
            [
                text
                for name in names
                for text in (name, f"{name} {maker.one(('News', 'Live', 'Today', 'Video', 'Quiz'))}")
            ]
        )
    if form == 3:
        return _furniture([f"{name} & {maker.one(_SECTION)}" if maker.chance(0.3) else name.upper() for name in names])
    if form == 4:  # each section with its stories
        return _furniture(
            [text for name in names[:10] for text in (name, *(headline(maker) for _ in range(maker.upto(1, 4))))]
        )
    return _furniture(names)


def teasers(maker: Maker, count: int) -> list[Labelled]:
    """Links to other stories, all in one form."""
    form = maker.upto(0, 8)
    found: list[str] = []
    for _ in range(count):
        head, told = headline(maker), said(maker)
        forms: tuple[list[str], ...] = (
            [head], [head, told], [f"{head}{told}"], [maker.one(_SECTION), head, age(maker)], [f"{head}{age(maker)}"],
            [head, told, f"By {maker.name()}", age(maker)], [f"{maker.one(_SECTION)} {age(maker)}", head], [head.upper()],
            [f"{head} {told[:60].rsplit(' ', 1)[0]}...", "Read more"],
        )  # fmt: skip
        found += forms[form]
    return _furniture(found)


def box(maker: Maker, form: int) -> list[Labelled]:
    """What stands between two paragraphs and is not of the story; a site has one or two forms of it."""
    head = headline(maker)
    forms: tuple[Callable[[], list[str]], ...] = (
        lambda: [head],
        lambda: [f"{maker.one(('RELATED', 'Read more', 'READ ALSO', 'Also read', 'SEE ALSO', 'MORE', 'Related'))}: {head}"],
        lambda: [head, headline(maker)],
        lambda: [f"{maker.one(_SECTION)}", head],
        lambda: ["Advertisement"],
        lambda: [maker.one(("Story continues below advertisement", "Article continues after ad", "ADVERTISEMENT", "Skip ad"))],
        lambda: [head.upper()],
        lambda: ["Advertisement", "Continue reading below"],
        lambda: [f"WATCH | {head}:", f"{maker.upto(1, 9)} months ago", f"Duration {maker.upto(1, 9)}:{maker.upto(10, 59)}", said(maker)],
        lambda: ["Sign up for our letter", notice(maker), "Enter your email", "Subscribe"],
        lambda: ["Recommended", *[headline(maker) for _ in range(3)]],
        lambda: [notice(maker)],
        lambda: [f"{maker.one(('Video', 'Photos', 'Gallery', 'Listen', 'Podcast'))}: {head}"],
        lambda: [f"[{maker.one(('Read', 'Related', 'See'))}: {head}]"],
        lambda: [f"{maker.one(('READ MORE', 'Read more', 'More'))}: {head}"],
        lambda: ["Share", "Facebook", "Twitter", "WhatsApp", "Copy link"],
    )  # fmt: skip
    return _furniture(forms[form]())


_BOXES = 16


def listed(maker: Maker) -> list[Labelled]:
    """A list or a table that is of the story: a calendar, results, questions with answers, prices."""
    form, count = maker.upto(0, 6), maker.upto(4, 30)
    lines: list[str] = []
    if maker.chance(0.5):
        lines.append(
            maker.one(
                ("The dates", "Full results", "The calendar in full:", "What it costs", "Line-up", "Here is the list:")
            )
        )
    town = maker.name().split()[-1]
    for n in range(count):
        month = maker.one(("March", "June", "October"))
        forms: tuple[list[str], ...] = (
            [f"{month} {n % 28 + 1} – {town}, {maker.name()} Hall"], [f"{n + 1}. {maker.headline()}"],
            [f"{n % 28 + 1} {month}: {maker.name()} v {maker.name()}"], [f"{maker.name()} {maker.upto(0, 9)}-{maker.upto(0, 9)} {maker.name()}"],
            [f"Q: {maker.clause().capitalize()}?", f"A: {said(maker)}"], [f"• {said(maker)}"], [f"{maker.name()} – ${maker.upto(1, 900)}.99"],
        )  # fmt: skip
        lines += forms[form]
    return [(text, "story") for text in lines]


def story(maker: Maker) -> list[Labelled]:
    """The story's lines, with heads, lists and what stands between them."""
    most = maker.one(("1", "2", "3", "5"))
    count = maker.upto(2, 45 if most == "1" else 22)
    lines: list[Labelled] = [(paragraph(maker, int(most)), "story") for _ in range(count)]
    if maker.chance(0.35):
        lines[0] = (
            f"{maker.one(('PORT VALE', 'KESSIN, Tarn', 'SKARN, Norway'))} {maker.one(('(Reuters) - ', '(AP) — ', '— ', '– '))}{lines[0][0]}",
            "story",
        )
    found: list[Labelled] = []
    heads = maker.chance(0.3)
    boxes = [maker.upto(0, _BOXES - 1) for _ in range(maker.upto(1, 2))] if maker.chance(0.7) else []
    every = maker.upto(1, 7)
    for n, line in enumerate(lines):
        found.append(line)
        if n + 1 < count and heads and maker.chance(0.2):
            head = maker.headline()
            found.append((maker.one((head, " ".join(head.split()[:4]), head.upper(), f"{head}?", f"{head}.")), "story"))
        if n + 1 < count and boxes and n % every == every - 1:
            found += box(maker, boxes[n % len(boxes)])
        if n + 1 < count and maker.chance(0.05):
            found += maker.picture()
    if maker.chance(0.12):
        at = maker.upto(1, len(found))
        found[at:at] = listed(maker)
    return found


def posts(maker: Maker) -> list[Labelled]:
    """The posts of a live blog."""
    found: list[Labelled] = [(said(maker), "story") for _ in range(maker.upto(0, 4))]
    form, credit = maker.upto(0, 5), maker.chance(0.4)
    least = maker.upto(1, 2)
    for _ in range(maker.upto(3, 20)):
        clock, day = maker.clock(), maker.day()
        heading: list[Labelled] = [(headline(maker), "story")] if maker.chance(0.8) else []
        stamp: list[Labelled] = [
            [(clock, "dateline")], [(f"{maker.upto(1, 9)}h ago{clock}", "dateline")], [(f"{age(maker)} {maker.name()}", "byline")],
            [(f"{clock} {maker.name()}", "byline")], [(f"{day}, {clock}", "dateline")], [(f"{day} | {clock} GMT", "dateline")],
        ][form]  # fmt: skip
        found += [*stamp, *heading] if form != 2 else [*heading, *stamp]
        found += [(paragraph(maker, 3), "story") for _ in range(maker.upto(least, 4))]
        if credit and maker.chance(0.5):
            found.append((f"{maker.scene()} (Image: {maker.one(('Getty', 'PA', 'Reuters'))})", "caption"))
        if maker.chance(0.4):
            found += _furniture(["Share"])
    return found


def days(maker: Maker) -> list[Labelled]:
    """What happened day by day, each day above its sentences; or several stories in brief below each other."""
    brief, form = maker.chance(0.5), maker.upto(0, 2)
    found: list[Labelled] = []
    for _ in range(maker.upto(3, 14)):
        stamp = maker.one((maker.day(), f"{maker.day()}:")) if form else maker.day()
        heading: list[Labelled] = [(headline(maker), "story")] if brief else []
        found += [*heading, (stamp, "dateline" if brief else "story")] if form else [(stamp, "story"), *heading]
        found += [(paragraph(maker, 3), "story") for _ in range(maker.upto(1, 3))]
    return found


def head(maker: Maker) -> list[Labelled]:
    """What stands above the headline."""
    lines: list[Labelled] = []
    if maker.chance(0.25):
        lines += _furniture([notice(maker) for _ in range(maker.upto(1, 8))])
    if maker.chance(0.85):
        lines += menu(maker)
    if maker.chance(0.35):
        lines += teasers(maker, maker.upto(2, 30))
    if maker.chance(0.2):
        lines += _furniture(
            [
                f"{maker.one(_BODY)} {maker.upto(1, 99)}.{maker.upto(10, 99)} {maker.one('+-')}{maker.upto(0, 9)}.{maker.upto(10, 99)}%"
                for _ in range(maker.upto(2, 9))
            ]
        )
    if maker.chance(0.3):
        lines += menu(maker)
    return lines


def tail(maker: Maker) -> list[Labelled]:
    """What stands below the story."""
    lines: list[Labelled] = []
    if maker.chance(0.2):
        lines += _furniture(
            [
                f"{maker.name()} is a {maker.one(('reporter', 'staff writer', 'correspondent', 'columnist'))} who {maker.one(('covers', 'writes about'))} {maker.one(_SECTION).lower()} for the paper. {maker.one(('Follow her on Twitter', 'He lives in Tarn', 'Reach him by email'))}."
            ]
        )
    if maker.chance(0.3):
        lines += _furniture([maker.one(_SECTION) for _ in range(maker.upto(1, 6))])
    if maker.chance(0.2):
        lines += maker.comments()
    for _ in range(maker.upto(0, 4)):
        lines += _furniture(
            [
                maker.one(
                    (
                        f"More from {maker.one(_SECTION)}",
                        "Most read",
                        "You may also like",
                        f"Latest {maker.one(_SECTION)} news",
                        "Editors’ picks",
                        f"Today’s {maker.one(_SECTION).lower()}",
                        "Top stories",
                    )
                )
            ]
        )
        lines += teasers(maker, maker.upto(2, 25))
    lines += _furniture([notice(maker) for _ in range(maker.upto(0, 6))])
    if maker.chance(0.8):
        lines += menu(maker)
    lines += _furniture(
        [
            f"© {maker.upto(2009, 2026)} {maker.one(_BODY)}. {maker.one(('All rights reserved.', 'Registered office: 1 Quay Street, Tarn. Company number 0123456.', ''))}".strip()
        ]
    )
    return lines


def repeated(lines: Sequence[Labelled]) -> list[Labelled]:
    """The story once more on one line, as data for machines that flattening shows."""
    told = [text for text, kind in lines if kind == "story"]
    return _furniture([" ".join(told)[:6000]])


_TOLD = (posts, days, story)


def small(maker: Maker) -> list[Labelled]:
    """A short page: a few links, a story of some paragraphs with something between most of them, a few notices."""
    lines: list[Labelled] = _furniture([maker.one(_SECTION) for _ in range(maker.upto(0, 6))])
    if maker.chance(0.2):
        lines += _furniture([maker.buttons()])
    lines.append((headline(maker), "title"))
    lines += maker.byline() if maker.chance(0.8) else []
    if maker.chance(0.4):
        lines += maker.picture()
    if maker.chance(0.2):
        return [*lines, *brief(maker), *_furniture([f"© {maker.one(_BODY)}"])]
    boxes = [maker.upto(0, _BOXES - 1) for _ in range(maker.upto(1, 3))]
    count, share = maker.upto(2, 8), maker.one(("0.2", "0.6", "0.9"))
    for n in range(count):
        lines.append((paragraph(maker, maker.upto(1, 2)), "story"))
        if n + 1 < count and maker.chance(float(share)):
            lines += box(maker, boxes[n % len(boxes)])
    if maker.chance(0.3):
        lines += maker.comments()
    if maker.chance(0.5):
        lines += [*_furniture(["Related"]), *teasers(maker, maker.upto(1, 5))]
    lines += _furniture([notice(maker) for _ in range(maker.upto(0, 2))])
    last = maker.one(("", "PrivacyTermsContact us", ". All rights reserved."))
    return [*lines, *_furniture([f"© {maker.one(_BODY)}{last}"])]


def brief(maker: Maker) -> list[Labelled]:
    """The posts of a short live blog, all in one form."""
    dated, headed, shared = maker.chance(0.5), maker.chance(0.5), maker.chance(0.5)
    found: list[Labelled] = []
    for _ in range(maker.upto(2, 6)):
        stamp: Labelled = (f"{maker.day()}, {maker.clock()}" if dated else maker.clock(), "dateline")
        heading: list[Labelled] = [(headline(maker), "story")] if headed else []
        found += [stamp, *heading, (paragraph(maker, 2), "story")]
        found += _furniture([maker.one(("Share", "Copy link", "Facebook Twitter"))]) if shared else []
    return found


def page(maker: Maker) -> list[Labelled]:
    """A whole page of one outlet."""
    if maker.chance(0.3):
        return small(maker)
    own = headline(maker)
    lines: list[Labelled] = head(maker)
    if maker.chance(0.2):
        lines += _furniture([f"{maker.one(_SECTION)} {own}" if maker.chance(0.5) else own])
    lines.append((own, "title"))
    if maker.chance(0.35):
        lines.append((said(maker), "story"))
    below = [
        *maker.byline(),
        *_furniture(
            [maker.one(("Share", "Print", "Save", "Listen", "Comments", maker.buttons()))] if maker.chance(0.4) else []
        ),
    ]
    lines += below
    if maker.chance(0.4):
        lines += maker.picture()
    told = _TOLD[min(maker.upto(0, 15), 2)](maker)
    lines += told
    if maker.chance(0.1):
        lines.append((f"(Reporting by {maker.name()}; Editing by {maker.name()})", "credit"))
    if maker.chance(0.06):
        lines += repeated(told)
    return [*lines, *tail(maker)]


def interrupted(maker: Maker, lines: Sequence[Labelled]) -> list[Labelled]:
    """A page with boxes of one or two forms between the paragraphs of its story."""
    boxes = [maker.upto(0, _BOXES - 1) for _ in range(maker.upto(1, 2))]
    every, count = maker.upto(1, 6), 0
    found: list[Labelled] = []
    for n, line in enumerate(lines):
        found.append(line)
        if line[1] == "story" and n + 1 < len(lines) and lines[n + 1][1] == "story" and len(line[0]) >= _PARAGRAPH:
            count += 1
            if count % every == 0:
                found += box(maker, boxes[count // every % len(boxes)])
    return found


_PARAGRAPH = 80  # characters
