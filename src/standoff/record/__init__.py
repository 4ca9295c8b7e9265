"""The record: one SQLite file with documents, mentions, links and decisions."""

from standoff.record.mentions import page_key
from standoff.record.store import Record

__all__ = ["Record", "page_key"]
