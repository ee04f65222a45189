"""./kit test: runs the parts, two side by side, and says at the end what was not run and why."""

import os
import re
import subprocess
import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

from kit.jdk import find_jdk
from kit.options import nearest
from kit.other_jdk import find_other_jdk
from kit.parts import Part, Progress
from kit.place import read_state, read_text
from kit.processes import end_like_ctrl_c, start, stop, wait_for
from kit.set_up import set_up
from kit.suites import TEACHERS, is_teachers, suites
from kit.texts import text
from kit.trouble import Trouble, report

SET_UP_BUDGET = 100
LANES = 2


class Result:
    def __init__(self, name, outcome, seconds=0.0, budget=0, why=""):
        self.name, self.outcome, self.seconds, self.budget, self.why = name, outcome, seconds, budget, why


def test(place, options):
    end_like_ctrl_c()
    jdk = find_jdk()
    parts = [part for part in suites(jdk, options.get("--all")) if part.name not in TEACHERS or is_teachers(place)]
    only = options.get("--only")
    names = [part.name for part in parts]
    if only and only not in names:
        raise Trouble("option.part", only, nearest(only, names), ", ".join(names))
    results = [set_up_part(place, jdk)]
    chosen = [part for part in parts if only in (None, part.name)]
    if results[0].outcome == "failed":
        results += [Result(part.name, "skipped", why=text("test.no_set_up")) for part in chosen]
    else:
        results += Lanes(place, jdk).run(chosen)
    return summary(results, options)


def set_up_part(place, jdk):
    began = time.monotonic()
    try:
        set_up(place, jdk)
    except Trouble as trouble:
        report(trouble)
        return Result("set-up", "failed", time.monotonic() - began, SET_UP_BUDGET, str(trouble))
    return Result("set-up", "passed", time.monotonic() - began, SET_UP_BUDGET)


class Lanes:
    """Runs parts side by side, as many as there are lanes; Ctrl-C ends what all of them have started."""

    def __init__(self, place, jdk):
        self.place, self.jdk, self.state = place, jdk, read_state(place)
        self.started = []

    def run(self, parts):
        """Their results, in their order. A part comes after the one that it names, if that is run at all."""
        progress, results, waiting, running = Progress(len(parts)), {}, list(parts), {}
        with ThreadPoolExecutor(LANES) as lanes:
            try:
                while waiting or running:
                    busy = {part.name for part in [*waiting, *running.values()]}
                    for part in [part for part in waiting if part.after not in busy][: LANES - len(running)]:
                        waiting.remove(part)
                        running[lanes.submit(self.part, part, progress)] = part
                    for ended in wait(running, return_when=FIRST_COMPLETED).done:
                        results[running.pop(ended).name] = ended.result()
            except BaseException:
                self.end()
                raise
        return [results[part.name] for part in parts]

    def end(self):
        for process in self.started:
            if process.poll() is None:
                stop(process)

    def part(self, part, progress):
        began, log = time.monotonic(), self.place.in_kit("log", f"test-{part.name}.log")
        try:
            jdk = find_other_jdk(part.feature, self.jdk) if part.feature else self.jdk
            with Part(progress, text("test.part", part.name)):
                self.steps(part, part.steps(self.place, self.state, jdk), log, began)
            outcome, why = "passed", ""
        except Trouble as trouble:
            if trouble.key in ("jdk.other", "codespace.root", "browser.none"):
                return Result(part.name, "skipped", why=str(trouble))
            report(trouble)
            outcome, why = "failed", str(trouble)
        return Result(part.name, outcome, time.monotonic() - began, part.budget, why)

    def steps(self, part, steps, log, began):
        """One step after the other; those that a list holds run side by side."""
        number = 0
        for step in steps:
            commands = step if isinstance(step, list) else [step]
            files = [f"{log}.{number + i}" if number + i else log for i in range(len(commands))]
            number += len(commands)
            running = [start(command, file, env, folder) for (command, env, folder), file in zip(commands, files)]
            self.started += running
            try:
                codes = wait_for(running, part.limit - (time.monotonic() - began))
            except subprocess.TimeoutExpired as late:
                file = next(file for (command, _, _), file in zip(commands, files) if command == late.cmd)
                raise Trouble("test.hangs", part.name, part.limit, file, tail=last_lines(file)) from None
            for code, file in zip(codes, files):
                judge(part, code, file)


def judge(part, code, file):
    if code != 0:
        raise Trouble("test.part_failed", part.name, code, file, tail=last_lines(file))
    skipped = re.search(r"^OK \(skipped=(\d+)\)$", read_text(file) or "", re.M)
    if skipped and os.environ.get("ORQUESTA_REQUIRE_ALL"):
        raise Trouble("test.skips", part.name, skipped[1], file, tail=last_lines(file))


def last_lines(file):
    with open(file, encoding="utf-8", errors="replace") as content:
        return [line.rstrip() for line in content][-60:]


def summary(results, options):
    print(f"\n{text('test.part_head'):<16}{text('test.result'):<10}{'s':>8}{text('test.budget'):>10}")
    for result in results:
        over = "  " + text("test.over") if result.seconds > result.budget else ""
        numbers = "" if result.outcome == "skipped" else f"{result.seconds:8.1f}{result.budget:10}{over}"
        print(f"{result.name:<16}{text('test.' + result.outcome):<10}{numbers}")
    left = [result for result in results if result.outcome == "skipped"]
    if left:
        print("\n" + text("test.not_run"))
    for result in left:
        more = " --all" if options.get("--all") else ""
        print(f"  {result.name}: {result.why}\n      ./kit test{more} --only {result.name}")
    if left and os.environ.get("ORQUESTA_REQUIRE_ALL"):
        print(text("test.required"))
        for result in left:
            result.outcome = "failed"
    outcomes = [result.outcome for result in results]
    print("\n" + ", ".join(f"{outcomes.count(word)} {word}" for word in ("passed", "failed", "skipped")), flush=True)
    return 1 if "failed" in outcomes else 0
