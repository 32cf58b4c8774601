"""One short script per page: parse the state, build the view model, draw it."""
