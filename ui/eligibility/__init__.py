"""The questionnaire and its outcomes on screen."""
