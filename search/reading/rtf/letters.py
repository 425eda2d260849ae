"""Letters: the bytes and numbers of a Rich Text file on their way to text.

A letter that old programs do not know is written twice, as a number and as what they may show in its place; the second
is passed over.
"""

HIGH = range(0xD800, 0xDC00)  # the first halves of letters that are written as two numbers


class Letters:
    """What has been read and is not text yet."""

    def __init__(self) -> None:
        self._waiting = bytearray()
        self._half = ""
        self._doubles = 0

    def read(self, content: bytes) -> None:
        """Bytes, in the letters of a font; those that stand for a number before them are passed over."""
        kept = content[self._doubles :]
        self._doubles -= len(content) - len(kept)
        self._waiting += kept

    def taken(self) -> bytes:
        """The bytes that have been read since the last time."""
        content, self._waiting = bytes(self._waiting), bytearray()
        return content

    def numbered(self, code: int, doubles: int) -> str:
        """The letter of a number, after which so many stand for it; "" for the first half of one."""
        self._doubles = doubles
        if code in HIGH:
            self._half = chr(code)
            return ""
        pair, self._half = self._half + chr(code), ""
        return pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def is_double(self) -> bool:
        """Whether the sign that comes stands for a number before it, and is passed over."""
        double = self._doubles > 0
        self._doubles -= double
        return double

    def end_group(self) -> None:
        """Nothing stands for a number beyond the braces in which it stands."""
        self._doubles = 0
