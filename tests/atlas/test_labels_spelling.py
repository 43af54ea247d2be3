"""Names of the map: how the recipe spells what its sources store."""

import pytest
from names_spelling import plain, rejoined, without_kind

SPELLINGS = [
    ("Herāt", "AF", "Herat"),
    ("Markaz-e Woluswalī-ye Āchīn", "AF", "Achin"),
    ("\N{LEFT SINGLE QUOTATION MARK}Alāqahdārī Shāh Jōy", "AF", "Shah Joy"),
    ("Malmö", "SE", "Malmö"),
    ("Xi’an", "CN", "Xi'an"),
    ("Ta’if", "SA", "Taif"),
    ("İzmir", "TR", "Izmir"),
    ("Eskişehir", "TR", "Eskişehir"),
    ("Seongnam-si", "KR", "Seongnam"),
    ("Đà Nẵng", "VN", "Da Nang"),
]


@pytest.mark.parametrize(("stored", "country", "printed"), SPELLINGS)
def test_a_name_is_spelled_as_a_newspaper_prints_it(
    stored: str, country: str, printed: str
) -> None:
    assert plain(stored, country) == printed


KINDS_OF_PROVINCE = [
    ("ولایت ننگرهار", "fa", "ننگرهار"),
    ("صوبہ ہرات", "ur", "ہرات"),
    ("محافظة حلب", "ar", "حلب"),
    ("Moscow Oblast", "en", "Moscow"),
    ("Republic of Dagestan", "en", "Dagestan"),
    ("Free State", "en", "Free State"),
    ("Western Province", "en", "Western Province"),
]


@pytest.mark.parametrize(("stored", "language", "printed"), KINDS_OF_PROVINCE)
def test_a_province_loses_the_word_for_its_kind_unless_nothing_is_left(
    stored: str, language: str, printed: str
) -> None:
    assert without_kind(stored, language) == printed


def test_a_persian_name_gets_back_the_mark_between_its_parts() -> None:
    assert rejoined("جلالآباد") == "جلال\u200cآباد"


def test_the_article_at_the_beginning_of_a_name_is_no_second_part() -> None:
    assert rejoined("البرز") == "البرز"
