"""States of the data: releases, what differs between two of them, and which one a reader requested."""
