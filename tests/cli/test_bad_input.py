"""Bad input ends with one line on standard error and exit code 2."""

import pytest

from tests.commands import run_command


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("show", "cpx"), 'no credential is called "cpx"'),
        (("show", "CCDS"), "ambiguous; write one of: acdis/ccds, cdia/ccds"),
        (("show",), "Missing parameter: credential"),
        (("show", "cpc", "--as-at", "2022-13-01"), '"2022-13-01" is not a day'),
        (("show", "cpc", "--as-at", "20220101"), '"20220101" is not a day'),
        (("list", "--as-at", "2999-01-01"), "2999-01-01 has not come yet"),
        (("list", "--role", "codr"), '--role: "codr" is not known; expected one of: coding'),
        (("list", "--frob"), "No such option: --frob"),
        (("compare", "cpc"), "compare 2 to 5 credentials, not 1"),
        (("cost", "cpc", "--years", "0"), "1 to 10"),
        (("cost", "cpc", "--assume", "nothing=3"), "nothing"),
        (("cost", "cpc", "--assume", "ceu_price=abc"), "ceu_price"),
        (
            ("cost", "cpc", "--assume", "ceu_price=3", "--assume", "ceu_price=4"),
            "ceu_price is given twice; give it once",
        ),
        (("schema", "--data", "nope"), "there is no folder nope; name one with --data"),
        (("diff", "2022-02-30"), '"2022-02-30" is not a day'),
        (("diff", "no/such/folder"), '"no/such/folder" is neither a folder nor a day'),
        (("diff", "2022-01-01", "yesterday"), '"yesterday" is neither a folder nor a day'),
        (("stale", "--issuer", "nobody"), '--issuer: "nobody" is not known; expected one of'),
        (("missing", "--limit", "0"), "--limit: expected 1 or more, found 0"),
        (("check", "--data", "/nowhere"), "there is no folder /nowhere; name one with --data"),
        (("frob",), "No such command 'frob'. See certlens --help."),
        ((), "Missing command"),
    ],
    ids=lambda part: " ".join(part) or "nothing" if isinstance(part, tuple) else "",
)
def test_bad_input_ends_with_one_line_and_status_2(words: tuple[str, ...], complaint: str) -> None:
    answer = run_command(*words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert complaint in answer.err
