"""The table for a policy has nothing in it about the person who asks."""

from cert_model.catalog import Catalog
from cert_model.explore.comparison import compare
from ui.compare import policy
from ui.compare.policy import LEFT_OUT, policy_table

IDS = ["aapc/cpc", "ahima/ccs"]


def test_it_has_every_row_but_the_one_that_depends_on_the_person(catalog: Catalog) -> None:
    personal = compare(catalog, IDS, dict.fromkeys(IDS, "can sit"))
    table = policy_table(catalog, IDS)
    assert {row.label for row in personal} - {row.label for row in table.rows} == {"My eligibility"}


def test_it_says_which_row_is_left_out_and_of_which_day_it_is(catalog: Catalog) -> None:
    for text in (policy.markdown, policy.for_word):
        page = text(policy_table(catalog, IDS)).decode()
        assert LEFT_OUT in page
        assert catalog.fingerprint in page
        assert "Certified Coding Specialist" in page
