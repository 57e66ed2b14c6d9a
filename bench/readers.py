"""Readers who click: sessions of the app that ask for another view again and again, as a browser does over its socket.

`python -m bench.readers URL READERS` writes a line when all have opened the app, and runs until it is ended.
"""

import asyncio
import random
import sys
from itertools import cycle
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.views import random_queries

# Seconds between a reader's clicks, on average, and how many different views each asks for.
PAUSE, VIEWS = 3.0, 100


async def read(url: str, number: int, opened: asyncio.Event) -> None:
    """One reader, who opens the app, says so, and then changes the filters without end."""
    pauses, where = random.Random(number), urlsplit(url).netloc
    address, origin = f"ws://{where}/_stcore/stream", f"http://{where}"
    async with websockets.connect(address, subprotocols=["streamlit"], origin=origin, max_size=None) as socket:  # type: ignore[list-item,arg-type]
        page = ""
        for query in cycle(random_queries(number, VIEWS)):
            message = BackMsg()
            message.rerun_script.query_string, message.rerun_script.page_script_hash = query, page
            await socket.send(message.SerializeToString())
            page = await _finished(socket) or page
            opened.set()
            await asyncio.sleep(pauses.expovariate(1 / PAUSE))


async def _finished(socket: websockets.ClientConnection) -> str:
    """Waits for the end of the run; the page that it ran."""
    page = ""
    while True:
        answer = ForwardMsg()
        answer.ParseFromString(await socket.recv())
        kind = answer.WhichOneof("type")
        if kind == "new_session":
            page = answer.new_session.page_script_hash
        if kind == "script_finished":
            return page


async def main() -> None:
    """As many readers as the command line asks for."""
    url, opened = sys.argv[1], [asyncio.Event() for _ in range(int(sys.argv[2]))]
    readers = [asyncio.create_task(read(url, *numbered)) for numbered in enumerate(opened)]
    await asyncio.gather(*(event.wait() for event in opened))
    print("All have opened the app.", flush=True)
    await asyncio.gather(*readers)


if __name__ == "__main__":
    asyncio.run(main())
