"""Tests of blocks of code in texts: Java is found where it is run, and what other orchestrators would read is read here."""

import inspect
import sys
import types
import unittest
from unittest import mock

import yaml

from builder import blocks, source
from builder.sample.text import TEXT

# What ThreeOrchestratorsTest.java says of the Java in between.
GRAPH = {"ventas": [], "productos": [], "ingresos": ["ventas", "productos"]}


def argo(text):
    """{task: what it depends on}, each with a template that starts a container."""
    spec = yaml.safe_load(text)["spec"]
    templates = {template["name"]: template for template in spec["templates"]}
    tasks = templates[spec["entrypoint"]]["dag"]["tasks"]
    for task in tasks:
        assert templates[task["template"]]["container"]["command"], task
    return {task["name"]: task.get("dependencies", []) for task in tasks}


def dagster(text):
    """{asset: its parameters}, by a stand-in for Dagster that only listens."""
    listens = types.ModuleType("dagster")
    listens.asset = lambda function: function
    listens.Definitions = lambda assets: assets
    names = {}
    with mock.patch.dict(sys.modules, dagster=listens):
        exec(compile(text, "block", "exec"), names)
    return {each.__name__: list(inspect.signature(each).parameters) for each in names["defs"]}


class Blocks(unittest.TestCase):
    def found(self, block, teachers=""):
        text = TEXT.replace("It has one cell", f"```java\n{block}\n```\nIt has one cell")
        return [problem.line for problem in blocks.problems(source.Lesson("L90", text, teachers))]

    def test_a_block_is_run_if_a_cell_holds_it_however_its_lines_are_broken(self):
        self.assertEqual([], self.found('var total =\n    new java.math.BigDecimal( "2986.02" );'))
        self.assertEqual([3], [line - 1 for line in self.found('var total = new java.math.BigDecimal("2986.03");')])

    def test_dots_and_gaps_stand_for_anything_and_all_else_for_itself(self):
        self.assertEqual([], self.found('var NAME = new java.math.BigDecimal("NUMBER");'))
        self.assertEqual([], self.found("var total = ...;\nPrediction.after(ID, total)"))
        self.assertNotEqual([], self.found("var total = ...;\nPrediction.before(ID, total)"))

    def test_labels_of_annotations_are_left_out(self):
        self.assertEqual("@ Asset Relation a ( )", blocks.plain('@Asset(kind = "table") Relation a()'))

    def test_without_the_teachers_part_nobody_knows(self):
        self.assertEqual([], self.found("nobody.runs(this);", None))

    def test_other_orchestrators_read_the_same_graph(self):
        read = {"yaml": argo, "python": dagster}
        others = [
            (name, language, text)
            for name in source.names()
            for _, language, text in blocks.of(source.read(name))
            if language != "java"
        ]
        self.assertEqual([("L08", "yaml"), ("L08", "python")] * 2, [each[:2] for each in others])
        for _, language, text in others:
            self.assertEqual(GRAPH, read[language](text), language)


if __name__ == "__main__":
    unittest.main()
