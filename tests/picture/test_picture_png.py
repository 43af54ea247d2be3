"""Pictures of pixels: what stands in an SVG, and what an SVG becomes."""

import io

import numpy as np
import pytest
from markupsafe import Markup
from PIL import Image

from mapgen.picture.form import PRESETS, Form
from mapgen.picture.png import inked, rasterised

SQUARE = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="0 0 8 4" '
    'preserveAspectRatio="none"><rect width="4" height="4" fill="#f00"/></svg>'
)


def test_ink_is_as_dense_as_it_was_asked_for() -> None:
    alpha = np.array([[0, 10, 200], [255, 7, 0]], dtype=np.uint8)
    read = np.asarray(Image.open(io.BytesIO(inked(alpha, "#102030"))).convert("RGBA"))
    assert (read[..., 3] == alpha).all()
    assert set(map(tuple, read[..., :3].reshape(-1, 3).tolist())) == {(0x10, 0x20, 0x30)}


def test_a_raster_has_the_size_of_its_form() -> None:
    form = Form(401, 203, 1.0)
    read = Image.open(io.BytesIO(rasterised(SQUARE.format(*form.lengths(True)), form)))
    assert read.size == (401, 203)


def test_a_raster_for_paper_says_its_resolution() -> None:
    form = PRESETS["print"]
    read = Image.open(io.BytesIO(rasterised(SQUARE.format(*form.lengths(True)), form)))
    assert read.info["dpi"] == pytest.approx((300, 300), abs=0.01)
