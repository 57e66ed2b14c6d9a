"""The log: one line of JSON an event, without readers' words or addresses."""
