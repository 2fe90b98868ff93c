"""A bar chart as SVG, readable on light and on dark ground."""

from html import escape

_ROW, _LEFT, _WIDTH = 26, 250, 640


def bars(values):
    """Horizontal bars of named milliseconds; this program's own in another colour."""
    most = max(values.values())
    height = _ROW * len(values) + 10
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-family="sans-serif" font-size="13">',
        "<title>CPU milliseconds of a cold check of one page</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
    ]
    for row, (name, value) in enumerate(values.items()):
        top, length = 5 + row * _ROW, (_WIDTH - _LEFT - 60) * value / most
        colour = "#0b6e4f" if name.startswith("claimcheck") else "#8a8f98"
        parts += [
            f'<text x="{_LEFT - 8}" y="{top + 16}" text-anchor="end" fill="#222">{escape(name)}</text>',
            f'<rect x="{_LEFT}" y="{top + 3}" width="{length:.1f}" height="18" fill="{colour}"/>',
            f'<text x="{_LEFT + length + 6:.1f}" y="{top + 16}" fill="#222">{value:.0f} ms</text>',
        ]
    return "\n".join([*parts, "</svg>"]) + "\n"
