"""Where things are on the globe: shapes of the base map, and the point or shape of each row."""
