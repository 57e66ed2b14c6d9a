"""Several processes of the app behind nginx on one machine: `make serve` starts them and starts anew what ends."""
