"""Fits what the project ships fitted: the segmenter of flattened pages."""
