"""Values of JSON and the losses among them."""

from __future__ import annotations

from jatsx import Loss, Sourced, values_and_losses


def test_values_and_losses_are_separated_in_order() -> None:
    first, second = Sourced("Нұр", "group.kk"), Sourced("Nur", "group.en")
    one, other = Loss("group.ru", "one-name"), Loss("orcid", "orcid-form")
    parts = iter((first, one, None, second, other))
    assert values_and_losses(parts) == ((first, second), (one, other))


def test_of_nothing_there_is_nothing() -> None:
    assert values_and_losses([None]) == ((), ())
