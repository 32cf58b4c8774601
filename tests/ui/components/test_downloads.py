"""A file that a button makes is made once, and stays for a while."""

from streamlit.runtime.media_file_manager import MediaFileMetadata

from ui.components.downloads import MadeOnce
from ui.shell import streamlit_inside


def test_a_file_is_made_once_however_often_it_is_asked_for() -> None:
    asked: list[None] = []

    def make() -> bytes:
        asked.append(None)
        return b""

    file = MadeOnce(make)
    assert not asked
    assert [file(), file(), file()] == [b""] * 3
    assert len(asked) == 1


def test_a_download_is_deleted_some_seconds_after_it_was_given_up() -> None:
    now = 100.0
    streamlit_inside.keep_downloads_a_while(lambda: now)
    try:
        download = MediaFileMetadata()
        assert not download.is_marked_for_delete
        download.mark_for_delete()
        now += streamlit_inside.SECONDS_KEPT - 1
        download.mark_for_delete()
        assert not download.is_marked_for_delete
        now += 1
        assert download.is_marked_for_delete
    finally:
        streamlit_inside.keep_downloads_a_while()
