"""The words of the synthetic articles, and the romanisation of Russian ones."""

from __future__ import annotations

from typing import Final

_KAZAKH: Final = """
қоғам қатынас өңір саясат жүйе ғылым білім зерттеу дәстүр тәжірибе мәдениет тарих құқық заң шекара
көші-қон кеңістік үдеріс өзгеріс әдіс нәтиже мәселе үкімет халық ұлт тіл әлем нарық өнеркәсіп қызмет
дамыту қалыптастыру қамтамасыз бағалау салыстыру талдау түсіну күшейту негізгі жаңа ішкі сыртқы
аймақтық халықаралық әлеуметтік мемлекеттік заманауи кәсіби қоршаған тұрақты өзара
"""
_RUSSIAN: Final = """
общество отношение регион политика система наука образование исследование традиция опыт культура
история право закон граница миграция пространство процесс изменение метод результат проблема
правительство население нация язык мир рынок промышленность деятельность развитие формирование
обеспечение оценка сравнение анализ понимание укрепление основной новый внутренний внешний
региональный международный социальный государственный современный профессиональный устойчивый
"""
_ENGLISH: Final = """
society relation region policy system science education research tradition practice culture history
justice law border migration space process change method result problem government population nation
language world market industry activity development formation provision assessment comparison
analysis understanding reinforcement principal new internal external regional international social
public modern professional sustainable mutual
"""

WORDS: Final = {
    language: tuple(words.split())
    for language, words in (("kk", _KAZAKH), ("ru", _RUSSIAN), ("en", _ENGLISH))
}
"""Words by language."""

_LETTERS: Final = """
а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts
ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=iu я=ia
"""
ROMAN: Final = {ord(pair[0]): pair[2:] for pair in _LETTERS.split()}
"""Latin letters for Russian ones: Library of Congress romanisation without diacritics."""


def romanised(text: str) -> str:
    """A Russian text, romanised."""
    return text.lower().translate(ROMAN).capitalize()
