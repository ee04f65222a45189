"""What the kit says, in Spanish. The script ./kit reads what it says of Python from here, too."""

SPANISH = {
    "usage": """./kit COMANDO: el único comando de Orquesta.

  up [--port N] [--no-browser]   todo desde cero; después las páginas y JupyterLab, con sus enlaces
  down                           detiene lo que inició ./kit up, desde cualquier terminal
  test [--all] [--only PARTE]    todas las pruebas; termina con lo que no se ejecutó y por qué
  test PIPELINE                  ejecuta los tests de JUnit de un pipeline
  doctor                         cada parte de la instalación: su estado y el remedio
  docs                           crea el Javadoc del orquestador e imprime dónde quedó
  reset LECCIÓN                  pone una copia nueva de una lección en notebooks/my y guarda la anterior

`./kit COMANDO --help` muestra un ejemplo.""",
    "usage.later": "Los comandos para pipelines llegan con la compilación: ejecuta antes ./kit up.",
    "help.up": """./kit up [--port N] [--no-browser]

Hace lo que falta (entorno, compilación, datos, una primera ejecución del pipeline, el kernel de Java),
inicia las páginas de ventas y JupyterLab, solo para esta máquina, y muestra sus enlaces. La segunda vez
hace solo lo que cambió. Ctrl-C detiene todo lo que inició.

  --port N       el puerto de JupyterLab (por defecto, el primero libre desde 8888)
  --no-browser   muestra los enlaces y no abre nada

Ejemplo: ./kit up --port 9000 --no-browser""",
    "help.test": """./kit test [--all] [--only PARTE]
./kit test PIPELINE      los tests de JUnit junto a las fuentes de un pipeline, nada más

Ejecuta todas las pruebas con el JDK en uso; el núcleo, un cuaderno y las lecciones, además, con el otro (17 o
25). Hace la instalación que necesitan; no instala nada fuera de esta carpeta. Los registros están en .kit/log.

  --all          todo con los dos JDK
  --only PARTE   una parte, por su nombre en la tabla
  ORQUESTA_JDK25, ORQUESTA_JDK17   la carpeta del otro JDK, si no está junto al que se usa
  ORQUESTA_REQUIRE_ALL=1           una parte que no se ejecuta es un fallo

Ejemplo: ./kit test --only python""",
    "help.down": """./kit down

Detiene las páginas y JupyterLab que ./kit up inició en esta carpeta, desde cualquier terminal. Termina con 0.

Ejemplo: ./kit down""",
    "help.reset": """./kit reset LECCIÓN

Pone una copia nueva de una lección en notebooks/my. Si trabajaste en la anterior, queda a su lado con la
hora en el nombre. Tus respuestas a ejercicios y preguntas no se tocan. Código de salida 0.

Ejemplo: ./kit reset L04""",
    "help.docs": """./kit docs

Crea el Javadoc del orquestador, en .kit/docs, e imprime la ruta de su primera página.

Ejemplo: ./kit docs""",
    "help.doctor": """./kit doctor

Revisa cada parte de la instalación y, de lo que está mal, dice la misma frase que diría el comando, con su
remedio. No cambia nada. Termina con 0 si todo está bien; si no, con 1.

Ejemplo: ORQUESTA_LANG=en ./kit doctor""",
    "part.environment": "entorno (JupyterLab, kernel)",
    "part.maven": "Maven",
    "part.build": "compilación",
    "part.archive": "archivo de clases",
    "part.data": "datos",
    "part.first_run": "primera ejecución de ventas",
    "part.kernel": "kernel",
    "part.servers": "páginas, JupyterLab",
    "part.pages": "páginas",
    "part.jupyter": "JupyterLab",
    "part.test_libraries": "bibliotecas de las pruebas",
    "part.stopped": "detenido",
    "python.missing": "no hay ningún Python en PATH; el kit necesita Python 3.11 o más nuevo: instálalo (Debian, Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python) y repite el comando.",
    "python.old": "Python {0} en {1} es demasiado antiguo; el kit necesita 3.11 o más nuevo: instala uno (Debian, Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python) que esté en PATH y repite el comando.",
    "jdk.missing": "no hay ningún JDK, ni en JAVA_HOME ni en PATH; el kit necesita el 17 o uno más nuevo: instala uno (Debian, Ubuntu: sudo apt install openjdk-17-jdk; macOS: brew install openjdk@17; Windows: winget install EclipseAdoptium.Temurin.17.JDK) y repite el comando.",
    "jdk.old": "el JDK {0} en {1} es demasiado antiguo; el kit necesita el 17 o uno más nuevo: instala uno (Debian, Ubuntu: sudo apt install openjdk-17-jdk; macOS: brew install openjdk@17; Windows: winget install EclipseAdoptium.Temurin.17.JDK) o apunta JAVA_HOME a uno, y repite el comando.",
    "jdk.runtime": "el Java en {0} no trae compilador; el kit necesita un JDK completo, el 17 o uno más nuevo: instala uno (Debian, Ubuntu: sudo apt install openjdk-17-jdk; macOS: brew install openjdk@17; Windows: winget install EclipseAdoptium.Temurin.17.JDK) o apunta JAVA_HOME a uno, y repite el comando.",
    "jdk.other": "no hay un JDK {0} junto al que se usa; pon en {1} la carpeta de uno",
    "codespace.root": "crea un Debian en una carpeta y para eso necesita ser root y tener debootstrap; instálalo (Debian, Ubuntu: sudo apt install debootstrap) y ejecútala como root",
    "venv.missing": "el Python en {0} no puede crear un entorno, porque le falta su módulo {1}; instálalo (Debian, Ubuntu: sudo apt install python{2}-venv) y repite el comando.",
    "browser.none": "no hay un Chromium con que mirar las páginas; sh devcontainer/install-system.sh instala el de Debian, o pon en ORQUESTA_CHROMIUM la ruta de uno",
    "port.used": "el puerto {0} está en uso; elige otro, por ejemplo ./kit up --port {1}, o detén lo que lo usa.",
    "port.forbidden": "este usuario no puede abrir el puerto {0}; elige uno desde 1024, por ejemplo ./kit up --port 8888.",
    "port.number": 'el puerto "{0}" no es un número de 1 a 65535; ejemplo: ./kit up --port 8888.',
    "disk.small": "{0} tiene {1} MB libres y la instalación necesita {2} MB; libera espacio y repite el comando.",
    "disk.full": "el disco que contiene {0} está lleno; libera espacio y repite el comando (sigue donde se detuvo).",
    "disk.readonly": "no se puede escribir en {0} ({1}); consigue permiso de escritura ahí o copia el kit a una carpeta tuya.",
    "os": "{0}: {1}; corrígelo y repite el comando.",
    "network.none": 'la parte "{0}" no pudo descargar lo que necesita, porque ninguna red responde; conecta esta máquina (solo la primera instalación la necesita, unos 500 MB) y repite el comando. Detalles: {1}.',
    "part.failed": 'la parte "{0}" falló con el código {1}; sus últimas líneas están arriba, todas en {2}. Corrige lo que dicen y repite el comando.',
    "maven.hash": "el archivo {0} no es el Maven que debía ser (su SHA-256 es otro); bórralo y repite el comando.",
    "lock.waiting": "otro ./kit (proceso {0}) está preparando esta carpeta; esperándolo.",
    "build.again": "compilado de nuevo en {1} s: {0}",
    "build.compile": "el compilador rechaza {0}; lo que dice está arriba. Corrige la línea que nombra y repite el comando.",
    "build.missing": "el kit todavía no está compilado; ejecuta ./kit up.",
    "build.stale": "las fuentes cambiaron después de la compilación; el próximo comando compila lo que cambió, o ejecuta ./kit up.",
    "archive.stale": "el archivo de clases falta o es anterior a la compilación, así que los comandos arrancan más lento de lo que podrían; ejecuta ./kit up.",
    "environment.missing": "todavía no existe el entorno .kit/venv; ejecuta ./kit up.",
    "environment.stale": "el entorno en .kit/venv no es el que pide devcontainer/requirements.lock; ejecuta ./kit up.",
    "checkout.moved": "esta carpeta se preparó como {0} y ahora es {1}; el próximo comando repara las rutas, o ejecuta ./kit up.",
    "kernel.stale": "el kernel de Java no está instalado, o lo está para otra carpeta; ejecuta ./kit up.",
    "kernel.foreign": "{0} es un kernel tuyo que no es el del kit, así que VS Code no encontrará el del kit; cambia el nombre de su carpeta y ejecuta ./kit up (a JupyterLab no le afecta).",
    "home.not_local": "{0} está en {1}, que no es un disco de este equipo: ahí no se puede confiar en los bloqueos que distinguen una ejecución viva de una muerta; guarda las ejecuciones en un disco local: export ORQUESTA_HOME=/una/carpeta/local",
    "data.unverified": "los datos en datasets/ no se han verificado desde que cambiaron; ejecuta ./kit up, o ./kit data --verify.",
    "command.unknown": 'no existe el comando "{0}"; ¿quisiste decir "{1}"? Comandos: {2}.',
    "command.none": 'no existe el comando "{0}". Comandos: {1}.',
    "option.unknown": './kit {0} no tiene la opción "{1}"; ¿quisiste decir "{2}"? Opciones: {3}.',
    "option.value": '{0} no lleva valor, y recibió "{1}"; quítalo.',
    "option.missing": "{0} necesita un valor: {0} {1}.",
    "option.part": 'las pruebas no tienen la parte "{0}"; ¿quisiste decir "{1}"? Partes: {2}.',
    "reset.none": "./kit reset necesita una lección: una de {0}.",
    "reset.unknown": 'no existe la lección "{0}"; ¿quisiste decir "{1}"? Lecciones: {2}.',
    "reset.kept": "Tu trabajo queda en {0}.",
    "reset.laid": "{0} está como nuevo; si lo tienes abierto en JupyterLab, ciérralo y ábrelo otra vez.",
    "up.running": "JupyterLab de esta carpeta ya está en marcha:",
    "up.lesson": "Lección",
    "up.ctrl_c": "Ctrl-C aquí los detiene; ./kit down también, en cualquier terminal.",
    "down.stopped": "Detenidos.",
    "down.nothing": "No hay nada de esta carpeta en marcha.",
    "test.part": "prueba {0}",
    "test.part_head": "parte",
    "test.result": "resultado",
    "test.budget": "previsto",
    "test.passed": "pasó",
    "test.failed": "falló",
    "test.skipped": "no se ejecutó",
    "test.over": "más de lo previsto",
    "test.not_run": "No se ejecutó:",
    "test.required": "ORQUESTA_REQUIRE_ALL está puesta: lo que no se ejecutó cuenta como fallo.",
    "test.no_set_up": "la instalación falló",
    "test.part_failed": "la parte {0} falló con el código {1}; sus últimas líneas están arriba, todas en {2}.",
    "test.hangs": "la parte {0} se detuvo a los {1} s, cinco veces lo previsto; sus últimas líneas están arriba, todas en {2}.",
    "test.skips": "la parte {0} dejó {1} de sus pruebas sin ejecutar, y ORQUESTA_REQUIRE_ALL exige que se ejecuten todas; los motivos están en {2}.",
    "doctor.python": "Python",
    "doctor.jdk": "JDK",
    "doctor.other_jdk": "segundo JDK (pruebas)",
    "doctor.maven": "Maven",
    "doctor.disk": "disco",
    "doctor.home": "lugar de las ejecuciones",
    "doctor.network": "red",
    "doctor.environment": "entorno",
    "doctor.build": "compilación",
    "doctor.archive": "archivo de clases",
    "doctor.kernel": "kernel",
    "doctor.user_kernel": "kernel para VS Code",
    "doctor.data": "datos",
    "doctor.port": "puerto",
    "doctor.ok": "bien",
    "doctor.wrong": "MAL",
    "doctor.well": "Todo está bien.",
    "doctor.sum": "{0} por corregir.",
    "doctor.no_need": "ya no hace falta",
    "doctor.jars": "bien ({0} jars)",
    "doctor.port_ours": "{0} (JupyterLab de esta carpeta)",
    "doctor.maven_later": "ninguno; ./kit up descarga {0} en .kit",
}
