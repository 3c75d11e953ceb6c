"""How many visitors one process holds: real sessions over WebSockets, in Streamlit's own messages.

Each visitor opens the page and then chooses other sectors, with a pause for thought between; nothing
is drawn. The server and all visitors share this machine, and everything is bounded in time.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: TID251 - its messages
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg  # noqa: TID251 - its messages
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from benchmarks import servers
from benchmarks.table import Part, Row, megabytes, seconds, times

HERE = Path(__file__).parent
_LONGEST = 60.0  # seconds for one answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """Visitors who arrive within some seconds, and act for some seconds more with pauses of about ``think`` seconds."""

    visitors: int
    think: float = 10.0
    arrive: float = 20.0
    stay: float = 60.0


CROWDS = (Crowd(visitors=1, think=0.2, arrive=0, stay=10), Crowd(visitors=50), Crowd(visitors=100))
COMPARED = Crowd(visitors=50)
"""The crowd that the same page without the measures has to bear as well."""


@dataclass(slots=True, kw_only=True)
class Borne:
    """What a server did for a crowd: seconds of first and of further runs, errors, its memory and its work."""

    first: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    errors: int = 0
    memory: float | None = None
    busy: float | None = None


def run(crowds: tuple[Crowd, ...] = CROWDS, compared: Crowd | None = COMPARED) -> Part:
    """Let each crowd visit this dashboard, and one of them the same page without the measures."""
    with servers.dashboard() as (address, process):
        borne = [(crowd, _bear(address, process, crowd)) for crowd in crowds]
    rows = [_row("Cited Figures", *pair) for pair in borne]
    notes = ["Limits: 50 visitors 0.25 s at p95, 100 visitors 0.5 s, no error, 300 MB."]
    if compared:
        with servers.plain(HERE / "plain.py") as (address, process):
            without = _bear(address, process, compared)
        rows.append(_row("Plain `st.plotly_chart`", compared, without))
        ours = next((one for crowd, one in borne if crowd == compared), None)
        if ours and ours.again and without.again:
            ratio = _percentile(without.again, 95) / _percentile(ours.again, 95)
            notes.append(
                f"The same page without the measures takes {times(ratio)} as long at p95 (limit: at least 10)."
            )
    return Part(
        title="Many visitors, one process",
        head=("Page", "Visitors", "Pause", "Reruns", "p50", "p95", "First run, p95", "Errors", "Memory", "Processor"),
        rows=tuple(rows),
        notes=tuple(notes),
    )


def _bear(address: str, process: int, crowd: Crowd) -> Borne:
    borne = Borne()
    used, start = servers.processor(process), time.monotonic()
    asyncio.run(_crowd(address, crowd, borne))
    borne.memory = servers.memory(process)
    if used is not None:
        borne.busy = ((servers.processor(process) or used) - used) / (time.monotonic() - start)
    return borne


async def _crowd(address: str, crowd: Crowd, borne: Borne) -> None:
    async with asyncio.timeout(crowd.arrive + crowd.stay + 3 * _LONGEST):
        await asyncio.gather(*(_visit(address, crowd, n, borne) for n in range(crowd.visitors)))


async def _visit(address: str, crowd: Crowd, number: int, borne: Borne) -> None:
    """Come in turn, open the page, and choose sectors until the crowd leaves; at least one."""
    random = Random(number)  # noqa: S311 - no secret
    end = time.monotonic() + crowd.arrive + crowd.stay
    await asyncio.sleep(number * crowd.arrive / crowd.visitors)
    try:
        async with connect(address.replace("http", "ws") + "_stcore/stream", max_size=None) as socket:
            visitor = _Visitor(socket)
            borne.first.append(await visitor.choose(None))
            while True:
                await asyncio.sleep(crowd.think * random.uniform(0.5, 1.5))
                borne.again.append(await visitor.choose(random.choice(visitor.sectors)))
                if time.monotonic() > end:
                    return
    except (OSError, TimeoutError, RuntimeError, WebSocketException):
        borne.errors += 1


class _Visitor:
    """One session: asks for runs of the page, and reads what comes back."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._pills = ""
        self.sectors: list[str] = []

    async def choose(self, sector: str | None) -> float:
        """Choose a sector, or only open the page; the seconds until the run has ended."""
        asked = BackMsg()
        asked.rerun_script.query_string = ""
        if sector:
            chosen = asked.rerun_script.widget_states.widgets.add(id=self._pills)
            chosen.string_array_value.data.append(sector)
        start = time.perf_counter()
        await self._socket.send(asked.SerializeToString())
        async with asyncio.timeout(_LONGEST):
            while not self._ended(ForwardMsg.FromString(_bytes(await self._socket.recv()))):
                pass
        return time.perf_counter() - start

    def _ended(self, message: ForwardMsg) -> bool:
        kind = message.WhichOneof("type")
        if kind == "delta":
            self._note(message)
        if kind != "script_finished":
            return False
        if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            raise RuntimeError("The run did not end well")
        return True

    def _note(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise RuntimeError(element.exception.message)
        if kind == "button_group" and element.button_group.label == "Sector":
            self._pills = element.button_group.id
            self.sectors = [option.content for option in element.button_group.options]


def _bytes(message: str | bytes) -> bytes:
    if isinstance(message, str):
        raise RuntimeError("The server sent text")
    return message


def _row(name: str, crowd: Crowd, borne: Borne) -> Row:
    return (
        name,
        str(crowd.visitors),
        seconds(crowd.think),
        str(len(borne.again)),
        *(seconds(_percentile(borne.again, percent)) for percent in (50, 95)),
        seconds(_percentile(borne.first, 95)),
        str(borne.errors),
        megabytes(borne.memory) if borne.memory else "–",
        f"{borne.busy:.0%}" if borne.busy is not None else "–",
    )


def _percentile(values: list[float], percent: int) -> float:
    if len(values) < 2:
        return values[0] if values else float("nan")
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


if __name__ == "__main__":
    print(run().markdown())
