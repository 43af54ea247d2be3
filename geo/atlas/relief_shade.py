"""Shading of the land by its slopes alone, taken out of a coloured picture of the world.

The picture is colour times shade. The colour is told by the hue, which shading leaves as it is, and
what is left of it varies slowly, so it goes with the slow part of the brightness. Every mean is
taken over land only, so that no coast rings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Field = NDArray[np.float32]

EDGES = ("nearest", "wrap")
LUMA = np.array([0.299, 0.587, 0.114], dtype=np.float32)

HUES, HUE_BLUR_PX, HUE_BLUR_BINS = 200, 4.0, 3.0
RED_SHARE, GREEN_SHARE = (0.25, 0.45), (0.28, 0.43)
"""Shares of red and green in a colour that occur on land, cut into so many bins."""

SLOW_PX, ROUGH_PX, FINE_PX = 14.0, 6.0, 2.5
"""Scales of what is removed, of the roughness of a region and of a slope; in pixels of 2
arc-minutes, about 3.7 km."""

FORMS = ((0.6, 0.5), (1.5, 0.7), (3.5, 0.6))
"""Scales of the forms that are kept, each with its part: a range is to be seen behind its ridges.
The first blurs the grain of the JPEG."""

FLAT, STEEP = 0.006, 0.045
"""Roughness of a slope below which land is flat, and from which it is shaded in full."""

CONTRAST, CALM = 1.5, 0.4
"""How strong the shading is, and the roughness at which it is halved, so that the highest ranges
do not turn black."""

AMBIENT, AMBIENT_MOST = 0.85, 4.0
"""Rough land lies so many times its roughness below flat land, so that lit slopes are no brighter
than flat land and the page may multiply: 1 stays 1."""

OVER_COAST_PX = 1.5


def shade(picture: NDArray[np.uint8], land: NDArray[np.bool_]) -> Field:
    """Return how bright each pixel is, from 0 to the 1 of flat land and of water."""
    weight = land.astype(np.float32)
    bright = np.log(np.maximum(picture @ LUMA, 1.0) / 255)
    slopes = bright - _brightness_of_hue(picture, bright, weight)
    slopes -= _mean(slopes, weight, SLOW_PX)
    forms = np.zeros_like(slopes)
    for scale_px, part in FORMS:
        forms += part * _mean(slopes, weight, scale_px)
    fine = slopes - _mean(slopes, weight, FINE_PX)
    roughness = np.sqrt(_mean(forms**2, weight, ROUGH_PX))
    steepness = np.sqrt(_mean(fine**2, weight, FINE_PX))
    strength = CONTRAST * _smooth_step(steepness, FLAT, STEEP) / (1 + roughness / CALM)
    ambient = AMBIENT * np.minimum(roughness, AMBIENT_MOST * steepness)
    logarithm = strength * (forms - ambient)
    return np.exp(np.minimum(_fade_out(logarithm, weight), 0.0)).astype(np.float32)


def _brightness_of_hue(picture: NDArray[np.uint8], bright: Field, weight: Field) -> Field:
    """Return the brightness that land of a pixel's hue has on average."""
    total = np.maximum(picture.sum(axis=-1, dtype=np.float32), 1.0)
    bins = [
        np.clip((_mean(picture[..., band] / total, weight, HUE_BLUR_PX) - low) / (high - low), 0, 1)
        * (HUES - 1)
        for band, (low, high) in enumerate((RED_SHARE, GREEN_SHARE))
    ]
    number = (bins[0].astype(np.int32) * HUES + bins[1].astype(np.int32))[weight > 0]
    counts = np.bincount(number, minlength=HUES**2).reshape(HUES, HUES).astype(float)
    sums = np.bincount(number, bright[weight > 0], HUES**2).reshape(HUES, HUES)
    blurred = ndimage.gaussian_filter(counts, HUE_BLUR_BINS)
    table = ndimage.gaussian_filter(sums, HUE_BLUR_BINS) / np.maximum(blurred, 1e-6)
    return np.asarray(ndimage.map_coordinates(table, bins, order=1), dtype=np.float32)


def _mean(values: Field, weight: Field, sigma_px: float) -> Field:
    """Return the Gaussian mean over land round each pixel; the world is round from east to west."""
    top = ndimage.gaussian_filter(values * weight, sigma_px, mode=EDGES)
    return np.asarray(
        top / np.maximum(ndimage.gaussian_filter(weight, sigma_px, mode=EDGES), 1e-3),
        dtype=np.float32,
    )


def _fade_out(values: Field, weight: Field) -> Field:
    """Return the values of the land, carried a little over the coast and there fading to 0."""
    reach = ndimage.gaussian_filter(weight, OVER_COAST_PX, mode=EDGES)
    beyond = _mean(values, weight, OVER_COAST_PX) * np.minimum(2 * reach, 1.0)
    return np.where(weight > 0, values, beyond).astype(np.float32)


def _smooth_step(values: Field, low: float, high: float) -> Field:
    """Return 0 below `low`, 1 above `high` and a smooth way between."""
    share = np.clip((values - low) / (high - low), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), dtype=np.float32)
