"""Pages of our own for the segmenter: made up, each line with its kind, in the forms that news sites print.

What the pages beside the project hardly mark: captions, credits, galleries, datelines, bylines, comments, notices.
"""

import itertools
from collections.abc import Sequence

import numpy as np

Labelled = tuple[str, str]  # a line and its kind

_WHO = ("the mayor", "a union leader", "the harbour office", "the two governments", "the mill's owners", "the envoy",
        "the minister for transport", "the railway", "the pilots", "a spokeswoman for the council", "the farmers",
        "the north shore", "the company", "both delegations", "the court", "the fishermen", "her deputy")  # fmt: skip
_DID = ("turned down", "put off", "signed", "welcomed", "spoke of", "shut", "opened", "left", "asked for", "condemned",
        "called off", "paid for", "waited for", "had promised", "set out", "would not discuss")  # fmt: skip
_WHAT = ("the offer", "a second round of talks", "the old bridge", "the agreement on fees", "the ferry line",
         "the lorries at the crossing", "the plan for the dam", "new rules for the depot", "a list of demands",
         "the strike", "the gates of the plant", "the inspection of the mine", "a letter to the board")  # fmt: skip
_TAIL = ("on Monday", "after three days of silence", "in the spring", "which had been expected for weeks",
         "at the customs house in Port Vale", "while the crews waited outside", "without giving a reason",
         "as prices rose for the second month", "although nobody had been paid since April", "near the border",
         "in front of several hundred workers", "for the first time in a decade")  # fmt: skip
_FIRST = ("Jane", "John", "Amina", "Lars", "Mei", "Pavel", "Rosa", "Tariq", "Ines", "Kofi", "Yuki", "Bela")
_LAST = ("Roe", "Okafor", "Lindqvist", "Marchetti", "Tan", "Novak", "Haddad", "Pereira", "Iversen", "Quist", "O’Dea")
_TOWN = ("Port Vale", "Kessin", "Old Ferry", "Marrow Bay", "Santa Lena", "Upper Dunlin", "Tarn")
_AGENCY = ("Reuters", "AP", "AFP", "Getty Images", "EPA", "Yonhap", "Bloomberg", "Xinhua", "PA Wire", "Shutterstock")
_PAPER = ("Harbour Post", "Shore Gazette", "Vale Courier", "Morning Lantern", "Dunlin Times")
_MONTH = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
_MENU = ("Home", "World", "Business", "Sport", "Opinion", "Weather", "Culture", "Video", "Subscribe", "Sign in", "More",
         "Travel", "Science", "Podcasts", "Jobs", "Letters", "Search", "Menu", "Health", "Obituaries")  # fmt: skip
_NOTICE = (
    "By signing up you agree to our terms of use and to receive messages about our offers. You can leave at any time.",
    "We and our partners store information on your device to show you content that fits you. Change your choices here.",
    "Get the day's main stories in your inbox every morning. Enter your email address to join our letter.",
    "You can support our reporters by becoming a member. Your help pays for work like this.",
    "If you live in this state, you may ask us not to sell what we know about you. Use the form below to opt out.",
    "Please read our house rules before you write. We take down posts that attack other readers.",
    "All material on this site belongs to its owners and may not be copied or passed on without written leave.",
    "Quotes delayed at least 15 minutes. See here for a complete list of exchanges and delays.",
)
_REMARK = (
    "I have said this for years and nobody in that office ever listens to us.",
    "Well said. My father worked there and he would not believe what they have made of it.",
    "So who pays for all this? Not them, I can tell you.",
    "You clearly did not read the article. They said the opposite.",
    "Does anyone know if the boat runs on Sunday? I need to get to my sister.",
    "lol as if that would ever happen",
    "Both sides should sit down and stop shouting, we are all tired of it.",
    "I agree with the first comment but I think you forget what happened last winter when the pier was shut for a month and we had to drive around the bay every day.",
)  # fmt: skip


class Maker:
    """Makes lines and pages from one stream of random numbers."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng

    def one(self, choices: Sequence[str]) -> str:
        """One of some texts."""
        return choices[int(self.rng.integers(len(choices)))]

    def chance(self, share: float) -> bool:
        """True in that share of cases."""
        return bool(self.rng.random() < share)

    def upto(self, low: int, high: int) -> int:
        """A whole number, both ends possible."""
        return int(self.rng.integers(low, high + 1))

    def name(self) -> str:
        """A made-up person."""
        return f"{self.one(_FIRST)} {self.one(_LAST)}"

    def day(self) -> str:
        """A date in one of the usual forms."""
        month, day, year = self.one(_MONTH), self.upto(1, 28), self.upto(2009, 2026)
        forms = (f"{month} {day}, {year}", f"{day} {month} {year}", f"{month[:3]} {day}, {year}", f"{day}/{self.upto(1, 12)}/{year}",
                 f"{year}-{self.upto(1, 12):02}-{day:02}")  # fmt: skip
        return self.one(forms)

    def clock(self) -> str:
        """A time of day."""
        return self.one(
            (
                f"{self.upto(1, 12)}:{self.upto(0, 59):02} {self.one(('am', 'pm', 'AM', 'p.m.'))}",
                f"{self.upto(0, 23):02}:{self.upto(0, 59):02}",
            )
        )

    def clause(self) -> str:
        """Who did what, and when or where."""
        return f"{self.one(_WHO)} {self.one(_DID)} {self.one(_WHAT)} {self.one(_TAIL)}"

    def sentence(self) -> str:
        """One sentence of a story."""
        text = self.clause()
        if self.chance(0.5):
            text += self.one((", and ", ", while ", ", but ")) + self.clause()
        if self.chance(0.25):
            text = f"“{text[0].upper()}{text[1:]},” {self.name()} said"
        elif self.chance(0.2):
            text += f", {self.name()} told the {self.one(_PAPER)}"
        return text[0].upper() + text[1:] + "."

    def paragraph(self) -> str:
        """One to four sentences."""
        return " ".join(self.sentence() for _ in range(self.upto(1, 4)))

    def headline(self) -> str:
        """A headline, without a full stop."""
        text = f"{self.one(_WHO)} {self.one(_DID)} {self.one(_WHAT)}"
        if self.chance(0.3):
            text += " " + self.one(_TAIL)
        return text.title() if self.chance(0.3) else text[0].upper() + text[1:]

    def credit(self) -> str:
        """The credit of a picture, on a line of its own."""
        agency, name, paper = self.one(_AGENCY), self.name(), self.one(_PAPER)
        forms = (agency, f"{agency}/{name}", f"{name}/{agency}", f"{name} / {agency}", f"Photo: {name}", f"Credit: {agency}",
                 f"Photo by {name}", f"Image: {agency}", f"Photograph: {name}/{agency}", f"({name}/{agency})", f"© {agency}",
                 f"Credit...{name} for The {paper}", f"{name} via {agency}", f"Picture: {agency}", f"[{name}/{agency}]",
                 f"Image credits: {name}", f"Courtesy of {name}", f"Photo: Courtesy {name}", f"{name}, {paper}",
                 f"AP Photo/{name}", f"{agency} Photo", f"Source: {agency}", f"Photograph by {name}", f"{paper}",
                 f"Image Source: {agency}", f"Image copyright {agency}", name)  # fmt: skip
        return self.one(forms)

    def scene(self) -> str:
        """What a picture shows."""
        who = self.one(
            (
                self.one(_WHO),
                self.name(),
                "a worker",
                "police officers",
                "residents",
                "a ferry",
                "lorries",
                "protesters",
                "an empty quay",
            )
        )
        doing = self.one(
            (
                "waits",
                "stands",
                "looks on",
                "speaks to reporters",
                "arrives",
                "is seen",
                "queues",
                "leaves",
                "walks past the gates",
                "addresses a crowd",
            )
        )
        text = f"{who} {doing} {self.one(('at', 'near', 'outside', 'in', 'in front of'))} {self.one(('the pier', 'the town hall', 'a checkpoint', 'the plant', 'the courthouse', 'the customs house'))}"
        if self.chance(0.5):
            text += f" in {self.one(_TOWN)}"
        if self.chance(0.35):
            text += f" on {self.day()}" if self.chance(0.6) else f", {self.day()}"
        if self.chance(0.06):
            text += f", {self.one(('as ' + self.clause(), 'where ' + self.clause()))}"
        return text[0].upper() + text[1:]

    def caption(self) -> str:
        """A caption in one of the usual forms."""
        text = self.scene()
        agency, name = self.one(_AGENCY), self.name()
        plain = text + self.one((".", ".", ""))
        forms = (plain, plain, plain, f"FILE PHOTO: {plain}", f"{text}. ({name}/{agency})", f"{text} (Image: {agency})", f"{text}. Photo: {name}",
                 f"{self.name()} (left) and {self.name()}, {self.day()}", f"{text}. REUTERS/{name}", f"{text}. Picture: {agency}",
                 f"{self.upto(1, 4)} of {self.upto(5, 12)} {plain}", f"Image caption {plain}", f"{text}. — {agency} pic", f"{text} | {agency}",
                 f"In this file photo taken on {self.day()}, {text[0].lower()}{text[1:]}.", f"{text}. © {agency}", f"{text} [{name}/{agency}]",
                 f"{name}. File image", f"{name}, {self.one(_WHO)[4:]} of {self.one(_TOWN)}", f"{name}", f"{text}. {name}/{agency}")  # fmt: skip
        return self.one(forms)

    def picture(self) -> list[Labelled]:
        """A caption, or a credit, or both in either order."""
        caption, credit = (self.caption(), "caption"), (self.credit(), "credit")
        return [[caption], [caption, credit], [caption, credit], [credit, caption], [credit]][self.upto(0, 4)]

    def gallery(self) -> list[Labelled]:
        """Several pictures in a row, all in one form."""
        counted, first, credited = self.chance(0.4), self.chance(0.4), self.chance(0.8)
        total = self.upto(2, 7)
        lines: list[Labelled] = []
        for n in range(total):
            if counted:
                lines.append((f"{n + 1} of {total}", "furniture"))
            pair = (
                [(self.scene() + ".", "caption"), (self.credit(), "credit")]
                if credited
                else [(self.scene() + ".", "caption")]
            )
            lines += pair[::-1] if first else pair
        return lines

    def byline(self) -> list[Labelled]:
        """Who wrote it, and when: one line or two."""
        name, day, clock = self.name(), self.day(), self.clock()
        forms: tuple[list[Labelled], ...] = (
            [(f"By {name}", "byline")], [(f"By {name}", "byline"), (f"{day} {clock}", "dateline")], [(name, "byline"), (day, "dateline")],
            [(f"By {name}, {self.one(_PAPER)}", "byline"), (f"Published {clock}, {day}", "dateline")], [(f"{name} | {day}", "byline")],
            [(f"Published: {day} {clock} GMT", "dateline")], [(f"{self.one(_TOWN).upper()} {day} {clock} GMT", "dateline")],
            [(f"By {name} and {self.name()}", "byline"), (f"Updated {day} at {clock}", "dateline")], [(name, "byline"), (f"{self.one(_WHO)[4:]} correspondent", "furniture"), (day, "dateline")],
            [(f"{day} / {clock} / {self.one(_AGENCY)}", "dateline")], [(f"{name} - {self.one(_PAPER)} - {day}", "byline")], [("by", "furniture"), (name, "byline")],
        )  # fmt: skip
        return forms[self.upto(0, len(forms) - 1)]

    def comments(self) -> list[Labelled]:
        """Readers' comments under a head, in one form; some with a form that no rule takes apart."""
        count = self.upto(1, 6)
        lines: list[Labelled]
        head = self.one(
            (
                f"Comments ({count})",
                f"{count} Comments",
                "Comments",
                "Have your say",
                "Join the conversation",
                "Readers’ views",
                "What you said",
            )
        )
        lines = [(head, "furniture")]
        form = self.upto(0, 4)
        for _ in range(count):
            who = self.one(
                (
                    self.name(),
                    f"{self.one(_LAST).lower()}{self.upto(1, 99)}",
                    f"{self.one(_FIRST)} from {self.one(_TOWN)}",
                )
            )
            if form == 0:
                lines += [(who, "comment"), (f"{self.upto(2, 23)} hours ago", "comment")]
            elif form == 1:
                lines += [(f"{who} says:", "comment"), (f"{self.day()} at {self.clock()}", "comment")]
            elif form == 2:
                lines += [(f"{who}, {self.one(_TOWN)}", "comment")]
            elif form == 3:
                lines += [(f"{who} wrote:", "comment")]
            lines += [(self.one(_REMARK), "comment") for _ in range(self.upto(1, 2))]
            if form != 2:
                lines.append((self.one(("Reply", "Like Reply", "Report", "Share")), "furniture"))
        return lines

    def aside(self) -> list[Labelled]:
        """What stands inside a story and is not of it."""
        forms: tuple[list[Labelled], ...] = (
            [("Advertisement", "furniture")], [(f"Read more: {self.headline()}", "furniture")], [(self.one(_NOTICE), "furniture")],
            [("Related", "furniture"), *((self.headline(), "furniture") for _ in range(self.upto(1, 4)))], [(f"ALSO READ: {self.headline()}", "furniture")],
            [(self.headline().upper(), "furniture")], [(self.buttons(), "furniture")], [("Sign up for our morning letter", "furniture"), ("Enter your email", "furniture")],
        )  # fmt: skip
        return forms[self.upto(0, len(forms) - 1)]

    def buttons(self) -> str:
        """Names of links or buttons run together, as flattening leaves them."""
        names = [
            self.one(("Facebook", "Twitter", "Print", "Email", "Telegram", "Copy link", *_MENU))
            for _ in range(self.upto(2, 8))
        ]
        return "".join(names)

    def tail(self) -> list[Labelled]:
        """What stands below a story."""
        lines: list[Labelled] = []
        if self.chance(0.3):
            lines.append((f"(Reporting by {self.name()}; editing by {self.name()})", "credit"))
        for _ in range(self.upto(1, 3)):
            lines.append(
                (
                    self.one(("Related articles", "Most read", "More from Business", "You may also like", "Latest")),
                    "furniture",
                )
            )
            for _ in range(self.upto(2, 8)):
                lines.append((self.headline(), "furniture"))
                if self.chance(0.3):
                    lines.append((self.sentence(), "furniture"))
        lines += [(self.one(_NOTICE), "furniture") for _ in range(self.upto(0, 4))]
        lines += [(self.one(_MENU), "furniture") for _ in range(self.upto(2, 15))]
        if self.chance(0.3):
            lines.append((self.buttons(), "furniture"))
        lines.append((f"© {self.upto(2009, 2026)} {self.one(_PAPER)}. All rights reserved.", "furniture"))
        return lines

    def bare(self) -> list[Labelled]:
        """A page with hardly anything around its story, as people copy them."""
        lines: list[Labelled] = [(self.headline(), "title")] if self.chance(0.8) else []
        if self.chance(0.5):
            lines += self.byline()
        lines += [(self.paragraph(), "story") for _ in range(self.upto(1, 7))]
        if self.chance(0.2):
            lines.append((f"{self.one(_WHO).capitalize()} {self.one(('said', 'wrote', 'replied', 'asked'))}:", "story"))
            lines += [(self.paragraph(), "story") for _ in range(self.upto(1, 3))]
        if self.chance(0.15):
            lines += [(line, "story") for line, kind in lines[-2:] if kind == "story"]
        return self.dressed(lines) if self.chance(0.25) else lines

    def page(self) -> list[Labelled]:
        """A whole page."""
        if self.chance(0.4):
            return self.bare()
        lines: list[Labelled] = [(self.one(_MENU), "furniture") for _ in range(self.upto(0, 40))]
        if self.chance(0.4):
            lines += [(self.headline(), "furniture") for _ in range(self.upto(1, 10))]
        if self.chance(0.3):
            lines.append((self.buttons(), "furniture"))
        lines.append((self.headline(), "title"))
        if self.chance(0.3):
            lines.append((self.sentence(), "story"))
        lines += self.byline()
        lines += [(self.paragraph(), "story") for _ in range(self.upto(2, 18))]
        lines += self.tail()
        return self.dressed(lines)

    def dressed(self, lines: list[Labelled]) -> list[Labelled]:
        """A page with pictures, asides and comments put in where sites have them."""
        story = [n for n, (_, kind) in enumerate(lines) if kind == "story"]
        if not story:
            return lines
        put: dict[int, list[Labelled]] = {}
        if self.chance(0.5):
            put[story[0]] = self.picture()
        for _ in range(self.upto(0, 2)):
            put.setdefault(story[self.upto(0, len(story) - 1)], self.picture() if self.chance(0.5) else self.aside())
        if self.chance(0.15):
            lead = [
                (self.one(("Here are pictures of the day:", "More photos from the pier:", "In pictures:")), "story")
            ]
            put.setdefault(story[-1] + 1, [*(lead if self.chance(0.5) else []), *self.gallery()])
        elif self.chance(0.25):
            put.setdefault(story[-1] + 1, self.comments())
        found: list[Labelled] = []
        for n, line in enumerate([*lines, ("", "")]):
            found += put.get(n, [])
            found.append(line)
        return found[:-1]

    def joined(self, lines: list[Labelled]) -> str:
        """The page's text: lines close together, or with empty lines between them as copied pages have."""
        style = self.upto(0, 4)
        if style <= 2:
            return "\n".join(text for text, _ in lines)
        text = lines[0][0] if lines else ""
        for (_, before), (own, kind) in itertools.pairwise(lines):
            close = {before, kind} == {"caption", "credit"} or (
                before == kind and kind in ("furniture", "comment", "byline")
            )
            text += ("\n" if close and style == 3 else "\n\n") + own
        return text
