"""Who is behind CertLens and what it keeps of its visitors, as Markdown."""

ABOUT = """
**CertLens belongs to no issuer, sells nothing, and stores nothing about you.**

### Independent

- It is not affiliated with AAPC, AHIMA, NHA or any other issuer, nor with a school or an
  employer. The names of credentials belong to their issuers.
- It has no sponsors and no advertisements, and no link pays us.
- Every list is ordered by a rule that the page names, such as lowest cost.
- Each figure names its source and the day on which it held. What was not found says so. An
  estimate is marked and names its rule.

### What is kept, and where

- **On our server: nothing.** There are no accounts, and nothing tracks you. Your answers are
  in memory while the tab is open. The server's log has no addresses with answers and no search
  words.
- **In addresses:** the address of a page contains what you chose on it, so that you can send it.
  Anyone who has that address can read the choices in it.
- **On your device:** your profile, if you press “Keep for later” and “Keep this on my device.”
  “Forget me” removes it.
- **Files:** a CEU log or a class that you upload is read once. No copy is kept, and what was read
  is gone when you close the tab.

### Is a figure wrong?

Choose it under “Report a correction.” The page writes the text for you, with the figure, what it
says now, and its sources. Add the page that says otherwise, and send it. You need no account here.
"""
