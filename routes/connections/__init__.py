"""Who may connect and what they may send: origins, proxies, closed addresses, slow and greedy sockets."""
