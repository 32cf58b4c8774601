"""For which exams a book or tool is."""

from dataclasses import dataclass

from cert_model.schema.preparation import Material
from cert_model.vocabulary import MaterialKind
from tests.catalogs import demo_catalog

ABC = demo_catalog().credentials["demo/abc"]


@dataclass
class Scope:
    """The exams that a made-up book names."""

    needed_for: tuple[str, ...] = ()
    needed_for_issuer: str | None = None
    except_for: tuple[str, ...] = ()

    def serves_abc(self) -> bool:
        book = Material(
            id="book",
            name="A book",
            kind=MaterialKind.CODE_BOOK,
            needed_for=self.needed_for,
            needed_for_issuer=self.needed_for_issuer,
            except_for=self.except_for,
        )
        return book.serves(ABC)


def test_a_book_serves_the_exams_that_it_names() -> None:
    assert Scope(needed_for=("demo/abc",)).serves_abc()
    assert not Scope(needed_for=("demo/other",)).serves_abc()


def test_a_book_of_an_issuer_serves_all_of_its_exams() -> None:
    assert Scope(needed_for_issuer="demo").serves_abc()
    assert not Scope(needed_for_issuer="other").serves_abc()


def test_an_exam_may_be_left_out_of_those_of_an_issuer() -> None:
    assert not Scope(needed_for_issuer="demo", except_for=("demo/abc",)).serves_abc()
    assert Scope(needed_for_issuer="demo", except_for=("demo/other",)).serves_abc()
