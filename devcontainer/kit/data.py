"""The data and a first run: the work of Java, done once."""

import os

from kit.freshness import stamps
from kit.java import java_command
from kit.jdk import java_env
from kit.parts import run_part
from kit.place import write_state


def data_key(place):
    data = (".csv", ".parquet", "manifest.json")
    return [found for found in stamps(place.root, "datasets") if found[0].endswith(data)]


def ensure_data(place, state, jdk):
    if state.get("data") != data_key(place):
        run_part(place, "data", java_command(place, state, jdk, ["data", "--verify"]), java_env(jdk))
        state["data"] = data_key(place)
        write_state(place, state)


def ensure_first_run(place, state, jdk):
    home = os.environ.get("ORQUESTA_HOME") or place.at(".orquesta")
    if state.get("first_run") != home or not os.path.isdir(home):
        run_part(place, "first_run", java_command(place, state, jdk, ["run", "ventas"]), java_env(jdk))
        state["first_run"] = home
        write_state(place, state)
