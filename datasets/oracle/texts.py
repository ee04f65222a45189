"""All sentences of the oracle, in English and Spanish: one table, so that none exists in one language alone."""

import os

TEXTS = {
    "missing_file": (
        "{file} is not in {folder}: put it there, or name the folder that holds it.",
        "{file} no está en {folder}: ponlo ahí, o nombra la carpeta que lo contiene.",
    ),
    "utf16_bom": (
        "{file} begins with the mark of UTF-16 ({found}), and only UTF-8 and Latin-1 are read: save it again as UTF-8.",
        "{file} comienza con la marca de UTF-16 ({found}), y solo se leen UTF-8 y Latin-1: guárdalo como UTF-8.",
    ),
    "nul_byte": (
        "Line {line} of {file} holds a NUL byte, which no text has: it is a binary file, or a damaged one; export it "
        "again as CSV.",
        "La línea {line} de {file} contiene un byte NUL, que ningún texto tiene: es un archivo binario, o está dañado; "
        "expórtalo de nuevo como CSV.",
    ),
    "unclosed_quote": (
        "Line {line} of {file} opens a quote that is never closed: close it, or write it twice inside quotes if it "
        "belongs to the text.",
        "La línea {line} de {file} abre una comilla que nunca se cierra: ciérrala, o escríbela doble entre comillas si "
        "es parte del texto.",
    ),
    "text_after_quote": (
        "Line {line} of {file} opens a quote that closes before {found}, where only '{delimiter}' or the end of the "
        "line may stand: remove that text, or write the inner quote twice.",
        "La línea {line} de {file} abre una comilla que se cierra antes de {found}, donde solo puede haber "
        "'{delimiter}' o el fin de la línea: quita ese texto, o escribe doble la comilla interior.",
    ),
    "missing_columns": (
        "{file} has no column {missing}; its header has {found}: name the columns so in line 1.",
        "{file} no tiene la columna {missing}; su encabezado tiene {found}: nombra así las columnas en la línea 1.",
    ),
    "repeated_columns": (
        "The header of {file} names {repeated} more than once, so nobody knows which one counts: keep one of them.",
        "El encabezado de {file} nombra {repeated} más de una vez, y no se sabe cuál vale: deja una sola.",
    ),
    "ragged_catalogue_row": (
        "Line {line} of {file} has {found} fields and its header {expected}: quote a text that holds '{delimiter}', or "
        "fill in what is missing.",
        "La línea {line} de {file} tiene {found} campos y su encabezado {expected}: pon entre comillas un texto que "
        "contiene '{delimiter}', o completa lo que falta.",
    ),
    "unreadable_tax": (
        "Line {line} of {file} gives {product} the tax {found}, which is no share from 0 to below 1 with up to four "
        "decimals: write 0.19 for 19 %.",
        "La línea {line} de {file} da a {product} el impuesto {found}, que no es una fracción desde 0 y menor que 1 "
        "con hasta cuatro decimales: escribe 0.19 para 19 %.",
    ),
    "unreadable_parquet": (
        "{file} cannot be read as Parquet ({found}): write it again, or remove it so that catalogo.csv is read.",
        "{file} no se puede leer como Parquet ({found}): escríbelo de nuevo, o quítalo para que se lea catalogo.csv.",
    ),
    "no_parquet_reader": (
        "This case needs Parquet and neither duckdb nor pyarrow is installed: install one (pip install duckdb).",
        "Este caso necesita Parquet y no está instalado ni duckdb ni pyarrow: instala uno (pip install duckdb).",
    ),
    "bad_date": (
        "--date wants a day as yyyy-MM-dd and got {found}: write for example 2025-06-15.",
        "--date espera un día como yyyy-MM-dd y recibió {found}: escribe por ejemplo 2025-06-15.",
    ),
    "no_cases": (
        "{folder} holds no case (a folder with ventas.csv or manifest.json): make some with dirty.py --out {folder}.",
        "{folder} no contiene ningún caso (una carpeta con ventas.csv o manifest.json): genera algunos con "
        "dirty.py --out {folder}.",
    ),
    "one_command": (
        "compare.py wants exactly one of --kit and --batch: name the command that runs one case, or all.",
        "compare.py espera exactamente uno de --kit y --batch: nombra la orden que ejecuta un caso, o todos.",
    ),
    "folder_not_empty": (
        "{folder} already holds files: name an empty or new folder for {option}.",
        "{folder} ya contiene archivos: nombra una carpeta vacía o nueva en {option}.",
    ),
    "no_result": (
        "{case}: {file} is missing or holds no JSON object ({found}); expected what run --json prints.",
        "{case}: falta {file} o no contiene un objeto JSON ({found}); se esperaba lo que imprime run --json.",
    ),
    "status_differs": (
        "{case}: the run is {found}, and should be {expected}.",
        "{case}: la ejecución quedó {found}, y debería quedar {expected}.",
    ),
    "exit_differs": (
        "{case}: the exit code is {found}, and should be {expected}.",
        "{case}: el código de salida es {found}, y debería ser {expected}.",
    ),
    "step_differs": (
        "{case}: the step {step} is {found}, and should be {expected}.",
        "{case}: el paso {step} quedó {found}, y debería quedar {expected}.",
    ),
    "file_missing": (
        "{case}: {file} was not published, and should be.",
        "{case}: {file} no fue publicado, y debería serlo.",
    ),
    "file_surplus": (
        "{case}: {file} was published or changed, and should not be, since the run is {expected}.",
        "{case}: {file} fue publicado o cambiado, y no debería, porque la ejecución queda {expected}.",
    ),
    "line_differs": (
        "{case}: line {line} of {file} is {found}, and should be {expected}.",
        "{case}: la línea {line} de {file} es {found}, y debería ser {expected}.",
    ),
    "parquet_differs": (
        "{case}: {file} has {found}, and should have {expected}.",
        "{case}: {file} tiene {found}, y debería tener {expected}.",
    ),
    "all_agree": (
        "{cases} cases compared, all agree.",
        "{cases} casos comparados, todos coinciden.",
    ),
    "some_differ": (
        "{cases} cases compared, {differing} differ: {names}",
        "{cases} casos comparados, {differing} difieren: {names}",
    ),
    "asked_questions": (
        "  {case} touches what the rules leave open: {questions} (QUESTIONS.md).",
        "  {case} toca lo que las reglas dejan abierto: {questions} (QUESTIONS.md).",
    ),
    "parquet_not_compared": (
        "Not compared: the contents of ingresos_totales.parquet (install duckdb or pyarrow).",
        "Sin comparar: el contenido de ingresos_totales.parquet (instala duckdb o pyarrow).",
    ),
    "kept": (
        "What the runs left is kept in {folder}.",
        "Lo que dejaron las ejecuciones queda en {folder}.",
    ),
    "unreadable_parquet_case": (
        "{case}: {file} cannot be read as Parquet ({found}).",
        "{case}: {file} no se puede leer como Parquet ({found}).",
    ),
}


def language(environment=None):
    """ORQUESTA_LANG if it is en or es, else the locale's language, else English."""
    environment = os.environ if environment is None else environment
    chosen = environment.get("ORQUESTA_LANG", "")
    if chosen in ("en", "es"):
        return chosen
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "es" if locale.lower().startswith("es") else "en"


def say(key, **facts):
    english, spanish = TEXTS[key]
    return (spanish if language() == "es" else english).format(**facts)
