"""When a page was published: printed, stated, in its address."""
