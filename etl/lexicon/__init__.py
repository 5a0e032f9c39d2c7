"""What the program knows of words and of the world: the reviewed tables of `seeds/`, read into typed look-ups."""
