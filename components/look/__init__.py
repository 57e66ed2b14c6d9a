"""How everything looks: colours, symbols, and text made safe to show."""
