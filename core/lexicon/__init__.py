"""Data that a reader may correct without reading code; each file says its own columns at its top."""
