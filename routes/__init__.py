"""What programs and crawlers are answered: the same truth as on the screen, as data, feeds and the metadata of
pages."""
