"""Pictures without a browser: what the app has drawn at an address, as SVG and PNG with its words and its source."""
