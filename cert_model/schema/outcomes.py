"""What became of students, apart from the programs: a state counts subjects and schools.

A school that a state counts need not offer any program of the catalog.
"""

from cert_model.schema.exams import Percent
from cert_model.schema.facts import Count, Evidence, Number, Text
from cert_model.vocabulary import State


class Outcome(Evidence):
    """Work and pay after a program, of the students of one subject in a state.

    Only work in that state is counted. Shares are in percent, pay is the average of those at
    work, in dollars.
    """

    state: State
    school: Text | None = None
    """The school; absent for all schools of the state."""
    subject: Text
    completers: Count
    employed: Percent
    """The share at work in the second quarter after the program."""
    employed_after_a_year: Percent
    quarterly_pay: Number
    quarterly_pay_after_a_year: Number

    @property
    def value(self) -> float:
        """The share at work in the second quarter after."""
        return self.employed
