"""The first screen of each page, made from the view model that the page draws."""
