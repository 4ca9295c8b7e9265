"""The record: one SQLite file with documents, mentions, links and decisions."""
