"""Languages: in which ones the page can be read. A language is a file in translations/, and English needs none."""

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from search.errors import SettingError

FOLDER = Path(__file__).parent / "translations"
DAY_FIRST = "en_GB"  # how English writes numbers and days here: 3 May 2024


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the page: its code in HTML, its locale, its own name for itself, its direction, its words."""

    code: str
    locale: str
    name: str
    direction: Literal["ltr", "rtl"]
    words: NullTranslations


def catalogue(path: Path) -> Catalog:
    """The messages of one language; the file's name is the language's: `de.po`, `pt_BR.po`; raises SettingError."""
    try:
        with path.open("rb") as file:
            return read_po(file, locale=Locale.parse(path.stem), abort_invalid=True)
    except UnknownLocaleError:
        raise SettingError(
            f"{path} is named after no language; name it by its code, such as de.po or pt_BR.po"
        ) from None
    except (PoFileError, ValueError) as error:
        raise SettingError(f"{path} cannot be read ({error}); mend it") from None


def languages_in(folder: Path) -> Mapping[str, Language]:
    """English, and each language that has a file in a folder, by their codes."""
    others = [_language(path.stem, _words(path)) for path in sorted(folder.glob("*.po"))]
    return {language.code: language for language in (ENGLISH, *others)}


def _language(name: str, words: NullTranslations, locale: str = "") -> Language:
    known = Locale.parse(name)
    own = known.get_display_name() or name
    direction: Literal["ltr", "rtl"] = "rtl" if known.character_order == "right-to-left" else "ltr"
    return Language(name.replace("_", "-"), locale or name, own[0].upper() + own[1:], direction, words)


def _words(path: Path) -> GNUTranslations:
    compiled = BytesIO()
    write_mo(compiled, catalogue(path))
    return GNUTranslations(BytesIO(compiled.getvalue()))


ENGLISH = _language("en", NullTranslations(), DAY_FIRST)
LANGUAGES = languages_in(FOLDER)
