"""What a page shows: an analysis and filters in, a small frame or escaped HTML out. Knows nothing of Streamlit."""
