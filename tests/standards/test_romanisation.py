"""Which spellings any romanisation explains, on names as people write them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jatsx.standards.romanisation import (
    KAZAKH,
    LONGEST,
    RUSSIAN,
    explains,
    explains_but_for_a_slip,
    explains_part,
    first_letter,
    initials,
    is_cyrillic,
)

EXPLAINED = """
Жақубаева: Zhaqubayeva Jaqubaeva Jakubayeva Jakubaeva Dzhakubaeva Джакубаева Жакубаева
Әліпбаев: Alipbayev Älıpbaev Alipbaev Алипбаев
Әлімбетова: Alimbetova Алимбетова
Торғаутова: Torgautova Torğautova Торгаутова
Қыдырбек: Kydyrbek Qydyrbek Кыдырбек
Қайрат: Kairat Qairat Kayrat Kajrat Кайрат
Нұрдәулетова: Nurdauletova Nurdavletova Нурдавлетова Нурдаулетова
Нурдавлетова: Nurdavletova Nurdawletova
Усерова: Usserova Userova Usserowa
Кукеева: Kukeyeva Kukeeva Kukeieva
Акесина: Akessina Akesina
Ермекбаев: Yermekbayev Ermekbaev Jermekbajew Iermekbaiev
Ибраева: Ibrayeva Ibraeva Ibraieva
Сатбаева: Satbayeva Satbaeva
Уралбаев: Uralbayev Ouralbaïev
Абдрешев: Abdreshev Abdreschew
Абдрахманов: Abdrakhmanov Abdrahmanov Abdurakhmanov Abdraxmanov
Бурнашев: Burnashev Burnaschew Burnachev Bournachev
Черных: Chernykh Chernyh Tschernych Tchernykh
Аспандияр: Aspandiyar Aspandiar
Бектенова: Bektenova
Арзықұлов: Arzikulov Arzykulov Арзикулов
Назарбетова: Nazarbetova NAZARBETOVA
ӘСЕЛ: Assel Asel Äsel Асель
Романенко: Romanenko
Әуезов: Auezov Äwezov Ауэзов Ауезов
Абай: Abai Abay Abaj
Құнанбаев: Kunanbayev Qunanbaev Кунанбаев
Тоқаев: Tokayev Toqaev Tokaev Toqaıev Токаев
Назарбаев: Nazarbayev Nazarbaev Nasarbajew Nazarbaïev
Қонаев: Kunayev Konayev Qonaev Кунаев Конаев
Сәтбаев: Satpayev Satbayev Сатпаев Сатбаев
Уәлиханов: Valikhanov Walikhanov Ualikhanov Валиханов
Шоқан: Shokan Chokan Shoqan Şoqan Чокан
Жамбыл: Zhambyl Jambyl Dzhambul Jambul Джамбул
Жүсіп: Zhusip Jusip Yusup Zhusup Юсуп Джусуп Жусип Юсуб
Жүнісов: Zhunisov Zhunusov Yunusov Юнусов Джунусов
Гүлнар: Gulnar Gülnar Gulnaar Гульнар
Айгүл: Aigul Aygul Ajgul Aigül Айгуль Айгул
Айгерім: Aigerim Aygerim Aıgerim Айгерим
Бөкейханов: Bukeikhanov Bokeikhanov Bökeyhanov Букейханов
Мұхтар: Mukhtar Muhtar Mūxtar Мухтар
Мұқағали: Mukagali Muqağali Mukaghali Мукагали
Сүлейменов: Suleimenov Suleymenov Süleymenov Сулейменов
Олжас: Olzhas Oljas Olžas
Байтұрсынов: Baitursynov Baitursunov Байтурсынов
Тұрсынов: Tursynov Tursunov Турсунов Турсынов
Момышұлы: Momyshuly Momyşūly Момышулы Момыш-улы
Шәкәрім: Shakarim Şäkärim Шакарим
Әбілқайыр: Abilkair Abulkhair Abilqaiyr Абулхаир
Әбділдин: Abdildin Abdyldin Абдильдин
Ыбырай: Ybyrai Ibrai Ыбрай Ибрай
Шыңғыс: Shyngys Chingiz Şyñğys Shingis Чингиз Шынгыс
Төлеген: Tolegen Tulegen Tlegen Толеген Тулеген Тлеген
Өмірбек: Omirbek Umirbek Ömirbek Умирбек Омирбек
Үміт: Umit Ümit Умит Умут
Ғабит: Gabit Ghabit Ğabit Габит
Гаухар: Gaukhar Gauhar Gawxar
Һарун: Harun Kharun Харун
Еркебұлан: Yerkebulan Erkebulan Ieркебулан
Дінмұхамед: Dinmukhamed Dinmuhammed Динмухамед
Тәңірберген: Tanirbergen Tangirbergen Танирберген
Сейіт: Seiit Seit Сеит Сейит
Қасым-Жомарт: Kassym-Jomart Qasym-Jomart Kasym-Zhomart Kassymjomart Касым-Жомарт
Оразбаев: Orazbayev Urazbayev Уразбаев
Ізбасар: Izbassar Izbasar Избасар
Щербаков: Shcherbakov Scherbakov Ščerbakov Schtscherbakow Chtcherbakov
Хрущёв: Khrushchev Chruschtschow Khrouchtchev Khrushchyov Hruščëv
Горбачёв: Gorbachev Gorbachyov Gorbatschow Gorbatchev Gorbačev
Горбачев: Gorbachov
Чайковский: Tchaikovsky Chaykovskiy Tschaikowski Tchaïkovski Čajkovskij
Достоевский: Dostoevsky Dostoyevsky Dostojewski Dostoïevski
Ельцин: Yeltsin Eltsin Jelzin Ieltsine El'cin
Пушкин: Pushkin Puschkin Pouchkine Puškin
Путин: Putin Poutine
Жуков: Zhukov Schukow Joukov Žukov
Цветаева: Tsvetaeva Zwetajewa Cvetaeva Tsvetayeva
Соловьёв: Solovyov Soloviev Solov'ev Solovyev Solowjow
Ильич: Ilyich Ilich Il'ich Iljitsch
Юлия: Yuliya Julia Iuliia Yulia Julija
Наталья: Natalya Natalia Nataliya Natal'ja
Александра: Aleksandra Alexandra
Алексей: Aleksey Alexei Aleksei Alexey Aleksej
Дмитрий: Dmitry Dmitri Dmitrii Dmitriy Dmitrij
Евгений: Evgeny Yevgeny Evgenii Jewgeni Ievgueni
Иосиф: Iosif
Яна: Yana Jana Iana
Эренбург: Erenburg Ehrenburg
Кузнецов: Kuznetsov Kuznecov Kusnezow Kouznetsov
Иванов: Ivanov Iwanow Ivanoff Ivanou
Гончаренко: Goncharenko Honcharenko
Тимошенко: Timoshenko Tymoshenko
Бжезинский: Brzezinski Bzhezinsky
Мамедов: Mamedov Mammadov Məmmədov
Алиев: Aliev Aliyev Alijew Əliyev
Гусейнов: Huseynov Guseinov Husejnov
Петров: ПЕТРОВ Pe-trov Petrov’
Satbayeva: Satbaeva satbajewa
Müller: Mueller Muller
Yermekbayev: Ermekbaev
Jakubayeva: Zhakubaeva
"""
"""A name, and spellings of it."""

UNEXPLAINED = """
Усорова: Усерова Usserova
Татарина: Tatarinova Татаринова
Айгүл: Aigerim Айгерим
Айгуль: Aigerim Ainur
Сатбаева: sathaeva Самбаева Satbayev Satybaeva
Абдрешев: abdrashev Abdreshova Abdrechov
Өшімбаев: Ashimbayev Ашимбаев
Кыдырбек: Kudyrbek Kydyrbekov
Эллиот: Elliston
Инахия: Inakhina
Нурдавлетова: Nurdavletov Nurdabletova
Абай: Abar
Тоқаев: Tokarev Takaev
Назарбаев: Nazarbekov
Қонаев: Qanaev
Жақубаева: Yakubova Zhakupova
Гүлнар: Gulzhan
Иванов: Ivanova Ivakov Ивaнков
Петров: Petrova Пётрова
Черных: Chernov Черный
Кузнецов: Kuznetsova Kuznetov
Сулейменов: Suleimanov
Сериков: Serikbaev
Оспанов: Aspanov
Мұхтар: Mukhtarov
Ким: Tsoi
Цой: Choe
Satbayeva: sathaeva
Gorbachev: Gorbachov
"""
"""A name, and what is no spelling of it."""

SLIPS = """
Сатбаева: sathaeva satbqeva satbeava
Satbayeva: sathaeva
Абдрешев: abdrashev abdershev
Кыдырбек: kudyrbek
Усерова: usorova
"""

NO_SLIPS = """
Сатбаева: satbaeva sathaeba matbaeva satbaevo satbava satbaueva
Бурнашев: burnaschew burnasev
Асанов: hasanov asanova
Кукеева: fturar
"""


def pairs(table: str) -> list[tuple[str, str]]:
    """Each name of a table with each of its spellings."""
    rows = (row.partition(": ") for row in table.strip().splitlines())
    return [(name, spelling) for name, _, spellings in rows for spelling in spellings.split()]


@pytest.mark.parametrize(("name", "spelling"), pairs(EXPLAINED))
def test_a_spelling_is_explained(name: str, spelling: str) -> None:
    assert explains(name, spelling)


@pytest.mark.parametrize(("name", "other"), pairs(UNEXPLAINED))
def test_another_name_is_not_explained(name: str, other: str) -> None:
    assert not explains(name, other)


@pytest.mark.parametrize(("name", "word"), pairs(SLIPS))
def test_one_wrong_letter_is_a_slip(name: str, word: str) -> None:
    assert explains_but_for_a_slip(name, word)


@pytest.mark.parametrize(("name", "word"), pairs(NO_SLIPS))
def test_what_is_right_or_differs_more_is_no_slip(name: str, word: str) -> None:
    assert not explains_but_for_a_slip(name, word)


@pytest.mark.parametrize(
    ("name", "login"),
    [
        ("Қыдырбек", "kydyrbekf"),
        ("Lehmann", "dlehmann"),
        ("Сатбаева", "satbaev"),
        ("Абдрахманов", "abdr"),
        ("Черных", "iachernyh"),
    ],
)
def test_a_login_is_made_of_a_name(name: str, login: str) -> None:
    assert explains_part(name, login)


@pytest.mark.parametrize(
    ("name", "login"), [("Сатбаева", "sathaeva"), ("Кукеева", "fturar"), ("Абдрешев", "abdrashev")]
)
def test_a_login_is_made_of_something_else(name: str, login: str) -> None:
    assert not explains_part(name, login)


@pytest.mark.parametrize(
    ("name", "initial"),
    [
        ("Юлия", "J."),
        ("Жанар", "Zh."),
        ("Жанар", "Дж."),
        ("Ерлан", "Y."),
        ("Қайрат", "К."),
        ("А.", "A"),
    ],
)
def test_an_initial_is_that_of_a_name(name: str, initial: str) -> None:
    assert first_letter(initial) in initials(name)


@pytest.mark.parametrize(("name", "initial"), [("Сания", "K."), ("Б.", "A."), ("Қайрат", "Т.")])
def test_an_initial_is_that_of_another_name(name: str, initial: str) -> None:
    assert first_letter(initial) not in initials(name)


def test_nothing_has_no_initial() -> None:
    assert first_letter("…") == ""
    assert initials("") == frozenset()


LETTERS = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі", min_size=1, max_size=20)
SIGNS = st.sampled_from(["", "'", "’", "-", " ", "ʼ", "\u0301"])


@given(st.text(max_size=30))
def test_a_name_explains_itself(name: str) -> None:
    assert explains(name, name)


@given(LETTERS, st.data())
def test_any_mixture_of_schemes_is_explained(name: str, data: st.DataObject) -> None:
    spellings = [data.draw(st.sampled_from(latin(letter))) for letter in name]
    signs = [data.draw(SIGNS) for _ in name]
    mixed = "".join(spelt + sign for spelt, sign in zip(spellings, signs, strict=True))
    assert explains(name, mixed)
    assert explains(name.upper(), mixed.upper())


def latin(letter: str) -> list[str]:
    """The Latin spellings of one letter."""
    row = {**RUSSIAN, **KAZAKH}[letter].split()
    return ["" if spelling == "-" else spelling for spelling in row if not is_cyrillic(spelling)]


@given(st.text(max_size=100), st.text(max_size=100))
def test_any_text_may_be_asked_about(name: str, other: str) -> None:
    assert isinstance(explains(name, other), bool)
    assert isinstance(explains_part(name, other), bool)
    assert isinstance(explains_but_for_a_slip(name, other), bool)


@pytest.mark.parametrize("unit", ["а", "ая", "ью", "шщ", "иий", "жү", "a", "ya", "shch"])
def test_no_name_takes_long(unit: str) -> None:
    name = (unit * LONGEST)[:LONGEST]
    started = time.process_time()
    for other in (f"{'a' * (LONGEST - 1)}b", f"{'iya' * 19}b", f"{'shch' * 14}b", name + "a"):
        explains(name, other)
        explains_part(name, other)
        explains_but_for_a_slip(name, other)
    assert time.process_time() - started < 1


def test_nothing_is_said_of_what_is_no_name() -> None:
    text = "а" * 100_000
    assert explains(text, "b")
    assert explains_part(text, "b")
    assert not explains_but_for_a_slip(text, "b")
