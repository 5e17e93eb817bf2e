"""From bytes to sentences: reading files into articles, and cutting articles into paragraphs, sentences and tokens."""
