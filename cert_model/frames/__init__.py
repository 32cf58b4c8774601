"""The data as tidy pandas frames, one per subject, for pictures, exports and notebooks.

from cert_model.frames import load_frames
prices = load_frames().prices
"""

from cert_model.frames.column import Column
from cert_model.frames.columns import COLUMNS, SEPARATOR
from cert_model.frames.frames import Frames, frames_of, load_frames

__all__ = ["COLUMNS", "SEPARATOR", "Column", "Frames", "frames_of", "load_frames"]
