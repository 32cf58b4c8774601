"""How different two colors look, and how well one can be read on the other."""

from collections.abc import Sequence
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Lab = tuple[float, float, float]

_WHITE = (0.95047, 1.0, 1.08883)
_TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))


def difference(one: str, other: str) -> float:
    """The difference of two colors such as ``#0072B2`` by CIEDE2000; about 2 just shows."""
    return _difference(_lab(one), _lab(other))


def contrast(one: Sequence[int], other: Sequence[int]) -> float:
    """The contrast of two colors by WCAG 2, from 1 to 21; each is red, green, blue up to 255."""
    darker, lighter = sorted(_luminance([part / 255 for part in color]) for color in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(channels: Sequence[float]) -> float:
    weights = _TO_XYZ[1]
    return sum(weight * _linear(part) for weight, part in zip(weights, channels, strict=True))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _lab(color: str) -> Lab:
    light = [_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    x, y, z = (
        _root(sum(weight * channel for weight, channel in zip(row, light, strict=True)) / white)
        for row, white in zip(_TO_XYZ, _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return float(part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116


def _difference(one: Lab, other: Lab) -> float:
    chroma = (hypot(*one[1:]) + hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * sqrt(chroma**7 / (chroma**7 + 25**7))
    chromas = [hypot(stretch * color[1], color[2]) for color in (one, other)]
    hues = [degrees(atan2(color[2], stretch * color[1])) % 360 for color in (one, other)]
    turn = (hues[1] - hues[0] + 180) % 360 - 180
    lightness, chroma = (one[0] + other[0]) / 2, sum(chromas) / 2
    hue = (hues[0] + turn / 2) % 360
    weight = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.2 * cos(radians(4 * hue - 63))
    )
    off_middle = (lightness - 50) ** 2
    light = (other[0] - one[0]) / (1 + 0.015 * off_middle / sqrt(20 + off_middle))
    colorful = (chromas[1] - chromas[0]) / (1 + 0.045 * chroma)
    turned = 2 * sqrt(chromas[0] * chromas[1]) * sin(radians(turn) / 2)
    turned /= 1 + 0.015 * chroma * weight
    blue = (
        -2
        * sqrt(chroma**7 / (chroma**7 + 25**7))
        * sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    )
    return sqrt(light**2 + colorful**2 + turned**2 + blue * colorful * turned)
