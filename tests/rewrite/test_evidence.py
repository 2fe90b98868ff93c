import json

import pytest

from claimcheck.know import Ledger, ledger
from claimcheck.rewrite.evidence import Evidence
from claimcheck.rewrite.slots import Slots, Treatment


def found(cells, topic="relief", text="", condition="back pain", object_="", known=None):
    evidence = Evidence(known or ledger())
    slots = Slots(Treatment("it", cells=cells), condition, object_, (topic,))
    return [each.record["id"] for each in evidence.supports(topic, slots, text or f"for {condition}", "")]


def test_a_record_lends_only_to_its_own_kind_of_cells():
    assert "disc-prp-one-year" in found("prp")
    assert "disc-prp-one-year" not in found("stem")
    assert "soufi-2023" not in found("prp")
    assert found("prolo") == []


def test_a_record_on_discs_says_nothing_of_knees_or_hair():
    assert found("prp", condition="knee pain", text="for knee pain") == []
    assert "cell-trials-review-2025" not in found("stem", "structure", "It regrows hair.", "", "hair")


def test_only_verified_records_are_lent():
    content = json.loads(
        json.dumps(
            {
                "version": "test",
                "evidence": ledger().evidence,
                "regulation": [],
                "precedent": [],
                "gap": [],
                "words": ledger().words,
            }
        )
    )
    for record in content["evidence"]:
        record["status"] = "seen"
    assert found("prp", known=Ledger(content)) == []
    for record in content["evidence"]:
        record["status"] = "verified"
    assert "respine-2024" in found("stem", known=Ledger(content)) or "respine-2024" in found(
        "donor_marrow", known=Ledger(content)
    )


@pytest.mark.parametrize("text", ["We are back in May.", "It holds the disease back."])
def test_back_as_an_adverb_is_no_back(text):
    assert "soufi-2023" not in found("stem", "general", text, "")


def test_a_word_like_degenerative_alone_is_no_disc():
    assert found("prp", text="Tendons that degenerate, and tennis elbow.", condition="tennis elbow") == []
    assert "zhang-2023" not in found("stem", text="for degenerative disease", condition="degenerative disease")
    assert "zhang-2023" in found("stem", text="for degenerative disc disease", condition="degenerative disc disease")
