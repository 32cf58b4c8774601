"""The quick quiz on the page of a plan, which is about one credential."""

from tests.app.sessions import open_page, plain_text, run


def test_a_plan_asks_what_its_way_depends_on_and_never_for_a_draw() -> None:
    app = open_page("plan", target="ahima/cca")
    assert "What is the highest school you have finished?" in plain_text(app)
    assert "What work draws you?" not in plain_text(app)
    app.button_group(key="quiz:education").set_value("associate")
    run(app)
    assert "That is all we need." in plain_text(app)
    assert "Your plan is ready." not in plain_text(app)


def test_a_plan_that_turns_on_nothing_asks_nothing() -> None:
    app = open_page("plan", target="hfma/crcr")
    assert "At most" not in plain_text(app)
    assert "That is all we need" not in plain_text(app)
