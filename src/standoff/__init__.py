"""standoff reads raw news pages about a stand-off and keeps the record, each entry with its sentence."""

__version__ = "0.1.0"
