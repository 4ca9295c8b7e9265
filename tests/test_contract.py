"""The annotation contract, version 1: the field names that other tools rely on."""

import msgspec

from standoff import model
from standoff.tell import rows

CONTRACT: dict[type[msgspec.Struct], str] = {
    model.PageInput: "id html text url published plain",
    model.Annotation: "id text contract meta parts actors places times quantities events quotes issues",
    model.Meta: "title authors publisher published published_how language url",
    model.Part: "start end kind author time",
    model.Actor: "start end id name sector",
    model.Place: "start end name country",
    model.Time: "start end type value",
    model.Quantity: "start end value low high unit per of approx equals",
    model.Event: (
        "start end type mode actors recipients date date_how date_rel status negated attributed_to object content_of "
        "confidence rule"
    ),
    model.DateRelation: "anchor offset direction",
    model.Quote: "start end speaker speaker_start speaker_end cue_start cue_end direct",
    model.Issue: "code message",
    rows.TimelineRow: "id date date_how type mode actors recipients object status summary weight sources differs",
    rows.Source: "document url start end quote published",
    rows.Claim: "field value sources",
    rows.StateView: "subject history aspects outlook",
    rows.StateSpell: "from to state sub claimed_by sources",
    rows.AspectRow: "aspect value from to claimed_by sources",
    rows.Outlook: "state announced by for sources",
    rows.TalksRow: "id date end venue level heads agenda outcome outcome_kind next status sources",
    rows.Head: "party name",
    rows.StakeRow: "id party what kind value low high unit per as_of claimed_by computed equals sources differs",
    rows.PromiseRow: "id kind by to what made due outcome outcome_date answered_by sources",
    rows.ClimateRow: "week actor recipient score events low high",
}


def test_every_field_of_the_contract_is_there() -> None:
    for kind, names in CONTRACT.items():
        fields = {field.encode_name for field in msgspec.structs.fields(kind)}
        assert set(names.split()) <= fields, kind.__name__


def test_an_annotation_writes_every_field_even_where_it_is_empty() -> None:
    row = msgspec.json.decode(msgspec.json.encode(model.Annotation(id="a")))
    assert set(CONTRACT[model.Annotation].split()) <= set(row)


def test_an_annotation_reads_back_equal() -> None:
    event = model.Event(
        start=0, end=4, type="COERCE", actors=(model.ActorRef(start=0, end=4, id="FRA"),), date="2013-04", rule="bar"
    )
    whole = model.Annotation(id="a", text="They", events=(event,), parts=(model.Part(start=0, end=4, kind="story"),))
    assert msgspec.json.decode(msgspec.json.encode(whole), type=model.Annotation) == whole


def test_records_are_frozen_and_refuse_unknown_fields() -> None:
    for kind in CONTRACT:
        assert kind.__struct_config__.frozen, kind.__name__
        if kind is not model.PageInput:
            assert kind.__struct_config__.forbid_unknown_fields, kind.__name__
