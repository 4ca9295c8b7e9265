"""Labels that many ask for together: of subjects, and the tags of finite verbs."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
