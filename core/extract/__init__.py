"""`find_*`: text to mentions. Each module finds one kind of thing and decides nothing about what it stands for."""
