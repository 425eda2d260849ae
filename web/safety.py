"""Safety: the headers that every answer carries."""

from flask import Flask, Response

LARGEST_REQUEST = 16_384  # bytes of a body; no page takes one

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",  # what was searched for is nobody else's business; a form says where it stood
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",  # pages lead to more pages than any robot can visit
    "Cross-Origin-Opener-Policy": "same-origin",
}


def register(app: Flask) -> None:
    """Have every answer of an app carry the headers, unless it sets one itself."""

    @app.after_request
    def with_headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response
