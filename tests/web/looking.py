"""Looks at pages in a browser: what they ask for, what they complain of, what lies on each other."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = (360, 768, 1600)

COLLISIONS = """() => {
  const found = [];
  for (const svg of document.querySelectorAll('svg')) {
    const texts = [...svg.querySelectorAll('text')]
      .map(t => [t.textContent, t.getBoundingClientRect()]).filter(([, r]) => r.width > 0);
    const frame = svg.getBoundingClientRect();
    texts.forEach(([a, r], i) => {
      if (r.left < frame.left - 2 || r.right > frame.right + 2) found.push('outside: ' + a);
      for (const [b, s] of texts.slice(i + 1)) {
        const across = Math.min(r.right, s.right) - Math.max(r.left, s.left);
        const down = Math.min(r.bottom, s.bottom) - Math.max(r.top, s.top);
        if (across > 0.5 && down > 3) found.push(a + ' / ' + b);
      }
    });
  }
  return found;
}"""
"""Texts of a picture that lie on each other or outside of it."""

OBEYED = """() => [
  ...[...document.querySelectorAll('*')].flatMap(e => [...e.attributes].filter(a => /^on/i.test(a.name)
    || a.name === 'srcdoc' || a.name === 'style'
    || /^\\s*(javascript|data|vbscript):/i.test(a.value) && /^(href|src|action|formaction|xlink:href)$/i.test(a.name))
    .map(a => e.tagName + ' ' + a.name + '=' + a.value.slice(0, 60))),
  ...[...document.querySelectorAll('script')].filter(s => !s.src || new URL(s.src).host !== location.host).map(s => 'script ' + s.src),
  ...[...document.querySelectorAll('iframe, object, embed, base, meta[http-equiv], img, video, audio, math')].map(e => e.outerHTML.slice(0, 80)),
  ...(window.pwned ? ['it ran'] : []),
]"""
"""What a page holds that it should not: handlers, scripts, frames, addresses that run."""

DIALOGS_OFF = "window.alert = window.confirm = window.prompt = () => { window.pwned = true; };"


@dataclass
class Seen:
    """A page under observation."""

    page: "Page"
    abroad: list[str] = field(default_factory=list)
    """Requests to another host."""
    complaints: list[str] = field(default_factory=list)
    """Errors and warnings on the console."""


@contextmanager
def look(browser: "Browser", address: str, **options: Any) -> Iterator[Seen]:
    """A page in a context of its own, whose requests and complaints are noted; nothing leaves the host."""
    context = browser.new_context(**options)
    context.set_default_timeout(20_000)
    context.add_init_script(DIALOGS_OFF)
    seen = Seen(context.new_page())

    def route(route: Any) -> None:
        if route.request.url.startswith(f"{address}/"):
            route.continue_()
        else:
            seen.abroad.append(route.request.url)
            route.abort()

    context.route("**/*", route)
    seen.page.on("console", lambda m: seen.complaints.append(m.text) if m.type in ("error", "warning") else None)
    seen.page.on("pageerror", lambda e: seen.complaints.append(str(e)))
    try:
        yield seen
    finally:
        context.close()
