import json
from pathlib import Path

import pytest

from claimcheck.checker import Checker
from claimcheck.language import guard, language
from claimcheck.read import read_text, segment

CORPUS = Path(__file__).parents[1] / "corpus" / "pages"
FOREIGN = [
    ("Spanish", "Nuestra terapia con células madre cura el dolor de espalda para siempre."),
    ("French", "La thérapie par cellules souches guérit le mal de dos pour toujours, sans aucun risque."),
    ("German", "Unsere Stammzellen heilen die Rückenschmerzen und sind ohne Risiko."),
    ("Italian", "La terapia con cellule staminali cura il mal di schiena per sempre e senza rischi."),
    ("Portuguese", "A nossa terapia com células-tronco cura a dor nas costas para sempre."),
    ("Dutch", "Onze stamcellen genezen uw rugpijn voor altijd, zonder risico."),
    ("Swedish", "Våra stamceller botar ryggsmärta för alltid och utan risk."),
    ("Danish", "Vores stamceller helbreder dine rygsmerter for altid og uden risiko."),
    (
        "Norwegian",
        "Stamcellene våre er en behandling mot ryggsmerter som virker etter én dag og uten risiko, ikke bare noen ganger.",
    ),
    ("Polish", "Terapia komórkami macierzystymi leczy ból pleców na zawsze i bez ryzyka."),
    ("Czech", "Naše kmenové buňky léčí bolesti zad navždy a bez rizika, protože jsou vaše."),
    ("Turkish", "Kök hücre tedavisi bel ağrısını kalıcı olarak ve risksiz bir şekilde yok eder."),
    ("Romanian", "Celulele stem sunt un tratament pentru durerea de spate și nu au riscuri."),
    ("Hungarian", "Az őssejt kezelés a hát fájdalom ellen van, és nem veszélyes."),
    ("Finnish", "Kantasolut ovat hoito, joka auttaa, kun selkä ei parane ilman leikkausta."),
    ("Indonesian", "Terapi sel punca dapat menyembuhkan nyeri punggung untuk semua orang dan tidak berisiko."),
    ("Vietnamese", "Tế bào gốc của chúng tôi chữa đau lưng mãi mãi và không có rủi ro."),
    ("Cyrillic script", "Наши стволовые клетки лечат боль в спине."),
    ("Greek", "Τα βλαστοκύτταρά μας θεραπεύουν τον πόνο."),
    ("Arabic script", "خلايانا الجذعية تعالج آلام الظهر"),
    ("Hebrew", "תאי הגזע שלנו מרפאים כאבי גב"),
    ("Japanese", "私たちの幹細胞は腰痛を治します。"),
    ("Korean", "우리의 줄기세포는 허리 통증을 치료합니다."),
    ("Chinese characters", "我们的干细胞可以治愈背痛。"),
    ("Thai", "สเต็มเซลล์ของเรารักษาอาการปวดหลัง"),
    ("Devanagari script", "हमारी स्टेम कोशिकाएं पीठ दर्द ठीक करती हैं।"),
]


@pytest.mark.parametrize(("name", "text"), FOREIGN, ids=[name for name, _ in FOREIGN])
def test_a_language_is_told(name, text):
    assert language(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Dr. van der Berg and Dr. de la Cruz treat discs.",
        "Clínica de la Columna",
        "PRP €500",
        "",
        "Say adiós to back pain",
        "Réveil, a spa in Vence, offers PRP.",
        "Die back pain, die!",
        "μ-opioid receptors in the spine",
        "Stem cell therapy 干细胞 for back pain",
    ],
)
def test_names_and_stray_words_leave_a_text_english(text):
    assert language(text) in ("en", "")


def page(*texts):
    return segment(read_text("".join(f"<p>{text}</p>" for text in texts), format="html"))


def test_an_english_page_is_all_judged():
    assert guard(page("Our cells cure pain.", "Dr. de la Cruz")).segments == frozenset()


def test_a_foreign_part_is_counted_and_named():
    german = FOREIGN[2][1]
    found = guard(page("Our cells cure pain.", german, "Book now."))
    assert found.segments == {1} and found.characters == len(german)
    assert (
        found.notices[0].text
        == f"{len(german)} characters of text are not English but in German; they were not judged."
    )


def test_a_block_too_short_to_tell_goes_with_its_page():
    german = [FOREIGN[2][1]] * 3
    assert guard(page("Behandlung", *german)).segments == {0, 1, 2, 3}
    assert guard(page("Behandlung", "Our cells are for you and for your back. " * 2, FOREIGN[2][1])).segments == {3}


def test_foreign_text_is_not_judged_and_counts_as_skipped(judge):
    spanish = "Nuestra terapia cura el dolor de espalda para siempre y está guaranteed."
    result = Checker(judge=judge).check(f"<p>{spanish}</p><p>It will cure you.</p>", format="html")
    assert [finding.text for finding in result.findings] == ["It will cure you."]
    assert judge.judged == 1
    coverage = result.coverage
    assert coverage.foreign == len(spanish)
    assert coverage.read + coverage.skipped == coverage.characters


def test_false_alarms_on_the_corpus_are_under_one_in_a_thousand():
    segments = alarms = 0
    for path in sorted(CORPUS.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            blocks = {}
            for each in json.loads(line)["segments"]:
                blocks.setdefault(each["block"], []).append(each["text"])
            segments += sum(map(len, blocks.values()))
            alarms += sum(len(texts) for texts in blocks.values() if language(" ".join(texts)) not in ("en", ""))
    assert segments > 20_000
    assert alarms < segments / 1000


def test_no_word_of_another_language_is_an_english_one():
    lines = (Path(__file__).parents[1] / "claimcheck" / "language.txt").read_text("utf-8").splitlines()
    words = {line[:2]: line.partition(": ")[2].split() for line in lines if not line.startswith("#")}
    english = set(words.pop("en"))
    for code, each in words.items():
        assert not english & set(each), code
        assert len(each) == len(set(each)) >= 35, code
