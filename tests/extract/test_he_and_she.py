"""Whom `he` and `she` stand for: never a woman or a man, nor a town, nor a jury."""

import pytest
from tests.extract.test_actors import ids, read

PRONOUNS = [
    ("A spokeswoman for the port said the man had left. [He] was held on Friday.", ["NAMED:man"]),
    ("A spokeswoman said the port was shut. [He] was held on Friday.", [""]),
    ("Captain Sonya Marsh met Ivan Petkov. [He] asked for time and [she] refused.", ["NAMED:Ivan Petkov", "NAMED:Sonya Marsh"]),
    ("The mother saw the king. [Her] son spoke to [him].", ["NAMED:mother", "NAMED:king"]),
    ("Guards searched the hut of Ivan Petkov and rescued [her].", [""]),
    ("Ivan Petkov's wife met his lawyers. [Her] offer failed.", ["NAMED:Ivan Petkov wife"]),
    # a town that somebody is from
    ("Ivan Petkov, 41, of Delton, was held. [He] had sold the boat.", ["NAMED:Ivan Petkov"]),
    ("Ana Ruiz, 24, from Tarnpur, walked home. [She] had lost the boat.", ["NAMED:Ana Ruiz"]),
    # a last name before junior
    ("Ivan B. Petkov Jr. met Luis Soto. Petkov left as [he] had come.", ["NAMED:Ivan B. Petkov Jr."]),
    # who is known to be a man by his age or by junior, named again by his last name
    ("The 41-year-old Bashkim Toma was held. Delton.com told of it. Guards found Toma as [his] boat sank.", ["NAMED:Bashkim Toma"]),
    ("Bashkim Toma Jr. was held. Luz Delton heard of Gate Hill. After Toma's trial guards searched [his] hut.", ["NAMED:Bashkim Toma Jr."]),
    # one who does two things in a row
    ("The council of Ghana met. [It] sent guards to Togo; [it] sent ships to Benin.", ["GHA-GOV", "GHA-GOV"]),
    # a name of which nothing is known, where nobody else is a person
    ("Bashkim is out of jail. [He] wrote to the mill.", ["NAMED:Bashkim"]),
    # who is named only after the phrase that opens the sentence
    ("Ana Ruiz left. In [his] reply, Ivan Petkov asked for time.", ["NAMED:Ivan Petkov"]),
    ("Kenya shut the bridge. In [its] reply, Uganda barred lorries.", ["UGA"]),
    ("Kenya shut the bridge. Because of [its] ban, Uganda barred lorries.", ["KEN"]),
    # a part of the body, and who is several
    ("Ana Ruiz shook [her head] as [she] left.", ["", "NAMED:Ana Ruiz"]),
    ("The suspect wept. The jury took an hour to convict [him].", ["NAMED:suspect"]),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "wanted"), PRONOUNS)
def test_whom_a_pronoun_stands_for(text: str, wanted: list[str]) -> None:
    _, actors, heads = read(text)
    assert [ids(actors, head) for head in heads] == wanted
