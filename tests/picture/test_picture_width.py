import pytest

from mapgen.picture.width import is_joined, runs_left, text_width


def test_narrow_letters_take_less_room_than_broad_ones() -> None:
    assert text_width("illi", 12, 400, 0) < text_width("mwmw", 12, 400, 0) / 2


def test_bold_letters_take_more_room() -> None:
    assert text_width("Kabul", 12, 600, 0) > text_width("Kabul", 12, 400, 0)


def test_spaced_letters_take_more_room() -> None:
    assert text_width("IRAN", 10, 400, 0.1) == pytest.approx(text_width("IRAN", 10, 400, 0) + 4.48)


def test_the_width_grows_with_the_size() -> None:
    assert text_width("Kabul", 24, 400, 0) == pytest.approx(2 * text_width("Kabul", 12, 400, 0))


def test_an_accent_takes_no_room() -> None:
    assert text_width("e\u0301", 12, 400, 0) == text_width("e", 12, 400, 0)


def test_a_direction_mark_takes_no_room() -> None:
    assert text_width("\u200fa", 12, 400, 0) == text_width("a", 12, 400, 0)


def test_joined_letters_are_not_spaced() -> None:
    assert text_width("کابل", 12, 400, 0.2) == text_width("کابل", 12, 400, 0)


def test_letters_of_east_asia_are_as_broad_as_high() -> None:
    assert text_width("東", 100, 400, 0) == pytest.approx(112)


@pytest.mark.parametrize("text", ["کابل", "12 کابل", "קהיר"])
def test_a_name_runs_left_by_its_first_strong_letter(text: str) -> None:
    assert runs_left(text)


@pytest.mark.parametrize("text", ["Kabul", "Kabul کابل", "12", ""])
def test_any_other_name_runs_right(text: str) -> None:
    assert not runs_left(text)


def test_only_arabic_letters_are_joined() -> None:
    assert [is_joined(text) for text in ("Kabul", "קהיר", "کابل")] == [False, False, True]
