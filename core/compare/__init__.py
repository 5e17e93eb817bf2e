"""The same event, told twice: blocking, scored features, alignments, clusters, discrepancies, shared origins."""
