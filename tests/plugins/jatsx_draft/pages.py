"""Invented pages of journals, in the kinds of layouts that are printed in the region."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jatsx import MemoryFile, Record
from jatsx_draft.reader import read

CONTENTS = """МАЗМҰНЫ – CONTENTS – СОДЕРЖАНИЕ

A. Serikbay, M. Orlova The River and the City: Water Policy ..... 5
Тлеуова Г.К. Степные дороги и торговля ..... 17
Каримов Д.А. Статья, которой здесь нет ..... 30
"""

NAMES_FIRST = """
A. Serikbay1*, M. Orlova2

1Aral State University, Kazakhstan, Aral
2Steppe Institute of History, Kazakhstan, Kostanay
*e-mail: a.serikbay@example.org

THE RIVER AND THE CITY: WATER POLICY

This article studies how cities share a river, and what their agreements say about it. It compares
three cities and finds that the smallest one pays the most for its water.

Keywords: river, water policy, cities, and agreements.

А. Серікбай1*, М. Орлова2

1Арал мемлекеттік университеті, Қазақстан, Арал қ.
2Дала тарихы институты, Қазақстан, Қостанай қ.
*e-mail: a.serikbay@example.org

Өзен мен қала: су саясаты

Мақалада қалалардың өзенді қалай бөлісетіні және олардың келісімдері не айтатыны зерттеледі. Үш қала
салыстырылып, ең кішісі су үшін ең көп төлейтіні анықталады.

Түйін сөздер: өзен, су саясаты, қалалар, келісімдер.

А. Серикбай1*, М. Орлова2

1Аральский государственный университет, Казахстан, г. Арал
2Институт истории степи, Казахстан, г. Костанай
*e-mail: a.serikbay@example.org

Река и город: водная политика

В статье изучается, как города делят реку и что говорят об этом их соглашения. Сравниваются три
города, и оказывается, что самый маленький платит за воду больше всех.

Ключевые слова: река, водная политика, города, соглашения.

Introduction

Rivers do not stop at the borders of a city, and so cities have to talk about water. What they agree
upon is seldom written down in one place, and it changes with the weather and with the mayor. The
three cities of this study have met every spring for forty years, and their minutes are the source.

References

Belov V.A. (2016) Реки и города. – Алматы: Арал, 300 с.
Kim N. (2019) Water law. Aral Press. https://doi.org/10.5555/water.19

Information about authors:

Serikbay Askar (corresponding author) – PhD, Professor, Aral State University (Kazakhstan, Aral,
e-mail: a.serikbay@example.org)

Orlova Maria Petrovna – Candidate of History, Steppe Institute of History (Kazakhstan, Kostanay,
e-mail: orlova@example.org)

Received March 4, 2024.
Re-registered 12 April 2024.
Accepted 3 June 2024.
"""

TITLE_FIRST = """
МРНТИ 03.20.00

СТЕПНЫЕ ДОРОГИ И ТОРГОВЛЯ

https://doi.org/10.5555/steppe.2024.2

Гульнара Тлеуова

Доцент, Степной университет, кандидат исторических наук
(Костанай, Казахстан)

Аннотация. Статья рассказывает о дорогах степи и о том, кто по ним торговал.

Ключевые слова: степь; дороги; торговля (сухопутная, речная).

ДАЛА ЖОЛДАРЫ ЖӘНЕ САУДА

Гүлнара Тлеуова

Андатпа. Мақала дала жолдары және олармен кім сауда жасағаны туралы әңгімелейді.

Түйінді сөздер: дала; жолдар; сауда.

STEPPE ROADS AND TRADE

Gulnara Tleuova

Abstract. The article tells of the roads of the steppe and of those who traded on them.

Key words: steppe; roads; trade.

Введение

Дороги степи старше городов, и потому их историю трудно рассказать по порядку. Купцы ходили по ним
веснами, когда была вода, и осенью, когда был скот. Летом дороги пустели, а зимой их
заносило снегом, и только почта ходила круглый год. Об этом пишут путешественники, и об этом
молчат летописи.
Автор собрал свидетельства тех и других, и сравнил их с картами, которые составляли землемеры.

Список литературы

1. Белов В.А. Степь. – Алматы: Арал, 2016. – 300 с.
2. Ким Н. Дороги // Вестник истории. – 2019. – № 2. – С. 5–9.

References

1. Kim N. Dorogi // Vestnik istorii. – 2019. – № 2. – S. 5–9.
2. Belov V.A. Step'. – Almaty: Aral, 2016. – 300 s.

Поступила в редакцию 28.02.2024
Принята к печати 15.05.2024
"""


def drafted(*pages: str, name: str = "2024-2.txt", **options: str) -> list[Record]:
    """The records of an issue with these pages."""
    file = MemoryFile(name, "\n".join(pages).encode())
    return list(read(file, options))


def articles(records: Sequence[Record]) -> list[Record]:
    """The records that have an article."""
    return [record for record in records if record.article is not None]


def codes(record: Record) -> list[str]:
    """The codes of the findings of a record."""
    return [finding.code for finding in record.findings]


def print_lines(path: Path) -> list[str]:
    """The lines of a text file."""
    return path.read_text("utf-8").splitlines()
