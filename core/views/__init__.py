"""Tables and filters in, the small frame or the escaped HTML that a page shows out."""
