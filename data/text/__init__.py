"""How things are written: the messages that readers see, numbers and days, words matched as they are typed."""
