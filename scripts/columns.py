"""Writes the column dictionary of the frames, ``docs/frames.md``, from the model."""

from pathlib import Path

from cert_model.frames.dictionary import column_dictionary

PATH = Path(__file__).parent.parent / "docs" / "frames.md"
_INTRODUCTION = """# The data as pandas frames

```python
from cert_model.frames import load_frames

prices = load_frames().prices
```

Types are pandas' nullable ones; what is not known is `pd.NA`, never 0 and never a guess. Several
terms in one cell are joined by `; `. Changing a frame changes nobody else's. This page is written
by `make columns` from `cert_model/frames/columns.py`.
"""


def dictionary() -> str:
    """Every frame with its columns, their types and what they hold, as Markdown."""
    return "\n".join([_INTRODUCTION, *column_dictionary()])


if __name__ == "__main__":
    PATH.write_text(dictionary(), encoding="utf-8")
