"""What the tools for lessons say, in English and Spanish."""

import os

TEXTS = {
    "at": ("{0}:{1}: {2}", "{0}:{1}: {2}"),
    "source.outside": (
        "text before the first cell; begin a cell with a line such as: %% text intro",
        "hay texto antes de la primera celda; empieza una celda con una línea como: %% text intro",
    ),
    "source.kind": (
        'there is no kind of cell "{0}"; did you mean "{1}"? Kinds: {2}.',
        'no existe el tipo de celda "{0}"; ¿quisiste decir "{1}"? Tipos: {2}.',
    ),
    "source.id": (
        'the cell "{0}" wants an id of the letters a-z, digits and hyphens, and got "{1}".',
        'la celda "{0}" necesita un id con letras a-z, cifras y guiones, y recibió "{1}".',
    ),
    "source.twice": (
        'the id "{0}" is used twice, first in line {1}; give this cell another one.',
        'el id "{0}" se usa dos veces, la primera en la línea {1}; dale otro a esta celda.',
    ),
    "source.words": (
        '"{0}" does not fit a cell of kind {1}; the line is: %% {2}',
        '"{0}" no corresponde a una celda de tipo {1}; la línea es: %% {2}',
    ),
    "source.part": (
        'the cell "{0}" has no part {1}; add it.',
        'a la celda "{0}" le falta la parte {1}; agrégala.',
    ),
    "source.surplus": (
        'the cell "{0}" of kind {1} cannot have {2}; remove it.',
        'la celda "{0}" de tipo {1} no puede tener {2}; quítalo.',
    ),
    "source.target": (
        'there is no cell "{0}" that this could belong to; did you mean "{1}"?',
        'no existe una celda "{0}" a la que esto pueda pertenecer; ¿quisiste decir "{1}"?',
    ),
    "expect.line": (
        '"{0}" is no expectation; write it like text: REGEX or html.es: REGEX. Kinds: {1}.',
        '"{0}" no es una expectativa; escríbela como text: REGEX o html.es: REGEX. Tipos: {1}.',
    ),
    "expect.regex": (
        '"{0}" is no regular expression: {1}.',
        '"{0}" no es una expresión regular: {1}.',
    ),
    "fact.value": (
        'the fact "{0}" wants a number such as 2986.02 or -12, and got "{1}".',
        'el hecho "{0}" necesita un número como 2986.02 o -12, y recibió "{1}".',
    ),
    "fact.unknown": (
        'there is no fact "{0}"; did you mean "{1}"? Declare it: %% fact {0} NUMBER',
        'no existe el hecho "{0}"; ¿quisiste decir "{1}"? Decláralo: %% fact {0} NÚMERO',
    ),
    "fact.loose": (
        'the fact "{0}" is quoted, but no @expect asserts it; add a line such as text: {{={0}}} to the cell that shows it.',
        'el hecho "{0}" se cita, pero ningún @expect lo comprueba; agrega una línea como text: {{={0}}} a la celda que lo muestra.',
    ),
    "fact.idle": (
        'the fact "{0}" is used nowhere; remove it.',
        'el hecho "{0}" no se usa; quítalo.',
    ),
    "quiz.line": (
        '"{0}" is neither an option nor, with two blanks before it, what is said of one.',
        '"{0}" no es una opción ni, con dos espacios delante, lo que se dice de una.',
    ),
    "quiz.question": ("the question has no text.", "la pregunta no tiene texto."),
    "quiz.options": (
        "a question wants at least one right option and one wrong one, 2 to 8 in all; this one has {0} right, {1} wrong.",
        "una pregunta necesita al menos una opción correcta y una incorrecta, de 2 a 8 en total; esta tiene {0} correctas y {1} incorrectas.",
    ),
    "quiz.reason": (
        'the option "{0}" says nothing to whoever chooses it; write it below, indented by two.',
        'la opción "{0}" no dice nada a quien la elige; escríbelo debajo, con dos espacios delante.',
    ),
    "quiz.misconception": (
        'the wrong option "{0}" names no misconception; write below it: (id_of_it) its name',
        'la opción incorrecta "{0}" no nombra su idea equivocada; escribe debajo: (id_de_ella) su nombre',
    ),
    "quiz.innocent": (
        'the right option "{0}" names the misconception "{1}"; remove it.',
        'la opción correcta "{0}" nombra la idea equivocada "{1}"; quítala.',
    ),
    "quiz.same": (
        'the options "{0}" and "{1}" say the same to whoever chooses them; each mistake has its own answer.',
        'las opciones "{0}" y "{1}" dicen lo mismo a quien las elige; cada error tiene su propia respuesta.',
    ),
    "quiz.value": (
        "either all options begin with = (a question for a value) or none does.",
        "o todas las opciones empiezan con = (una pregunta por un valor) o ninguna.",
    ),
    "quiz.languages": (
        "the options differ between @en and @es in number, order, marks or misconceptions: {0}, {1}.",
        "las opciones de @en y @es difieren en número, orden, marcas o ideas equivocadas: {0}, {1}.",
    ),
    "figure.missing": (
        'figures/{0}.py has no function "{1}" for this figure; add def {1}(lang).',
        'figures/{0}.py no tiene la función "{1}" para esta figura; agrega def {1}(lang).',
    ),
    "figure.number": (
        'the figure "{0}" shows {1}, which is no fact of this lesson; declare it (%% fact NAME VALUE) and have a cell assert it.',
        'la figura "{0}" muestra {1}, que no es un dato de esta lección; decláralo (%% fact NOMBRE VALOR) y haz que una celda lo compruebe.',
    ),
    "figure.svg": (
        'the figure "{0}" is no SVG: {1}.',
        'la figura "{0}" no es un SVG: {1}.',
    ),
    "trial.blind": (
        'this {0} of "{1}" names nothing that it must show; add an @expect, or call it as a misconception of the question that it answers.',
        'esta {0} de "{1}" no nombra nada que deba mostrar; agrega un @expect, o llámala como una idea equivocada de la pregunta que responde.',
    ),
    "trial.unsolved": (
        'no solution answers the question "{0}"; add one: %% solution CELL',
        'ninguna solución responde la pregunta "{0}"; agrega una: %% solution CELDA',
    ),
    "trial.untried": (
        'nothing tries the wrong answer "{0}" of the question "{1}"; add: %% misconception CELL {0}',
        'nada prueba la respuesta incorrecta "{0}" de la pregunta "{1}"; agrega: %% misconception CELDA {0}',
    ),
    "trial.other": (
        'cell "{0}" also says what belongs to another answer: {1}; not expected was /{2}/.',
        'la celda "{0}" dice también lo que corresponde a otra respuesta: {1}; no se esperaba /{2}/.',
    ),
    "trial.skipped": (
        'cell "{0}" was not run, because the kernel did not get that far.',
        'la celda "{0}" no se ejecutó, porque el kernel no llegó hasta ella.',
    ),
    "trial.closing": ("{0} passed, {1} failed", "{0} passed, {1} failed"),
    "slides.failed": (
        'the slide\'s Python "{0}" failed: {1}',
        'el Python de la lámina "{0}" falló: {1}',
    ),
    "slides.unlike": (
        'the slide\'s Python "{0}" prints: {1}; expected was /{2}/.',
        'el Python de la lámina "{0}" escribe: {1}; se esperaba /{2}/.',
    ),
    "slides.stderr": (
        "the slide's Python wrote to stderr: {0}",
        "el Python de la lámina escribió en stderr: {0}",
    ),
    "build.stale": (
        "{0} is not what its source gives; run: python3 notebooks/build.py",
        "{0} no es lo que da su fuente; ejecuta: python3 notebooks/build.py",
    ),
    "build.none": (
        "there is no lesson {0} in notebooks/source; there are: {1}.",
        "no hay una lección {0} en notebooks/source; hay: {1}.",
    ),
    "build.no_teacher": (
        "this copy of the kit has no teacher's part (notebooks/source/.teacher), so there is no teacher's edition.",
        "esta copia del kit no tiene la parte de quien enseña (notebooks/source/.teacher), así que no hay edición para ella.",
    ),
    "lint.first": (
        "a lesson begins with a text cell whose first line is its only heading with one #.",
        "una lección empieza con una celda de texto cuya primera línea es su único título con un #.",
    ),
    "lint.h1": (
        '"{0}" is a second heading with one #; a notebook has one, so write ##.',
        '"{0}" es un segundo título con un #; un cuaderno tiene uno solo, así que escribe ##.',
    ),
    "lint.jump": (
        '"{0}" jumps from {1} # to {2}; go down one level at a time.',
        '"{0}" salta de {1} # a {2}; baja de a un nivel.',
    ),
    "lint.headings": (
        "the headings of @en and @es differ in number or level.",
        "los títulos de @en y @es difieren en número o nivel.",
    ),
    "lint.alt": (
        'the picture "{0}" has the alternative text "{1}"; write what it shows, in 15 to 600 characters, not a file name.',
        'la imagen "{0}" tiene el texto alternativo "{1}"; escribe qué muestra, en 15 a 600 caracteres, no un nombre de archivo.',
    ),
    "lint.chart": (
        'the chart "{0}" has no table of its numbers below it; add one.',
        'el gráfico "{0}" no tiene debajo una tabla con sus números; agrégala.',
    ),
    "lint.row": (
        "this row of a table has {0} characters, and {1} fit a projector; shorten it.",
        "esta fila de una tabla tiene {0} caracteres, y en un proyector caben {1}; acórtala.",
    ),
    "lint.columns": (
        "this table has {0} columns, and {1} fit a projector; leave some out.",
        "esta tabla tiene {0} columnas, y en un proyector caben {1}; quita algunas.",
    ),
    "lint.line": (
        "this line of code has {0} characters, and {1} fit a projector; break it.",
        "esta línea de código tiene {0} caracteres, y en un proyector caben {1}; divídela.",
    ),
    "lint.long": (
        'the code cell "{0}" has {1} lines, and {2} fit a projector; divide it, or say long=yes where it is long on purpose.',
        'la celda de código "{0}" tiene {1} líneas, y en un proyector caben {2}; divídela, o di long=yes si es larga a propósito.',
    ),
    "lint.comment": (
        "Java cells hold no comments, since they are the same in both languages; say it in the text.",
        "las celdas de Java no llevan comentarios, porque son iguales en los dos idiomas; dilo en el texto.",
    ),
    "lint.link": (
        'the link "{0}" leads nowhere; from {1} there is no such file or heading.',
        'el enlace "{0}" no lleva a nada; desde {1} no existe ese archivo o título.',
    ),
    "lint.outside": (
        'the picture "{0}" is loaded from elsewhere; a lesson works without a network: make it a figure.',
        'la imagen "{0}" se carga desde fuera; una lección funciona sin red: conviértela en una figura.',
    ),
    "lint.lesson": (
        "there is no lesson {0}; do not send the reader to it.",
        "no existe la lección {0}; no mandes al lector a ella.",
    ),
    "lint.vague": (
        'the link "{0}" does not say where it leads; name its target.',
        'el enlace "{0}" no dice adónde lleva; nombra su destino.',
    ),
    "lint.size": (
        "{0} has {1} kB, and a notebook has at most {2}.",
        "{0} tiene {1} kB, y un cuaderno tiene a lo más {2}.",
    ),
    "lint.outputs": (
        'cell "{0}" has outputs or a number of execution; build the notebook again.',
        'la celda "{0}" tiene salidas o número de ejecución; construye otra vez el cuaderno.',
    ),
    "lint.spelling": (
        'the dictionary "{1}" does not know "{0}"; mend it, write it as `code`, or add it to notebooks/source/words.txt.',
        'el diccionario "{1}" no conoce "{0}"; corrígela, escríbela como `código`, o agrégala a notebooks/source/words.txt.',
    ),
    "lint.words": (
        "{0} has {1} words that a reader sees, and a lesson has at most {2}; cut, or fold what is no part of the lesson.",
        "{0} tiene {1} palabras a la vista, y una lección tiene a lo más {2}; corta, o pliega lo que no es parte de la lección.",
    ),
    "lint.front": (
        "the title cell does not say the minutes in {0}; write {{=minutes}} where they stand ({1} are counted).",
        "la celda del título no dice los minutos en {0}; escribe {{=minutes}} donde van (se cuentan {1}).",
    ),
    "lint.actions": (
        "the student does {0} things in this lesson, and does at least {1}: predict, quiz, code with change=yes or write=yes.",
        "en esta lección el estudiante hace {0} cosas, y hace al menos {1}: predict, quiz, code con change=yes o write=yes.",
    ),
    "lint.written": (
        "the student writes code in {0} cells of this lesson, and writes in at least {1}; mark them: %% code ID write=yes minutes=3",
        "el estudiante escribe código en {0} celdas de esta lección, y escribe al menos en {1}; márcalas: %% code ID write=yes minutes=3",
    ),
    "lint.changed": (
        "in this lesson the student changes nothing to see what becomes of it, and does so in at least {0} cell in class; mark it: %% code ID change=yes",
        "en esta lección el estudiante no cambia nada para ver qué pasa, y lo hace al menos en {0} celda en clase; márcala: %% code ID change=yes",
    ),
    "lint.questions": (
        "this lesson asks {0} questions in cells of their own, and a lesson asks {1} to {2}; cell=no is for one that a cell of yours asks.",
        "esta lección hace {0} preguntas en celdas propias, y una lección hace de {1} a {2}; cell=no es para la que hace una celda tuya.",
    ),
    "lint.minutes": (
        "this lesson takes {0} minutes by its words and actions, and a lesson takes {1} to {2}.",
        "esta lección toma {0} minutos según sus palabras y acciones, y una lección toma de {1} a {2}.",
    ),
    "lint.late": (
        'the student first writes code in "{0}", after {1} minutes; let him write within {2}.',
        'el estudiante escribe código por primera vez en "{0}", a los {1} minutos; que escriba antes de {2}.',
    ),
    "lint.screens": (
        'between the actions "{0}" and "{1}" lie {2} screens, and at most {3} may; let the student do something in between.',
        'entre las acciones "{0}" y "{1}" hay {2} pantallas, y puede haber a lo más {3}; que el estudiante haga algo entre medio.',
    ),
    "lint.block": (
        "no cell, solution, example or test holds this block of Java, so nobody has run it: {0}",
        "ninguna celda, solución, ejemplo ni prueba contiene este bloque de Java, así que nadie lo ha ejecutado: {0}",
    ),
    "lint.note": (
        "students read this; what is for the teacher alone is a cell of {0}: %% note CELL",
        "esto lo leen los estudiantes; lo que es solo para quien enseña va en {0}: %% note CELDA",
    ),
    "lint.row_unknown": (
        'the course has no row "{0}"; the rows of source/syllabus.txt are {1}.',
        'el curso no tiene la fila "{0}"; las filas de source/syllabus.txt son {1}.',
    ),
    "lint.uncovered": (
        'the row {0} ("{1}") belongs into this lesson, and no cell carries it: mark one with covers={0}, or move the row in source/syllabus.txt.',
        'la fila {0} ("{1}") va en esta lección, y ninguna celda la lleva: marca una con covers={0}, o mueve la fila en source/syllabus.txt.',
    ),
    "lint.no_python": (
        'the slide of the row {0} ("{1}") shows Python, and no cell of this lesson does; write it beside the Java that does the same: %% python ID of=CELL covers={0}',
        'la lámina de la fila {0} ("{1}") muestra Python, y ninguna celda de esta lección lo hace; escríbelo junto al Java que hace lo mismo: %% python ID of=CELDA covers={0}',
    ),
    "lint.apart": (
        'the slide\'s Python "{0}" does not stand beside its Java "{1}"; put it right before or behind that code cell, and name the cell: %% python {0} of=CELL',
        'el Python de la lámina "{0}" no está junto a su Java "{1}"; ponlo justo antes o después de esa celda de código, y nombra la celda: %% python {0} of=CELDA',
    ),
    "lint.end": (
        "the last code cell of a lesson is {0}: it shows how far the student has come, and links the next lesson.",
        "la última celda de código de una lección es {0}: muestra cuánto lleva el estudiante y enlaza la lección siguiente.",
    ),
    "lint.counted": (
        "{0}: {1} words (en / es), {2} actions, {3} of them written, {4} minutes, {5} at home",
        "{0}: {1} palabras (en / es), {2} acciones, {3} de ellas escritas, {4} minutos, {5} en casa",
    ),
    "lint.exempt": ("{0} may be over the limits: {1}", "{0} puede pasar los límites: {1}"),
    "lint.given_away": (
        "students get this file; a {0} belongs into {1}.",
        "este archivo llega a los estudiantes; la variante {0} va en {1}.",
    ),
    "lint.no_hunspell": (
        "spelling was not checked, because hunspell or its dictionaries are missing; run: sh devcontainer/install-system.sh",
        "no se revisó la ortografía, porque falta hunspell o sus diccionarios; ejecuta: sh devcontainer/install-system.sh",
    ),
    "lint.well": ("{0} lessons, nothing wrong", "{0} lecciones, nada que corregir"),
    "lint.sum": ("{0} to mend", "{0} por corregir"),
}


def say(key, *gaps):
    spanish = os.environ.get("ORQUESTA_LANG", os.environ.get("LANG", "en")).lower().startswith("es")
    return TEXTS[key][1 if spanish else 0].format(*gaps)


class Problem:
    """Something wrong in a lesson's source: in which line, and a sentence of the table."""

    def __init__(self, line, key, *gaps):
        self.line, self.key, self.gaps = line, key, gaps

    def __str__(self):
        return say(self.key, *self.gaps)

    def __repr__(self):
        return f"{self.line}: {self.key} {self.gaps}"
