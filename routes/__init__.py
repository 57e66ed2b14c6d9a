"""What programs and crawlers are answered: the same truth as on the screen, as data, feeds and the heads of pages."""
