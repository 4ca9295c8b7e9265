"""bytes -> Annotation: the stages in order. Each page is read alone; nothing is kept between pages.

The stages are typed calls rather than a list of named components: what a stage needs is what its arguments are, and the
type checker holds it.
"""

from standoff.extract.actors import find_actors
from standoff.extract.dating import Dater
from standoff.extract.events import find_events, finish_events
from standoff.extract.quantities import find_quantities
from standoff.extract.quotes import find_quotes
from standoff.extract.reasons import find_reasons
from standoff.extract.states import find_states
from standoff.extract.times import find_times
from standoff.model import Annotation, Issue, Page, PageInput, Subject
from standoff.parse import MAX_PARSED, MODEL, Parsed, parse
from standoff.read import read_page

CODED_LANGUAGES = frozenset({"en"})


def annotate_page(item: PageInput, *, subject: Subject | None = None, model: str = MODEL) -> Annotation:
    """What one page gives. A page in another language keeps its parts and has no mentions.

    Raises:
        ModelMissing: the parser's model is not installed.
    """
    page = read_page(item)
    if not page.text.strip() or (page.meta.language or "en") not in CODED_LANGUAGES:
        return _bare(page)
    parsed = parse(page, model=model)
    times, meta, issues = find_times(parsed, captured=item.captured)
    actors = find_actors(parsed, subject=subject)
    dater = Dater(parsed, times, meta)
    events = finish_events(find_events(parsed, actors), dater)
    quotes = find_quotes(parsed, actors)
    return Annotation(
        id=page.id,
        text=page.text,
        meta=meta,
        parts=page.parts,
        blocks=page.blocks,
        actors=actors.mentions,
        places=actors.places,
        times=times,
        quantities=find_quantities(parsed, actors, dater),
        events=events,
        states=find_states(parsed, actors, dater),
        quotes=quotes,
        reasons=find_reasons(parsed, actors, events=events, quotes=quotes, times=times),
        issues=(*page.issues, *_cut_short(parsed), *issues),
    )


def _bare(page: Page) -> Annotation:
    return Annotation(
        id=page.id, text=page.text, meta=page.meta, parts=page.parts, blocks=page.blocks, issues=page.issues
    )


def _cut_short(parsed: Parsed) -> tuple[Issue, ...]:
    """An issue where a page has more text than is parsed."""
    if not parsed.unparsed:
        return ()
    message = (
        f"the page has {parsed.unparsed:,} characters of story beyond the first {MAX_PARSED:,}: they are kept, and"
        " nothing is coded from them; split the page"
    )
    return (Issue(code="cut", message=message),)
