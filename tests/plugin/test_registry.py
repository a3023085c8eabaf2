"""Plugins as they are found: modules, named by the entry points of installed distributions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from jatsx.model import Journal
from jatsx.pipeline.rule_settings import rule_settings_findings
from jatsx.plugin.registry import Plugin, Registry, load_registry

HEAD = "from jatsx import Exporter, Fault, Reader, Rule, Level, Schema, hookimpl\n"
EXPORTER = HEAD + (
    "schema = Schema.dtd(None, 'x.dtd')\n"
    "@hookimpl\n"
    "def jatsx_exporters():\n"
    "    return [Exporter('{name}', 'Title', lambda run, deposit: [], schema=schema)]\n"
)
RULE = HEAD + (
    "@hookimpl\n"
    "def jatsx_rules():\n"
    "    yield Rule('{name}', Level.ERROR, object, lambda part: [], '')\n"
)

Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Installs a distribution with one module and its entry points."""

    def install(name: str, code: str, points: dict[str, str] | None = None, **extra: str) -> None:
        site = tmp_path / name
        info = site / f"{name}-1.2.dist-info"
        info.mkdir(parents=True)
        (site / f"{name}.py").write_text(code.replace("{name}", name), encoding="utf-8")
        lines = [f"{point} = {value}" for point, value in (points or {name: name}).items()]
        (info / "entry_points.txt").write_text("\n".join(["[jatsx]", *lines]))
        (info / "METADATA").write_text(
            extra.get("metadata", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n")
        )
        monkeypatch.syspath_prepend(site)

    return install


def plugin(registry: Registry, name: str) -> Plugin:
    (found,) = [plugin for plugin in registry.plugins if plugin.name == name]
    return found


def test_the_core_is_a_plugin_of_its_own() -> None:
    registry = load_registry()
    own = registry.plugins[0]
    assert (own.name, own.fault) == ("jatsx", None)
    assert {"folder", "article", "json-lines"} <= set(registry.readers)


def test_an_installed_plugin_is_found(install: Install) -> None:
    install("good_plugin", EXPORTER)
    registry = load_registry()
    found = plugin(registry, "good_plugin")
    assert str(found) == "good_plugin (good_plugin 1.2)"
    assert registry.exporters["good_plugin"] is found.exporters[0]
    assert registry.plugin_of(found.exporters[0]) is found


def test_a_hook_may_be_a_generator_and_answer_alone(install: Install) -> None:
    install("generous", RULE)
    assert plugin(load_registry(), "generous").rules[0].code == "generous"


@pytest.mark.parametrize(
    ("targets", "asked"), [(None, {"jats", "rsci"}), (["rsci"], {"rsci"}), ((), {"jats"})]
)
def test_rules_of_formats_that_nobody_asks_for_are_known_by_code(
    targets: Sequence[str] | None, asked: set[str]
) -> None:
    registry = load_registry(targets=targets)
    of_formats = {rule.target for rule in registry.rules.values()}
    assert of_formats & {"jats", "rsci"} == asked
    assert None in of_formats
    assert set(registry.codes or ()) == set(load_registry().rules)


def test_a_code_of_a_format_that_nobody_asks_for_is_no_unknown_one() -> None:
    rules = {"rsci-issue-pages-missing": "off", "rsci-isue-pages-missing": "off"}
    journal = Journal.model_validate({"title": {"en": "Journal"}, "rules": rules})
    (finding,) = rule_settings_findings(journal, load_registry(targets=["jats"]))
    assert finding.excerpt == "rsci-isue-pages-missing"
    assert finding.params["nearest"] == "rsci-issue-pages-missing"


def test_no_code_is_unknown_where_a_plugin_cant_tell_its_own(install: Install) -> None:
    hook = (
        "@hookimpl\ndef jatsx_rules(formats):\n    return [1 / 0] if '{name}' in formats else []\n"
    )
    install("untold", EXPORTER + hook)
    journal = Journal.model_validate({"title": {"en": "Journal"}, "rules": {"untold-code": "off"}})
    assert list(rule_settings_findings(journal, load_registry(targets=["jats"]))) == []
    assert list(rule_settings_findings(journal, load_registry(targets=["untold"]))) == []
    alone = load_registry(["jats"], targets=["jats"])
    assert len(list(rule_settings_findings(journal, alone))) == 1


def test_a_distribution_may_hold_several_plugins(install: Install) -> None:
    install("several", EXPORTER, {"one": "several", "two": "several:absent"})
    registry = load_registry()
    assert plugin(registry, "one").fault is None
    assert "absent" in str(plugin(registry, "two").fault)


HOOK = HEAD + "@hookimpl\ndef jatsx_exporters():\n    "
BROKEN = {
    "misses_an_import": ("import no_such_module", "no_such_module"),
    "is_no_python": ("def", "SyntaxError"),
    "ends_at_import": ("raise SystemExit(3)", "SystemExit"),
    "raises_at_import": ("1 / 0", "ZeroDivisionError"),
    "misspells_a_hook": (HOOK.replace("exporters", "exporter") + "return []", "jatsx_exporter"),
    "wants_arguments": (HOOK.replace("()", "(articles)") + "return []", "articles"),
    "raises_in_a_hook": (HOOK + "raise ValueError('why')", "ValueError: why"),
    "ends_in_a_hook": (HOOK + "raise SystemExit", "SystemExit"),
    "raises_halfway": (HOOK + "yield 1 / 0", "ZeroDivisionError"),
    "gives_no_list": (HOOK + "return 5", "TypeError"),
    "gives_a_string": (HOOK + "return 'jats'", "expected Exporter, got 'j'"),
    "gives_a_class": (HOOK + "return [Exporter]", "expected Exporter"),
    "gives_rules_for_exporters": (
        HOOK + "return [Rule('x', Level.ERROR, object, list, '')]",
        "expected Exporter",
    ),
}


FAULTS = {
    "returns_none": (
        HOOK + "pass",
        "plugin-hook-none",
        "its hook `jatsx_exporters` returns nothing",
    ),
    "has_no_mark": (
        "def jatsx_rules(formats): return []",
        "plugin-hook-unmarked",
        "its function `jatsx_rules` is not marked as a hook",
    ),
    "has_no_hook": ("def exporters(): return []", "plugin-hooks-absent", "has none of the hooks"),
    "needs_newer_names": (
        "from jatsx import Telepathy",
        "plugin-jatsx-old",
        "needs a newer version of jatsx: ImportError: cannot import name 'Telepathy'",
    ),
    "needs_newer_modules": (
        "import jatsx.telepathy",
        "plugin-jatsx-old",
        "needs a newer version of jatsx: ModuleNotFoundError",
    ),
    "needs_a_newer_contract": (
        "JATSX_CONTRACT = 99",
        "plugin-jatsx-old",
        "it needs version 99 of the plugin contract",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_a_plugin_has_its_own_sentence_and_remedy(name: str, install: Install) -> None:
    text, code, sentence = FAULTS[name]
    install(name, (HEAD if name == "returns_none" else "") + text)
    registry = load_registry()
    faulty = plugin(registry, name)
    (finding,) = [one for one in registry.findings if str(faulty) in one.params.values()]
    assert finding.code == code
    assert sentence in registry.sentences.sentence(finding)
    assert registry.sentences.hint(finding)


def test_a_hook_may_offer_nothing(install: Install) -> None:
    install("modest", HOOK + "return []")
    assert plugin(load_registry(), "modest").fault is None


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plugin_costs_only_itself(name: str, install: Install) -> None:
    code, fault = BROKEN[name]
    install(name, code)
    install(f"beside_{name}", EXPORTER)
    registry = load_registry()
    broken = plugin(registry, name)
    assert fault in str(broken.fault)
    assert (broken.exporters, broken.readers, broken.rules) == ([], [], [])
    assert f"beside_{name}" in registry.exporters
    (finding,) = [one for one in registry.findings if str(broken) in one.params.values()]
    assert finding.code == "plugin-broken"
    assert finding.params["detail"] == broken.fault


def test_a_plugin_with_a_broken_hook_offers_nothing_by_the_others(install: Install) -> None:
    install("half_broken", EXPORTER + "@hookimpl\ndef jatsx_rules():\n    return [None]\n")
    registry = load_registry()
    assert plugin(registry, "half_broken").fault
    assert "half_broken" not in registry.exporters


def test_a_distribution_without_metadata_is_no_end(install: Install) -> None:
    install("nameless", EXPORTER, metadata="")
    assert "nameless" in load_registry().exporters


@pytest.mark.parametrize(("code", "kind"), [(EXPORTER, "exporters"), (RULE, "rules")])
def test_a_name_offered_twice_is_refused_both_times(install: Install, code: str, kind: str) -> None:
    install(f"first_{kind}", code.replace("{name}", "taken"))
    install(f"second_{kind}", code.replace("{name}", "taken"))
    registry = load_registry()
    assert "taken" not in getattr(registry, kind)
    (finding,) = [one for one in registry.findings if one.params.get("name") == "taken"]
    assert finding.code == "plugin-name-taken"
    assert all(f"{nth}_{kind}" in finding.params["plugins"] for nth in ("first", "second"))


def test_a_plugin_named_by_two_distributions_is_asked_once(install: Install) -> None:
    """As where an editable install and another stand side by side."""
    install("twice", EXPORTER)
    install("twice_again", "", {"twice": "twice"})
    registry = load_registry()
    assert plugin(registry, "twice").fault is None
    assert "twice" in registry.exporters
