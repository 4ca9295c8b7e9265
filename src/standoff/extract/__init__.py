"""Parsed -> mentions: one module a kind; nothing here opens a file or keeps state between pages."""
