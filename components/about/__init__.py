"""What the dashboard says about itself: method, tables, glossary and releases."""
