"""What a reader's socket hands on to Streamlit, and when."""

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from routes.connections.messages import AT_ONCE, MOST_WAITING, Bucket, Sifted

WELCOME = [
    {"rerun_script": {"query_string": "type=vessel_strike"}},
    {"stop_script": True},
    {"app_heartbeat": True},
    {"backend_operation_request": {"deferred_file": {}}},
    {"backend_operation_request": {"dataframe_chunk": {}}},
]
REFUSED = [
    {"clear_cache": True},
    {"set_run_on_save": True},
    {"load_git_info": True},
    {"debug_disconnect_websocket": True},
    {"debug_shutdown_runtime": True},
    {"file_urls_request": {"file_names": ["a"]}},
    {"backend_operation_request": {"install_skills": {}}},
    {"backend_operation_request": {"dismiss_skills_nudge": {}}},
    {"backend_operation_request": {}},
    {},
]


def handed_on(*sent):
    """What comes through of these messages of a socket, and what the socket is sent."""
    waiting, answered = [*sent, {"type": "websocket.disconnect", "code": 1001}], []

    async def receive():
        return waiting.pop(0)

    async def send(message):
        answered.append(message)

    async def all_of_it():
        sifted, through = Sifted(receive, send), []
        while not through or through[-1]["type"] != "websocket.disconnect":
            through.append(await sifted.receive())
        return through

    return asyncio.run(all_of_it()), answered


def page_message(kind):
    return {"type": "websocket.receive", "bytes": BackMsg(**kind).SerializeToString()}


@pytest.mark.parametrize("kind", WELCOME, ids=str)
def test_what_a_page_says_is_handed_on(kind):
    through, answered = handed_on(page_message(kind))
    assert through[0] == page_message(kind)
    assert answered == []


@pytest.mark.parametrize("kind", REFUSED, ids=str)
def test_what_no_reader_has_to_say_is_dropped_and_the_socket_goes_on(kind):
    through, answered = handed_on(page_message(kind), page_message(WELCOME[0]))
    assert through[0] == page_message(WELCOME[0])
    assert answered == []


def test_every_kind_of_message_that_streamlit_knows_is_judged():
    judged = {name for kind in (*WELCOME, *REFUSED) for name in kind}
    assert judged == {field.name for field in BackMsg.DESCRIPTOR.fields}
    operations = {name for kind in (*WELCOME, *REFUSED) for name in kind.get("backend_operation_request", {})}
    request = BackMsg.DESCRIPTOR.fields_by_name["backend_operation_request"].message_type
    assert operations == {field.name for field in request.oneofs_by_name["payload"].fields}


@pytest.mark.parametrize(
    ("message", "code"),
    [({"text": "hello"}, 1003), ({"bytes": None, "text": ""}, 1003), ({"bytes": b"\xff\xff\xff"}, 1002)],
)
def test_what_is_no_message_ends_the_socket(message, code):
    through, answered = handed_on({"type": "websocket.receive", **message}, page_message(WELCOME[0]))
    assert answered == [{"type": "websocket.close", "code": code}]
    assert through == [{"type": "websocket.disconnect", "code": code}]


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_no_message_of_a_slider_that_is_dragged_for_twenty_seconds_waits():
    clock = Clock()
    bucket = Bucket(clock)
    for _ in range(5 * 20):
        assert bucket.seconds_to_wait() == 0
        clock.now += 1 / 5


def test_a_client_that_never_rests_is_held_back_to_two_messages_a_second():
    clock = Clock()
    bucket = Bucket(clock)
    for _ in range(AT_ONCE + 30):
        clock.now += bucket.seconds_to_wait()
    assert clock.now == pytest.approx(15)


def test_who_rested_may_send_as_many_at_once_as_at_first_and_no_more():
    clock = Clock()
    bucket = Bucket(clock)
    clock.now = 1000.0
    waits = [bucket.seconds_to_wait() for _ in range(AT_ONCE + 1)]
    assert waits[:AT_ONCE] == [0] * AT_ONCE
    assert waits[-1] > 0


class Wire:
    """A socket whose messages come when they are put on it."""

    def __init__(self):
        self.coming, self.sent, self.taken = asyncio.Queue(), [], 0

    async def receive(self):
        message = await self.coming.get()
        self.taken += 1
        return message

    async def send(self, message):
        self.sent.append(message)


def run(query, **more):
    return page_message({"rerun_script": {"query_string": query, **more}})


def emptied(sifted):
    """The bucket of a socket that has sent all that it may at once."""
    for _ in range(AT_ONCE):
        sifted._bucket.seconds_to_wait()


async def all_taken(wire):
    while not wire.coming.empty():
        await asyncio.sleep(0)


def test_while_a_run_waits_newer_ones_take_its_place_and_those_that_differ_do_not():
    pressed = run("c", widget_states={"widgets": [{"id": "button", "trigger_value": True}]})

    async def walk():
        wire = Wire()
        sifted = Sifted(wire.receive, wire.send)
        emptied(sifted)
        for message in (run("a"), run("b"), pressed, run("d"), run("e"), run("e", fragment_id="part")):
            wire.coming.put_nowait(message)
        through = [await sifted.receive()]
        await all_taken(wire)
        sifted._bucket._left = AT_ONCE
        through += [await sifted.receive(), await sifted.receive()]
        sifted.close()
        return through

    assert asyncio.run(walk()) == [pressed, run("e"), run("e", fragment_id="part")]


def test_a_reader_who_leaves_while_a_message_waits_is_gone_at_once():
    async def walk():
        wire = Wire()
        sifted = Sifted(wire.receive, wire.send)
        emptied(sifted)
        sifted._bucket._left = -1_000_000
        wire.coming.put_nowait(run("a"))
        wire.coming.put_nowait({"type": "websocket.disconnect", "code": 1001})
        return await sifted.receive()

    assert asyncio.run(walk()) == {"type": "websocket.disconnect", "code": 1001}


def test_a_message_that_cannot_be_sent_any_more_ends_the_socket_without_an_error():
    async def walk():
        wire = Wire()

        async def broken(_message):
            raise OSError

        sifted = Sifted(wire.receive, broken)
        await sifted.send({"type": "websocket.send", "bytes": b""})
        return await sifted.receive()

    assert asyncio.run(walk())["type"] == "websocket.disconnect"


def test_what_a_flood_sends_is_left_at_the_sender_when_much_waits():
    async def walk():
        wire = Wire()
        sifted = Sifted(wire.receive, wire.send)
        emptied(sifted)
        for number in range(10 * MOST_WAITING):
            wire.coming.put_nowait(run(str(number), fragment_id=str(number)))
        await sifted.receive()
        sifted.close()
        return wire.taken

    assert asyncio.run(walk()) <= MOST_WAITING + 1
