"""Who is behind CertLens and what it keeps of its visitors, as Markdown."""

ABOUT = """
**CertLens belongs to no issuer, sells nothing, and stores nothing about you.**

### Independent

- It is not affiliated with AAPC, AHIMA, NHA or any other issuer, nor with a school or an
  employer. The names of credentials belong to their issuers.
- It has no sponsors and no advertisements, and no link pays us.
- What stands first stands there by a rule that the page names, such as the lowest cost.
- Each figure names its source and the day on which it held. What was not found says so; an
  estimate is marked and names its rule.

### What is kept, and where

- **On our server: nothing.** There are no accounts and nothing that follows you. Your answers are
  in memory while the tab is open. The log of the server has no addresses with answers and no
  search words.
- **In addresses:** the address of a page holds what you chose on it, so that you can send it.
  Whoever has such an address can read the choices in it.
- **On your device:** your profile, if you press “Keep for later” and “Keep this on my device”.
  “Forget me” removes it.
- **Files:** a log of CEUs or a class that you hand in is read once. No copy is kept, and what was
  read is gone when you close the tab.

### A figure is wrong?

Choose it under “Report a correction”. The page writes the text with the figure, what it says now,
and its sources; add the page that says otherwise, and send it. You need no account here.
"""
