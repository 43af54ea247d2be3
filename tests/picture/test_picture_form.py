"""The form of a picture follows from a preset or a size, or is refused with a sentence."""

import pytest

from mapgen.errors import UsageError
from mapgen.picture.form import PRESETS, form_named, form_of


@pytest.mark.parametrize(
    ("preset", "size", "px"),
    [
        (None, None, (1200, 630)),
        ("square", None, (1080, 1080)),
        ("print", None, (3508, 2480)),
        (None, "1600x900", (1600, 900)),
        (None, "1600×900", (1600, 900)),
    ],
)
def test_a_form_has_the_size_asked_for(
    preset: str | None, size: str | None, px: tuple[int, int]
) -> None:
    form = form_named(preset, size)
    assert (form.width_px, form.height_px) == px


@pytest.mark.parametrize(
    ("preset", "size", "sentence"),
    [
        ("sqare", None, "There is no preset 'sqare'; did you mean \"square\"?"),
        ("card", "1200x630", "A picture takes either a preset or a size, not both."),
        (None, "big", "The size is 'big'; expected width and height such as 1200x630."),
        (None, "-5x900", "The size is '-5x900'; expected width and height such as 1200x630."),
        (None, "20x900", "The width of a picture is 20 pixels; expected 400 to 6000."),
        (None, "900x6001", "The height of a picture is 6001 pixels; expected 400 to 6000."),
        (
            None,
            "6000x6000",
            "A picture of 6000x6000 has 36,000,000 pixels; expected at most 16,000,000.",
        ),
    ],
)
def test_what_no_picture_can_be_is_refused(
    preset: str | None, size: str | None, sentence: str
) -> None:
    with pytest.raises(UsageError) as caught:
        form_named(preset, size)
    assert str(caught.value) == sentence


def test_a_size_of_a_preset_is_that_preset() -> None:
    assert form_of(3508, 2480) is PRESETS["print"]


def test_a_picture_for_paper_is_stated_in_millimetres_where_it_is_no_raster() -> None:
    form = PRESETS["print"]
    assert (form.lengths(False), form.lengths(True)) == (("297mm", "210mm"), ("3508", "2480"))


def test_letters_of_a_card_are_half_as_large_again_as_on_a_page() -> None:
    assert PRESETS["card"].size == (800, 420)
