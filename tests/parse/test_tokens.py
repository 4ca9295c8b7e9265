"""What a question about a token comes to is kept until its sentence changes."""

from standoff.parse import Sentence, Token, asked_once, from_the_root


def _sentence() -> Sentence:
    """`gates closed`, of which the first hangs on the second."""
    sentence = Sentence(index=0, paragraph=0, part="story", start=0, end=12, text="gates closed")
    gates = Token(sentence, 0, "gates", "NNS", "nsubj", 0)
    closed = Token(sentence, 1, "closed", "VBD", "ROOT", 6)
    gates.head = closed
    closed.children.append(gates)
    sentence.tokens = [gates, closed]
    return sentence


def test_a_question_is_worked_out_once() -> None:
    asked: list[str] = []

    @asked_once
    def has_subject(token: Token) -> bool:
        asked.append(token.text)
        return token.child("nsubj") is not None

    gates, closed = _sentence().tokens
    assert [has_subject(closed), has_subject(closed), has_subject(gates)] == [True, True, False]
    assert asked == ["closed", "gates"]


def test_a_child_is_asked_for_by_word_and_label() -> None:
    gates, closed = _sentence().tokens
    assert closed.has_child(("doors", "gates"), "dobj", "nsubj")
    assert not closed.has_child(("doors",), "nsubj")
    assert not closed.has_child(("gates",), "dobj")
    assert not gates.has_child(("gates",), "nsubj")


def test_words_nearer_the_root_come_first() -> None:
    gates, closed = _sentence().tokens
    assert from_the_root([gates, closed]) == [closed, gates]
    assert from_the_root([gates]) == [gates]


def test_another_label_or_tag_has_it_asked_again() -> None:
    @asked_once
    def read(token: Token) -> tuple[bool, str]:
        return token.child("nsubj") is not None, token.tag

    gates, closed = _sentence().tokens
    assert read(closed) == (True, "VBD")
    gates.relabel("nsubjpass")
    assert read(closed) == (False, "VBD")
    closed.retag("VBN")
    assert read(closed) == (False, "VBN")
