"""A visitor of a served app, as far as handing in a file takes one."""

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from scripts.serving import Server
from tests.service.http import Answer, request

ASKING_PAGE = "explore"
"""The page that asks for a file in ``upload_server``, where it asks for none otherwise."""
BOUNDARY = "------------file"


@contextmanager
def visit(server: Server, page: str, query: str = "") -> "Iterator[Visitor]":
    """A visitor on a page, who has left on exit."""
    address = f"{server.url.replace('http', 'ws')}/_stcore/stream"
    with connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None) as socket:
        yield Visitor(server, socket, page, query)


class Visitor:
    """A session of its own on one page after the other."""

    def __init__(self, server: Server, socket: ClientConnection, page: str, query: str) -> None:
        self._server = server
        self._socket = socket
        self._session = ""
        self._buttons: dict[str, str] = {}
        """The ids of the files that buttons make, by the label of the button."""
        self.move_to(page, query)
        self.place = self._ask_for_place()

    def move_to(self, page: str, query: str = "") -> None:
        """Open a page, and wait until it is drawn."""
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = query
        self._send(message)
        self._wait_for("script_finished")

    def _ask_for_place(self) -> str:
        """The path to which a file of this session goes, as Streamlit tells its own frontend."""
        message = BackMsg()
        message.file_urls_request.request_id = "file"
        message.file_urls_request.file_names.append("log.csv")
        message.file_urls_request.session_id = "any"
        self._send(message)
        (urls,) = self._wait_for("file_urls_response").file_urls_response.file_urls
        return str(urls.upload_url)

    def file_of(self, label: str) -> str:
        """The path of the file that a button of the page makes once it is pressed."""
        message = BackMsg()
        request = message.backend_operation_request
        request.request_id = "file"
        request.session_id = self._session
        request.deferred_file.file_id = self._buttons[label]
        self._send(message)
        answer = self._wait_for("backend_operation_response").backend_operation_response
        return str(answer.deferred_file.url)

    def hand_in(self, content: bytes, *, with_token: bool = True) -> Answer:
        """The answer to a file, sent as a browser does."""
        token = request(self._server, "/_stcore/health").cookies["_streamlit_xsrf"]
        headers = {
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
            "Cookie": f"_streamlit_xsrf={token}",
        }
        if with_token:
            headers["X-Xsrftoken"] = token
        return request(self._server, self.place, headers, "PUT", _form(content))

    def _send(self, message: BackMsg) -> None:
        self._socket.send(message.SerializeToString())

    def _wait_for(self, kind: str) -> ForwardMsg:
        while True:
            data = self._socket.recv(timeout=60, decode=False)
            message: ForwardMsg = ForwardMsg.FromString(data)
            self._note(message)
            if message.WhichOneof("type") == kind:
                return message

    def _note(self, message: ForwardMsg) -> None:
        if message.WhichOneof("type") == "new_session":
            self._session = message.new_session.initialize.session_id
        button = message.delta.new_element.download_button
        if button.deferred_file_id:
            self._buttons[button.label] = button.deferred_file_id


def _form(content: bytes) -> bytes:
    head = (
        f"--{BOUNDARY}\r\n"
        'Content-Disposition: form-data; name="log.csv"; filename="log.csv"\r\n'
        "Content-Type: text/csv\r\n\r\n"
    )
    return head.encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
