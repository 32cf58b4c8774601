"""Claims on the screen: the list, one alone, and those about a credential."""
