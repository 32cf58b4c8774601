"""The parts of the guide: its list of contents, a chapter, the questions, the terms."""
