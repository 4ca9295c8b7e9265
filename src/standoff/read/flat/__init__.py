"""Pages flattened to lines."""
