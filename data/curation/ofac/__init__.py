"""The sanctions list of OFAC in its classic files, read and compared with our targets."""
