"""Readers who click: sessions that ask for one view after the other, as a browser does over its socket.

`python -m bench.readers` reads from its input, as JSON, what `Readers` holds. It writes a line when all have opened the
app, and at its end the seconds of every wait as JSON: of first views, and of those after.
"""

import asyncio
import json
import random
import sys
import time
from dataclasses import dataclass, field
from itertools import cycle
from urllib.parse import urlsplit
from urllib.request import urlopen

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


@dataclass
class Readers:
    """Where they read and what, as paths and queries by reader; how long each rests between clicks, on average; after
    how many seconds all stop, or how many of them come and go one after the other until all were there once."""

    url: str
    visits: list[list[tuple[str, str]]]
    pause: float = 3.0
    seconds: float = 0.0
    at_once: int = 0
    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)

    async def read(self, number: int, opened: asyncio.Event) -> None:
        """One reader, who opens the app, says so, and then asks for other views without end."""
        draws, first = random.Random(number), True
        async with await self._socket() as socket:
            for path, query in cycle(self.visits[number]):
                waited = await _visit(socket, path, query)
                (self.first if first else self.later).append(waited)
                first = False
                opened.set()
                await asyncio.sleep(draws.expovariate(1 / self.pause) if self.pause else 0)

    async def look_in(self, number: int, free: asyncio.Semaphore) -> None:
        """One reader, who opens the app once and leaves."""
        async with free, await self._socket() as socket:
            self.first.append(await _visit(socket, *self.visits[number][0]))

    async def _socket(self) -> websockets.connect:
        where = urlsplit(self.url).netloc
        address, origin = f"ws://{where}/_stcore/stream", f"http://{where}"
        known = await asyncio.to_thread(_cookie, self.url)
        return websockets.connect(
            address,
            subprotocols=["streamlit"],  # type: ignore[list-item]
            origin=origin,  # type: ignore[arg-type]
            additional_headers=known,
            max_size=None,
        )

    async def come_and_go(self) -> None:
        """All of them, so many at once."""
        free = asyncio.Semaphore(self.at_once)
        await asyncio.gather(*(self.look_in(number, free) for number in range(len(self.visits))))

    async def stay(self) -> None:
        """All of them at once, until the time is over; for ever where none is given."""
        opened = [asyncio.Event() for _ in self.visits]
        readers = [asyncio.create_task(self.read(*numbered)) for numbered in enumerate(opened)]
        await asyncio.gather(*(event.wait() for event in opened))
        print("All have opened the app.", flush=True)
        done, _ = await asyncio.wait(readers, timeout=self.seconds or None, return_when=asyncio.FIRST_EXCEPTION)
        for reader in readers:
            reader.cancel()
        for failed in done:
            failed.result()


def _cookie(url: str) -> dict[str, str]:
    """What a browser sends with all it asks for after its first answer: nginx knows by it which process it keeps to."""
    with urlopen(f"{url}/_stcore/health") as answer:
        given, _, _ = answer.headers.get("Set-Cookie", "").partition(";")
    return {"Cookie": given} if given else {}


async def _visit(socket: websockets.ClientConnection, path: str, query: str) -> float:
    """Asks for a view and waits for the end of its run: seconds."""
    began, message = time.perf_counter(), BackMsg()
    message.rerun_script.query_string, message.rerun_script.page_name = query, path
    await socket.send(message.SerializeToString())
    while True:
        answer = ForwardMsg()
        answer.ParseFromString(await socket.recv())
        if answer.WhichOneof("type") == "script_finished":
            return time.perf_counter() - began


def main() -> None:
    """The readers whom the input describes."""
    readers = Readers(**json.load(sys.stdin))
    asyncio.run(readers.come_and_go() if readers.at_once else readers.stay())
    print(json.dumps({"first": readers.first, "later": readers.later}))


if __name__ == "__main__":
    main()
