"""Three-valued logic: what is not known is neither no nor yes."""

from enum import IntEnum


class Truth(IntEnum):
    """NO < UNKNOWN < YES: all of several is the least of them, any of several the greatest."""

    NO = 0
    UNKNOWN = 1
    YES = 2

    @property
    def label(self) -> str:
        """The word for a condition that reads so."""
        return {Truth.NO: "not met", Truth.UNKNOWN: "not known", Truth.YES: "met"}[self]

    @classmethod
    def of(cls, answer: bool) -> "Truth":
        """A plain answer."""
        return cls.YES if answer else cls.NO
