package cron;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Fields;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.Validator;

/** The letters of what guards do not bring; each that they do bring is told with its reason. */
record WhatIsLeft() implements Validator {
    private static final Set<String> LEFT = Set.of("b", "d", "e");
    private static final Map<String, Complaint> BROUGHT = new TreeMap<>(Map.of(
            "a", Complaint.value("not a: a marker holds its day", "sin la a: la marca lleva su día"),
            "c", Complaint.value("not c: of two, one gets the lock", "sin la c: de dos, una obtiene el candado"),
            "f", Complaint.value("not f: half a file has no marker", "sin la f: un archivo a medias no tiene marca")));

    @Override
    public Optional<Complaint> complaint(Outcome outcome) {
        String said = outcome.value(Fields.class).get("falta", String.class);
        Set<String> letters =
                new TreeSet<>(List.of(said.toLowerCase(Locale.ROOT).split("[^a-z]+")));
        letters.remove("");
        for (Map.Entry<String, Complaint> each : BROUGHT.entrySet()) {
            if (letters.contains(each.getKey())) {
                return Optional.of(each.getValue());
            }
        }
        if (letters.equals(LEFT)) {
            return Optional.empty();
        }
        return Optional.of(Complaint.value(
                "three letters of a to f: what Rosario lacks in a night like this",
                "tres letras de la a a la f: lo que le falta a Rosario en una noche así"));
    }
}
