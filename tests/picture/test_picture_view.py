import numpy as np
import pytest

from mapgen.picture.view import fit, unit_square

ZOOMS = (3, 11)


def test_the_zoom_is_the_largest_half_step_that_shows_the_box() -> None:
    assert fit((58, 23, 76, 39.5), (1000, 700), ZOOMS).zoom == 5.5


def test_a_box_that_fits_exactly_is_not_zoomed_out() -> None:
    # 1024 pixels are the world's width at zoom 2, 45 degrees at zoom 5.
    assert fit((0, -1, 45, 1), (1024, 700), ZOOMS).zoom == 5


def test_the_whole_box_is_in_the_view() -> None:
    view = fit((58, 23, 76, 39.5), (1000, 700), ZOOMS)
    corners = view.pixels(np.array([[58.0, 23.0], [76.0, 39.5]]))
    assert corners.min() >= 0
    assert (corners <= (1000, 700)).all()


def test_the_middle_of_the_box_on_the_plane_is_the_middle_of_the_view() -> None:
    view = fit((58, 23, 76, 39.5), (1000, 700), ZOOMS)
    corners = view.pixels(np.array([[58.0, 23.0], [76.0, 39.5]]))
    assert corners.mean(axis=0) == pytest.approx([500, 350])


@pytest.mark.parametrize("box", [(176, -21, -177, -15), (176, -21, 183, -15)])
def test_a_box_across_the_antimeridian_is_as_narrow_as_it_looks(
    box: tuple[float, float, float, float],
) -> None:
    assert fit(box, (1000, 700), ZOOMS).zoom == fit((10, -21, 17, -15), (1000, 700), ZOOMS).zoom


@pytest.mark.parametrize(
    ("box", "zoom"), [((-180, -80, 180, 80), 3), ((69.0, 34.0, 69.0, 34.0), 11)]
)
def test_the_zoom_stays_within_the_limits_of_the_map(
    box: tuple[float, float, float, float], zoom: float
) -> None:
    assert fit(box, (1000, 700), ZOOMS).zoom == zoom


def test_the_poles_lie_on_the_edge_of_the_plane() -> None:
    y = unit_square(np.array([[0.0, 90.0], [0.0, 0.0], [0.0, -90.0]]))[:, 1]
    assert y == pytest.approx([0, 0.5, 1], abs=1e-9)


def test_a_length_on_the_ground_grows_with_the_latitude() -> None:
    view = fit((58, 23, 76, 39.5), (1000, 700), ZOOMS)
    assert view.ground_px(10, 60) == pytest.approx(2 * view.ground_px(10, 0))


def test_the_circumference_of_the_earth_is_the_width_of_the_world() -> None:
    view = fit((58, 23, 76, 39.5), (1000, 700), ZOOMS)
    assert view.ground_px(40_075.017, 0) == pytest.approx(view.world)


def test_a_point_west_of_the_antimeridian_is_seen_in_the_next_copy_of_the_world() -> None:
    view = fit((176, -21, 183, -15), (1000, 700), ZOOMS)
    x = float(view.pixels(np.array([[-178.0, -18.0]]))[0, 0])
    assert view.turns(x, x, 0) == (1,)
