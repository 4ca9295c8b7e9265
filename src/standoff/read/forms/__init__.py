"""The forms in which pages lie on a disk: one module a form, `table` says which is which."""
