"""The machine's own address, which nobody is asked for."""

from streamlit import net_util


def _unknown() -> None:
    """What Streamlit is told when it asks for the machine's address."""


def never_ask_for_own_address() -> None:
    """Have Streamlit take the machine's address as unknown. It asks an outside service where a page of another site
    opens a WebSocket, within the loop that serves every reader, and no setting of its own keeps it from that; at its
    start `browser.serverAddress` does."""
    net_util.get_external_ip = net_util.get_internal_ip = _unknown
