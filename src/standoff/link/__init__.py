"""What the pages say together: copies, the same event, open dates, the subject. Links are rebuilt, never edited."""

from standoff.link.linker import is_linked, link

__all__ = ["is_linked", "link"]
