"""What a `.gemspec` says of its gem, and what becomes of it."""

from __future__ import annotations

import pytest
from support.linked import link_files
from support.outlines import outline_of

from mkdocs_repodoc.model.facts import (
    Dependency,
    Fact,
    InstalledCommand,
    ProjectMetadata,
    ProjectUrl,
    Runtime,
)
from mkdocs_repodoc.text.source_text import SourceText

WRITTEN = """\
require_relative "lib/harbour/version"

Gem::Specification.new do |spec|
  spec.name = "harbour"
  spec.version = Harbour::VERSION
  spec.summary = "Watches tides."
  spec.description = <<~TEXT
    Watches tides, and tells.
  TEXT
  spec.licenses = %w(MIT Ruby)
  spec.homepage = "https://harbour.example"
  spec.metadata = {
    "changelog_uri" => "https://harbour.example/#{Harbour::VERSION}",
    "documentation_uri" => "https://harbour.example/docs",
  }
  spec.metadata["source_code_uri"] = "https://harbour.example/code"
  spec.required_ruby_version = Gem::Requirement.new(">= 3.0", "< 4")
  spec.files = `git ls-files`.split("\\n")
  spec.executables = ["harbour", "tide-#{1}"]
  spec.executables << "tide"
  spec.bindir = "exe"
  spec.add_dependency "rack", "~> 3.0"
  spec.add_runtime_dependency("nio4r")
  spec.add_development_dependency "rake"
end
"""


def facts_of(code: str, name: str = "harbour.gemspec") -> list[Fact]:
    return list(outline_of(name, SourceText(code, "utf-8"), "ruby").outline.facts)


def test_what_is_written_out_is_read() -> None:
    facts = facts_of(WRITTEN)
    assert ProjectMetadata("harbour", "", "Watches tides.", "MIT, Ruby") in facts
    assert Runtime("Ruby", ">= 3.0, < 4") in facts
    assert [each.label for each in facts if isinstance(each, ProjectUrl)] == [
        "Homepage",
        "Documentation",
        "Source",
    ]
    assert {each.name for each in facts if isinstance(each, Dependency)} == {"rack", "nio4r"}
    assert [each for each in facts if isinstance(each, InstalledCommand)] == [
        InstalledCommand("harbour", path="exe/harbour", line=19),
        InstalledCommand("tide", path="exe/tide", line=20),
    ]


def test_a_description_stands_in_for_a_summary_that_is_computed() -> None:
    code = 'Gem::Specification.new do |s|\n  s.name = "a"\n  s.summary = s.description\n'
    code += "  s.description = <<~TEXT\n    Watches\n    tides.\n  TEXT\nend\n"
    assert ProjectMetadata("a", "", "Watches tides.") in facts_of(code)


@pytest.mark.parametrize(
    "line",
    [
        's.version = File.read(File.expand_path("../VERSION", __dir__)).strip',
        's.description = File.read("README.md")',
        's.executables = Dir["exe/*"].map { |each| File.basename(each) }',
        's.license = OSS ? "MIT" : "Commercial"',
        's.summary = "a \\"b\\""',
        's.homepage = "https://a.example/" + NAME',
    ],
)
def test_what_is_computed_states_nothing(line: str) -> None:
    code = f'Gem::Specification.new do |s|\n  s.name = "a"\n  {line}\nend\n'
    assert facts_of(code) == [ProjectMetadata("a")]


def test_a_frozen_string_is_written_out() -> None:
    lines = 's.name = "a".freeze\ns.executables = ["b".freeze]\n'
    code = f"Gem::Specification.new do |s|\n{lines}end\n"
    assert facts_of(code) == [ProjectMetadata("a"), InstalledCommand("b", path="bin/b", line=3)]


def test_other_files_of_ruby_state_nothing() -> None:
    assert not facts_of(WRITTEN, "harbour.rb")


def test_the_project_and_its_commands() -> None:
    linked = link_files(
        {
            "harbour.gemspec": WRITTEN,
            "exe/harbour": '#!/usr/bin/env ruby\nrequire "harbour"\nHarbour.start\n',
            "lib/harbour.rb": "module Harbour\n  def self.start; end\nend\n",
        }
    )
    project = linked.repository.project
    assert (project.name, project.description) == ("harbour", "Watches tides.")
    assert project.source == "harbour.gemspec"
    assert [each.path for each in project.commands] == ["exe/harbour", "exe/tide"]
    assert [each.name for each in project.runtimes] == ["Ruby"]
    assert set(project.dependencies) == {"rack", "nio4r"}
