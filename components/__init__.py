"""How it is shown: charts that take frames and return figures, and the parts that every page is made of."""
