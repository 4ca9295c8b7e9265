"""The errors that a caller can act on.

    StandoffError
    ├── InputError            a page or a file cannot be read
    ├── SubjectError          a subject file is wrong
    ├── FetchError            an address must not or cannot be fetched
    ├── LexiconError          a table of the lexicon is wrong
    ├── ModelMissing          the parser's model is not installed
    ├── EngineError           no worker process can be started
    ├── RecordError           a record cannot be opened or written
    │   └── RecordTooNew      it was written by a newer version
    ├── NotFound              nothing has this id
    └── UsageError            a date or an option is wrong

Each has a message that says what and where, and a `hint` that says what to do next.
"""


class StandoffError(Exception):
    """The root of all errors that standoff raises on purpose."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class InputError(StandoffError):
    """A page or a file cannot be read."""


class SubjectError(StandoffError):
    """A subject file is wrong."""


class FetchError(StandoffError):
    """An address must not or cannot be fetched. `code` names the issue; `status` is the server's answer, 0 where there was none."""

    def __init__(self, message: str, *, code: str, hint: str = "", status: int = 0, lasting: bool = False) -> None:
        super().__init__(message, hint=hint)
        self.code = code
        self.status = status
        self.lasting = lasting  # asking again would give the same


class LexiconError(StandoffError):
    """A table of the lexicon is wrong."""


class ModelMissing(StandoffError):
    """The parser's model is not installed."""


class EngineError(StandoffError):
    """No worker process can be started."""


class RecordError(StandoffError):
    """A record cannot be opened or written."""


class RecordTooNew(RecordError):
    """A record was written by a newer version of standoff."""


class NotFound(StandoffError):
    """Nothing in the record has this id."""


class UsageError(StandoffError):
    """A date or an option is wrong."""
