"""`resolve_*`: mentions to values and entities: dates against the dct, actors to entities, places to the gazetteer."""
