"""Where sentences end: two tables of hand-made cases, the second kept aside until the rules had been tuned on the first."""

import pytest

from claimcheck.read.sentences import sentences

TUNED = [
    ("One sentence.", ["One sentence."]),
    ("No end mark", ["No end mark"]),
    ("First one. Second one.", ["First one.", "Second one."]),
    ("Dr. Smith treats backs. Call him.", ["Dr. Smith treats backs.", "Call him."]),
    ("Ask Mr. and Mrs. Jones. They know.", ["Ask Mr. and Mrs. Jones.", "They know."]),
    ("Prof. Lee leads the trial.", ["Prof. Lee leads the trial."]),
    ("Surgery vs. Stem cells: which is better?", ["Surgery vs. Stem cells: which is better?"]),
    ("We use cells, e.g. MSCs, i.e. Stem cells.", ["We use cells, e.g. MSCs, i.e. Stem cells."]),
    ("It takes approx. 30 minutes. Then rest.", ["It takes approx. 30 minutes.", "Then rest."]),
    ("Protocol No. 5 is best. Book it.", ["Protocol No. 5 is best.", "Book it."]),
    ("Does it hurt? No. You feel nothing.", ["Does it hurt?", "No.", "You feel nothing."]),
    ("Visit us in St. Louis today.", ["Visit us in St. Louis today."]),
    ("We are on Main St. Our door is green.", ["We are on Main St.", "Our door is green."]),
    ("Cellaria Inc. Our mission is hope.", ["Cellaria Inc.", "Our mission is hope."]),
    ("Cellaria Inc. is a clinic.", ["Cellaria Inc. is a clinic."]),
    ("Open at 9 a.m. Monday to Friday.", ["Open at 9 a.m. Monday to Friday."]),
    ("We open at 9 a.m. Call early.", ["We open at 9 a.m.", "Call early."]),
    ("Made in the U.S. Our lab is clean.", ["Made in the U.S.", "Our lab is clean."]),
    ("In the U.S. and Canada it is legal.", ["In the U.S. and Canada it is legal."]),
    ("The U.S. Food and Drug Administration warns.", ["The U.S. Food and Drug Administration warns."]),
    ("By J. R. Miller of Ohio.", ["By J. R. Miller of Ohio."]),
    ("John Smith, M.D. He treats backs.", ["John Smith, M.D.", "He treats backs."]),
    ("Anna Weiss, Ph.D. leads the lab.", ["Anna Weiss, Ph.D. leads the lab."]),
    ("The disc at L4-L5. It bulged.", ["The disc at L4-L5.", "It bulged."]),
    ("C5/C6. L5-S1. Both healed.", ["C5/C6.", "L5-S1.", "Both healed."]),
    ("Pain fell by 3.5 points. Great.", ["Pain fell by 3.5 points.", "Great."]),
    ("Only $4,500.00 per disc. Pay later.", ["Only $4,500.00 per disc.", "Pay later."]),
    ("In a study of 2019. 95% of patients improved.", ["In a study of 2019.", "95% of patients improved."]),
    ("Published Jan. 5 in a journal. Read it.", ["Published Jan. 5 in a journal.", "Read it."]),
    ("See Fig. 2 for details.", ["See Fig. 2 for details."]),
    ("Imagine... a life without pain.", ["Imagine... a life without pain."]),
    ("Imagine… A life without pain.", ["Imagine…", "A life without pain."]),
    ("I could walk again... Then I ran.", ["I could walk again...", "Then I ran."]),
    ("“I walk again!” says Maria.", ["“I walk again!” says Maria."]),
    ('"It worked!" says Maria, 54. She is happy.', ['"It worked!" says Maria, 54.', "She is happy."]),
    ("“My pain is gone.” Maria is happy.", ["“My pain is gone.”", "Maria is happy."]),
    ("She said: “It works.” Then she left.", ["She said: “It works.”", "Then she left."]),
    ("It works (see below). Try it.", ["It works (see below).", "Try it."]),
    ("It works. (We checked.) Try it.", ["It works.", "(We checked.)", "Try it."]),
    ("No more pain.Feel better today.", ["No more pain.", "Feel better today."]),
    ("Avoid surgery!Call now", ["Avoid surgery!", "Call now"]),
    ("Tired of pain?Our cells help.", ["Tired of pain?", "Our cells help."]),
    ("Go to example.com for more. It is free.", ["Go to example.com for more.", "It is free."]),
    ("Built with Node.js and care.", ["Built with Node.js and care."]),
    ("Write to info@x.org today. We reply.", ["Write to info@x.org today.", "We reply."]),
    ("We close at 5 p.m. on Fridays.", ["We close at 5 p.m. on Fridays."]),
    ("1. Harvest fat.", ["1. Harvest fat."]),
    ("1. Harvest fat. 2. Spin it. 3. Inject it.", ["1. Harvest fat.", "2. Spin it.", "3. Inject it."]),
    ("• No surgery • No pain • No risk", ["No surgery", "No pain", "No risk"]),
    ("✓ Safe ✓ Natural ✓ Proven", ["Safe", "Natural", "Proven"]),
    ("✅ Safe ✅ Proven", ["Safe", "Proven"]),
    ("Walk again! 🎉 Call us now.", ["Walk again! 🎉", "Call us now."]),
    ("Feel young 😊😊", ["Feel young 😊😊"]),
    ("Pain free 🎉🎉🎉 Book today!", ["Pain free 🎉🎉🎉 Book today!"]),
    ("NO SURGERY. NO DOWNTIME. CALL NOW!", ["NO SURGERY.", "NO DOWNTIME.", "CALL NOW!"]),
    ("Really?! Yes, really.", ["Really?!", "Yes, really."]),
    ("Amazing!!! You will love it.", ["Amazing!!!", "You will love it."]),
    ("We treat discs; joints; tendons; and nerves.", ["We treat discs; joints; tendons; and nerves."]),
    ("Note: Results vary.", ["Note: Results vary."]),
    ("Our motto: Heal.", ["Our motto: Heal."]),
    ("Line one\nLine two", ["Line one", "Line two"]),
    ("Call now.\nWe wait.", ["Call now.", "We wait."]),
    ("Stem Cell Therapy for Back Pain | Lumbara Clinic", ["Stem Cell Therapy for Back Pain | Lumbara Clinic"]),
    ("Plan B. Call us.", ["Plan B.", "Call us."]),
    ("Smith et al. (2019) found no benefit.", ["Smith et al. (2019) found no benefit."]),
    ("It costs 5,000 USD. Financing is available.", ["It costs 5,000 USD.", "Financing is available."]),
    ("Is it safe? Yes! Is it proven? No.", ["Is it safe?", "Yes!", "Is it proven?", "No."]),
    ("It helps.[12] Others disagree.", ["It helps.[12]", "Others disagree."]),
    ("", []),
    ("   ", []),
    ("...", ["..."]),
    ("Wow! it really works.", ["Wow!", "it really works."]),
    ("Regenerate. Restore. Renew.", ["Regenerate.", "Restore.", "Renew."]),
    ("Stem cells – the future – heal. Truly.", ["Stem cells – the future – heal.", "Truly."]),
]

KEPT_ASIDE = [
    ("Drs. Hall and Voss met. They agreed.", ["Drs. Hall and Voss met.", "They agreed."]),
    ("The disc (L4/L5) dried out. Cells may help.", ["The disc (L4/L5) dried out.", "Cells may help."]),
    ("Approved by the U.S. FDA? Not yet.", ["Approved by the U.S. FDA?", "Not yet."]),
    ("We came from Washington, D.C. We stayed.", ["We came from Washington, D.C.", "We stayed."]),
    ("Results in 6-8 wk. for most people.", ["Results in 6-8 wk. for most people."]),
    ("Pain score fell from 7.2 to 2.1. Nobody got worse.", ["Pain score fell from 7.2 to 2.1.", "Nobody got worse."]),
    ("Relief in days.No scars.No drugs.", ["Relief in days.", "No scars.", "No drugs."]),
    ("We fixed 90%.The rest improved.", ["We fixed 90%.", "The rest improved."]),
    ("Visit www.Spine.Example.com or call.", ["Visit www.Spine.Example.com or call."]),
    ("See https://clinic.example/a.B?x=1.Y for prices.", ["See https://clinic.example/a.B?x=1.Y for prices."]),
    ("“Will it last?” he asked. Nobody knew.", ["“Will it last?” he asked.", "Nobody knew."]),
    ("'I am new!' Then he danced.", ["'I am new!'", "Then he danced."]),
    ("a) Draw blood. b) Spin it.", ["a) Draw blood.", "b) Spin it."]),
    ("Step 1. Draw blood. Step 2. Spin it.", ["Step 1.", "Draw blood.", "Step 2.", "Spin it."]),
    ("Safe... proven... natural...", ["Safe... proven... natural..."]),
    ("Vitamin C. Zinc. Rest.", ["Vitamin C.", "Zinc.", "Rest."]),
    ("Mesenchymal stem cells (MSCs). They home to injury.", ["Mesenchymal stem cells (MSCs).", "They home to injury."]),
    ("Can cells help?\n\nYes!", ["Can cells help?", "Yes!"]),
    ("Book today!! 👉 Limited spots.", ["Book today!! 👉", "Limited spots."]),
    ("➡️ No surgery ➡️ No hospital", ["No surgery", "No hospital"]),
    ("Best clinic of 2024! 5 stars. 1,000 patients.", ["Best clinic of 2024!", "5 stars.", "1,000 patients."]),
    ("The cells come from a donor, a.k.a. an allograft.", ["The cells come from a donor, a.k.a. an allograft."]),
    ("We treat discs, joints, etc. Ask us.", ["We treat discs, joints, etc.", "Ask us."]),
    ("Sponsored by Acme Corp. and Beta Ltd. in 2020.", ["Sponsored by Acme Corp. and Beta Ltd. in 2020."]),
    ("Mt. Sinai is a hospital. It is large.", ["Mt. Sinai is a hospital.", "It is large."]),
    ("HEAL NOW!CALL US", ["HEAL NOW!", "CALL US"]),
    ("Pain?Gone.Forever.", ["Pain?", "Gone.", "Forever."]),
    ("He is 60 yrs. old and walks.", ["He is 60 yrs. old and walks."]),
    ("Rated No.1 in town. Truly.", ["Rated No.1 in town.", "Truly."]),
    ("It is as good as new, said Dr. K. Okafor. We agree.", ["It is as good as new, said Dr. K. Okafor.", "We agree."]),
    ("Over 10 mio. cells. Every time.", ["Over 10 mio. cells.", "Every time."]),
    ("Yes. No. Maybe.", ["Yes.", "No.", "Maybe."]),
    ("(Individual results may vary.)", ["(Individual results may vary.)"]),
    ("Heals discs* *Not evaluated by any agency.", ["Heals discs* *Not evaluated by any agency."]),
    ("再生医療。腰痛に。", ["再生医療。", "腰痛に。"]),
    ("Price: €3.500,00. Inkl. MwSt.", ["Price: €3.500,00.", "Inkl. MwSt."]),
]


def split(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(("text", "expected"), TUNED)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert split(text) == expected


@pytest.mark.parametrize(("text", "expected"), KEPT_ASIDE)
def test_rules_hold_on_cases_that_were_kept_aside(text, expected):
    assert split(text) == expected


def test_the_tables_are_as_large_as_promised():
    assert len(TUNED) >= 60
    assert len(KEPT_ASIDE) >= 30
    assert len({text for text, _ in TUNED + KEPT_ASIDE}) == len(TUNED + KEPT_ASIDE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Session $150 (reg. $180). Call now.", ["Session $150 (reg. $180).", "Call now."]),
        ("Consultation ........ $150 Injection", ["Consultation ........ $150 Injection"]),
        ("Visit . . . . . . $150 today", ["Visit . . . . . . $150 today"]),
        ("Ep. 41 is out. No. 5 is next.", ["Ep. 41 is out.", "No. 5 is next."]),
        (
            "Permit no. MD12345 holds. We wait.... Then it came.",
            ["Permit no. MD12345 holds.", "We wait....", "Then it came."],
        ),
        ("the pain is gone. our cells work.", ["the pain is gone.", "our cells work."]),
        ("Blocks of approx. the same size as a coin.", ["Blocks of approx. the same size as a coin."]),
        ("Is it safe? No. We do not know.", ["Is it safe?", "No.", "We do not know."]),
    ],
)
def test_prices_leaders_and_numbers(text, expected):
    assert [text[start:end] for start, end in sentences(text)] == expected
