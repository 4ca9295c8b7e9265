"""Record -> views: lists of typed rows, each with its sources."""
