"""Pictures as outlets print them: on one page all in one form, with caption and credit on lines of their own or glued."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from training.own import Labelled, Maker

# What stands for `{}` is what the picture shows.
_GLUED = ("{}. ({name}/{agency})", "{} (Image: {agency})", "{}. (Photo by {name}/{agency})", "{}. ({agency} Photo/{name})",
          "{}. Photograph: {name}/{agency}", "{} | Photo Credit: {agency}", "{}.Credit: {agency}", "{} [{name}/{agency}]",
          "{}. {agency}/{name}", "{} Image: {agency}", "{}. Photo: {name}", "{}. Picture: {agency}", "{} © {agency}",
          "{} (Courtesy of {name})", "{}. – {agency} pic", "{} (Supplied)")  # fmt: skip
_LED = (
    "{}.",
    "{}",
    "Image caption {}",
    "Image caption, {}",
    "FILE PHOTO: {}.",
    "Pictured: {}",
    "{}. File image",
    "Photo: {}",
)
_CREDITS = ("{agency}", "{capitals}", "{agency}/{name}", "{name}/{agency}", "{name} / {agency}", "{name}", "{initials}", "{paper}",
            "The {paper}", "Photograph: {name}/{agency}", "Photo: {name}", "Image: {name}", "Image: {agency}", "Credit: {agency}",
            "({agency} Photo/{name})", "Image source, {agency}", "Image copyright {agency}", "{agency} via Getty Images",
            "via {capitals}", "Picture: {name}", "Photo by {name}", "Credit...{name} for The {paper}", "© {agency}",
            "Photo Credit: {name}", "Source: {agency}", "Courtesy {name}", "Provided by {name}")  # fmt: skip
_PLACES = (
    "the pier",
    "the town hall",
    "a checkpoint",
    "the plant",
    "the courthouse",
    "the customs house",
    "the ferry terminal",
)
_RANK = (
    "Mayor",
    "Former mayor",
    "Union leader",
    "Transport minister",
    "Envoy",
    "Council leader",
    "Captain",
    "Chief executive",
)


@dataclass(frozen=True, slots=True)
class Habit:
    """How one page prints its pictures: the forms of both lines, and what stands first."""

    caption: str
    credit: str | None  # None: none, or glued to the caption
    first: bool  # the credit
    brief: bool  # a few words in place of a sentence
    repeated: float  # share of the pictures whose description comes twice

    def picture(self, maker: "Maker") -> "list[Labelled]":
        """The lines of one picture."""
        shown = brief(maker) if self.brief else maker.scene()
        caption = (filled(self.caption, shown, maker), "caption")
        lines = [caption]
        if maker.chance(self.repeated):
            lines.insert(0, (shown, "caption"))
        if self.credit is None or maker.chance(0.1):
            return lines
        credit = (filled(self.credit, "", maker), "credit")
        return [credit, *lines] if self.first else [*lines, credit]


def habit(maker: "Maker") -> Habit:
    """The habit of a made-up page."""
    if maker.chance(0.35):
        return Habit(maker.one(_GLUED), None, first=False, brief=maker.chance(0.4), repeated=0.05)
    caption = "{}" if maker.chance(0.4) else maker.one(_LED)
    return Habit(
        caption,
        maker.one(_CREDITS) if maker.chance(0.8) else None,
        first=maker.chance(0.2),
        brief=maker.chance(0.5),
        repeated=0.3 if maker.chance(0.1) else 0.0,
    )


def brief(maker: "Maker") -> str:
    """What a picture shows, in three to nine words without a full stop."""
    who, place, town = maker.clause().split(" ", 1)[1], maker.one(_PLACES), maker.place()
    forms = (
        f"{maker.one(_RANK)} {maker.name()}",
        maker.name(),
        f"{maker.name()} at {place}",
        f"{place[0].upper()}{place[1:]} in {town}",
        f"{maker.name()} and {maker.name()}",
        f"A view of {place}",
        f"Crowds outside {place} in {town}",
        f"The {who}"[:70].rsplit(" ", 1)[0],
        f"{maker.one(('Workers', 'Residents', 'Lorries', 'Protesters', 'Police'))} at {place}",
        f"This week’s {maker.paper()} front page",
        f"{maker.name()} has {maker.one(('left', 'signed', 'welcomed', 'turned down'))} {maker.one(('the offer', 'the deal', 'the plan'))}",
    )
    return maker.one(forms)


def filled(form: str, shown: str, maker: "Maker") -> str:
    """A form with what it asks for."""
    agency, paper = maker.agency(), maker.paper()
    text = form.replace("{}", shown)
    for slot, value in (
        ("{name}", maker.name()),
        ("{agency}", agency),
        ("{capitals}", agency.upper()),
        ("{initials}", "".join(word[0] for word in paper.split())),
        ("{paper}", paper),
    ):
        text = text.replace(slot, value)
    return text
