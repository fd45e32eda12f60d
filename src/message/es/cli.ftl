## Frases de la línea de comandos.

did-you-mean = ¿quiso decir { $nearest }?
joined = { $first }; { $second }

unknown-rule-name = no existe la regla { $name }; { $nearest-given ->
    [yes] ¿quiso decir { $nearest }?
   *[no] missionlint rules las enumera
 }
unknown-schema-name = no existe el esquema { $name }; { $nearest-given ->
    [yes] ¿quiso decir { $nearest }?
   *[no] missionlint schema los enumera
 }
unknown-pack-name = no existe el paquete de políticas { $name }; { $nearest-given ->
    [yes] ¿quiso decir { $nearest }?
   *[no] missionlint policy los enumera
 }
unknown-output-format = --output { $output }: formato desconocido { $format }; se conocen { $known }
output-twice = --output { $path }: dos informes no pueden ir al mismo archivo
output-of-several-formats = --output { $output }: varios formatos se escriben en archivos así; indique cuál: { $choices }
output-over-records = --output { $path }: este archivo se ha de comprobar y no es un informe; no se reemplaza
unknown-output-ending = --output { $output }: esta terminación no corresponde a ningún formato; indique el formato delante del archivo, como en json=ARCHIVO; se conocen { $known }
output-over-input = --output { $path }: esta revisión lee este archivo, o es una configuración; no se reemplaza
output-over-file = --output { $path }: este archivo existe y no es un informe de missionlint; no se reemplaza
output-without-name = --output { $output }: después del signo = va un nombre de archivo
output-to-itself = --output { $output }: - no es un archivo; para la salida estándar, use --format
selects-nothing = --select { $name }: con --schema no se aplican reglas de política ni de registros, así que no se comprobaría nada

no-records = los archivos no contienen ningún registro, así que no se comprobó nada
no-current-directory = no se pudo leer la carpeta actual: { $reason }
several-configurations = las rutas pertenecen a configuraciones distintas ({ $first-given ->
    [yes] { $first }
   *[no] ninguna
 }, { $second }), pero una sola vale para toda la revisión; compruebe las rutas una por una, indique con --config una configuración para todas, o mantenga una sola por encima e indique las diferencias en [[overrides]]
configuration-below = { $path } está por debajo de las rutas, pero una sola configuración vale para toda la revisión; compruebe esa carpeta por separado, exclúyala, indique una configuración para todo con --config, o indique las diferencias en [[overrides]]
nothing-to-check = { $folders-given ->
    [yes] no se encontró ningún archivo .json, .ndjson o .jsonl que comprobar en { $folders }
   *[no] no se encontró ningún archivo que comprobar
 }
current-directory = la carpeta actual
cannot-write = no se pudo escribir { $path }: { $reason }
report-cannot-write = no se pudo escribir el informe: { $reason }
cache-not-used = los resultados anteriores de { $path } no se usan: { $reason }
schema-cannot-read = no se pudo leer el esquema { $path }: { $reason }
schema-cannot-use = no se comprobó nada: el esquema no se puede usar
kinds-cannot-use = no se comprobó nada: hay esquemas de [[kinds]] que no se pueden usar
internal-fault = fallo interno{ $place-given ->
    [yes] {" "}en { $place }
   *[no] {""}
 }; es un defecto de missionlint

cannot-read = { $path-given ->
    [yes] no se pudo leer { $path }
   *[no] no se pudo leer la entrada estándar
 }: { $reason }
stdin-not-named = --stdin-filename indica con qué nombre se lee la entrada estándar; añada la ruta - para comprobarla
stdin-name-empty = --stdin-filename: una ruta vacía no designa nada
stdin-name-directory = --stdin-filename: es una carpeta; indique un archivo, por ejemplo uno de esa carpeta
stdin-both = la entrada estándar no puede ser a la vez un documento (-) y la lista de archivos (--files-from -)
stdin-twice = la entrada estándar (-) solo se puede indicar una vez
list-of-records = { $path-given ->
    [yes] { $path }
   *[no] entrada estándar
 }: esto contiene registros, no una lista de archivos; indíquelo como ruta, sin --files-from
list-utf16 = { $path-given ->
    [yes] { $path }
   *[no] entrada estándar
 }: esta lista de archivos está guardada en UTF-16; guárdela en UTF-8

## Revisiones de un repositorio.

revision-no-git = no se encuentra git; --since y --allow-from lo necesitan
revision-no-repository = estos archivos no están en ningún repositorio git: no hay revisión con la que comparar
revision-not-yours = git se niega a leer este repositorio porque pertenece a otro usuario; si confía en él, indíquelo con git config --global --add safe.directory
revision-no-commit = este repositorio aún no tiene ningún commit, y por tanto ningún { $revision } con que comparar: revise sin --since, o haga el primer commit sin esta revisión (git commit --no-verify)
revision-unknown = este repositorio no tiene ninguna revisión { $revision }{ $shallow-given ->
    [yes] ; solo hay una parte del historial: obténgalo completo (git fetch --unshallow, o fetch-depth: 0 en el paso checkout)
   *[no] ; git log y git branch --all enumeran las que hay
 }
revision-ambiguous = { $revision } designa más de una cosa en este repositorio, por ejemplo una rama y una etiqueta; escriba refs/heads/… o refs/remotes/…, o el identificador de un commit
revision-link = en { $revision }, { $path } es un enlace que lleva fuera del repositorio o a ningún archivo, así que no se sabe qué dice allí; guarde el propio archivo en el repositorio
revision-nothing-common = { $revision } y la versión extraída no tienen ningún commit en común{ $shallow-given ->
    [yes] {" "}en la parte del historial que hay aquí: obténgalo completo (git fetch --unshallow, o fetch-depth: 0 en el paso checkout)
   *[no] {""}
 }
revision-incomplete = al repositorio le faltan contenidos de esa revisión; obténgalos primero (por ejemplo, con git fetch --refetch): missionlint no descarga nada
revision-git = git no pudo leer el repositorio: { $reason }
revision-configuration = no se revisó nada: el archivo missionlint.toml de { $revision } no se puede usar

## Listas de referencia y comparaciones.

baseline-exists = { $path } ya existe; missionlint baseline update lo completa
baseline-none = no hay lista de referencia; missionlint baseline create la crea, y baseline = "…" en missionlint.toml o --baseline la nombra
baseline-created = { $path }: { $count ->
    [0] ningún hallazgo que incluir
    [one] { $count } hallazgo incluido ({ $counts })
   *[other] { $count } hallazgos incluidos ({ $counts })
 }
baseline-updated = { $path }: { $count ->
    [0] nada nuevo que incluir
    [one] { $count } hallazgo añadido ({ $counts })
   *[other] { $count } hallazgos añadidos ({ $counts })
 }
baseline-pruned = { $path }: { $count ->
    [0] nada que eliminar
    [one] { $count } entrada eliminada ({ $counts })
   *[other] { $count } entradas eliminadas ({ $counts })
 }
baseline-name-it = escriba baseline = "missionlint-baseline.json" en missionlint.toml para que se use en las revisiones
baseline-left = no se incluye, y hay que corregirlo: lo que no es JSON, los errores de la configuración o de los esquemas, y lo que no se pudo juzgar
baseline-allowed = se omite, porque ya lo autorizan excepciones: { $count ->
    [one] { $count } hallazgo
   *[other] { $count } hallazgos
 }
baseline-not-covered = la revisión no abarca todo aquello para lo que es la lista de referencia: no se sabe qué entradas ya no hacen falta

diff-no-report = { $path } no es un informe de missionlint check --format json
diff-version = { $path } es un informe de la versión { $version }; este missionlint lee la versión 1
diff-note = nota
diff-new = nuevos
diff-fixed = corregidos
diff-unchanged = sin cambios
diff-unsought = no buscado en la nueva revisión
diff-not-checked = no revisado por primera vez
diff-summary = nuevos: { $new }, corregidos: { $fixed }, sin cambios: { $unchanged }
diff-other-tool = los informes son de versiones distintas de missionlint
diff-other-day = los informes son de días distintos
diff-other-policy = los informes siguen políticas distintas (--policy)
diff-other-configuration = los informes se hicieron con configuraciones distintas
diff-other-schema = los informes siguen esquemas distintos
diff-other-audience = los informes son para públicos distintos
diff-other-language = los informes están en idiomas distintos
diff-other-scope = las revisiones no buscaron lo mismo: estaban limitadas a reglas o rutas distintas (--select, --ignore, rutas nombradas)
diff-fault = la nueva revisión tuvo fallos: { $subject }: { $reason }
diff-partial = uno de los informes solo contiene lo que era nuevo en él (--since)
diff-blocked = en el segundo informe no se pudo juzgar todo: lo que parece corregido quizá no se haya visto

## Por qué algo no se puede usar.

reason-no-such-file = no existe ese archivo
reason-not-in-directory = una parte de esta ruta no es una carpeta
reason-no-such-path = no existe ese archivo o esa carpeta
reason-permission = permiso denegado
reason-report = esto es un informe, una lista de referencia o decisiones sobre un informe, y no registros; se deja aparte
reason-name-trailing = el nombre termina en un espacio, un punto o un signo invisible, así que este archivo no se comprobó; cambie el nombre, indíquelo o exclúyalo
reason-name-near = el nombre es casi el de un archivo de registros, pero no termina en .json, .ndjson o .jsonl; se deja aparte
reason-name-hidden = es un archivo oculto; se deja aparte; indíquelo para comprobarlo
reason-name-archive = los archivos comprimidos de esta manera no se examinan en una carpeta; este se deja aparte
reason-packed-configuration = la configuración de este archivo ZIP no cuenta: lo que se presenta no dice cómo se evalúa; para comprobar según ella, extráigala y nómbrela con --config
reason-directory = es una carpeta
reason-not-regular = no es un archivo ordinario
reason-neither = no es ni un archivo ni una carpeta
reason-too-large = 4 GiB o más en un solo documento
reason-no-room = no queda espacio en el dispositivo
reason-read-only = el sistema de archivos no permite escribir
reason-not-utf8 = no es texto UTF-8
reason-cache-of-others = la carpeta contiene otros archivos; indique una vacía o nueva
reason-system = el sistema responde "{ $text }"
reason-empty-path = una ruta vacía no designa nada
reason-pattern = no es un patrón válido
reason-no-match = ningún archivo corresponde a este patrón
reason-link-out = este enlace lleva fuera de la carpeta; indique su destino para comprobarlo
reason-link-nowhere = este enlace no lleva a ninguna parte
reason-link-circle = este enlace no se puede seguir; quizá forme un círculo
reason-path-not-utf8 = esta ruta de la lista no está en UTF-8
reason-rule-crashed = la regla se interrumpió; faltan sus hallazgos de la misión { $mission }
reason-changed-while-read = hubo que leerlo dos veces, y ya no era el mismo; compruebe de nuevo cuando nadie escriba en él
reason-ctrl-c = se pulsó Ctrl-C
reason-nothing-judged = no se evaluó nada
reason-interrupted = misiones evaluadas: { $judged } de { $missions }{ $names-given ->
    [yes] ; no se sabe nada de { $names }
   *[no] , pero no lo que no pertenece a ninguna
 }{ $more-given ->
    [yes] {" "}y de { $more } más
   *[no] {""}
 }; los hallazgos y las misiones listas se cuentan solo entre las evaluadas
reason-interrupted-reading = la lectura no había terminado, y lo que no se leyó puede ser de cualquier misión: ninguna de las misiones vistas hasta entonces ({ $missions }) cuenta como evaluada{ $names-given ->
    [yes] ; no se sabe nada de { $names }
   *[no] {""}
 }{ $more-given ->
    [yes] {" "}y de { $more } más
   *[no] {""}
 }; con --cache, la ejecución siguiente continúa desde lo que se hizo
progress-reading = lectura
progress-judging = evaluación
reason-not-twice = no se puede leer dos veces y no se comprueban todos sus registros: escríbalo en un archivo, permita más con --memory, o agrupe los registros de cada misión empezando por los que no pertenecen a ninguna; eso no basta si una línea no se puede leer o no indica su misión (véanse los hallazgos): puede pertenecer a cualquiera de ellas, ni si las misiones se refieren unas a otras
reason-tool = { $text }

## Lo que se escribió.

usage-unknown-option = aquí no existe la opción { $option }
usage-option-elsewhere = aquí no existe la opción { $option }: es una opción de { $commands }
usage-unexpected = "{ $found }" es un argumento de más
usage-unknown-command = no existe el comando "{ $found }"
usage-no-value = { $option } exige un valor
usage-invalid-value = "{ $found }" no es un valor de { $option }
usage-value-unwanted = { $option } no lleva valor
usage-twice = { $option } solo se puede dar una vez
usage-conflict = { $option } no se puede usar con { $other }
usage-missing = falta algo: { $missing }
usage-missing-command = falta un comando
usage-not-utf8 = hay un argumento que no es texto UTF-8
usage-other = { $option-given ->
    [yes] { $option } no se puede usar de esta manera
   *[no] estos argumentos no se pueden usar de esta manera
 }
usage-more = missionlint --help dice más.
expected-day = escriba el día como AAAA-MM-DD, por ejemplo 2025-03-31
expected-format = se conocen { $known }

## Ayuda, salvo los textos de comandos y opciones.

help-usage = Uso:
help-commands = Comandos
help-arguments = Argumentos
help-options = Opciones
help-options-value = [OPCIONES]
help-command-value = COMANDO
help-default = [por omisión: { $values }]
help-possible = [valores posibles: { $values }]

## Páginas y listas.

page-severity = Gravedad
page-family = familia
page-source = Fuente
page-pack = Paquete de políticas
page-in-force = en vigor desde el { $day }
page-strength = Fuerza
page-also = Se apoya también en
page-in-force-with = en vigor con { $pack }
page-statement = Enunciado { $number } ({ $strength }): { $text }
page-valid = Vigencia
page-countries = Países
page-certainty = Certeza
page-note = Observación
page-rules = Reglas
page-no-rules = Ninguna se apoya en él.
page-statements = Enunciados
page-packs = Paquetes de políticas
page-not-checkable = Imposible de comprobar
page-not-checkable-note = Lo que las fuentes querrían comprobado y ningún registro contiene.
statement-unchecked = No comprobado: { $reason }
column-severity = gravedad
column-strength = fuerza
column-statements = enunciados
column-pack = paquete
column-valid = vigencia
column-document = documento
column-rules = reglas
column-statement = enunciado
column-checked-by = comprobado por

catalogue-head =
    Todo lo que missionlint puede hallar: un índice por familias, después una página por regla, después aquello en que se apoyan las
    reglas. Esta página la produce `missionlint rules --format markdown`; `missionlint explain REGLA` muestra una página de ella.

    Las gravedades son `error` (hay que corregirlo), `warning` (advertencia, debería corregirse) y `advice` (consejo, conviene
    saberlo). La fuerza indica en qué medida obliga aquello en que se apoya una regla. Los números son los de los enunciados del final.

family-syntax = sintaxis
family-schema = esquema
family-integrity = integridad
family-security = seguridad
family-humanitarian = humanitario
family-development = desarrollo
family-coverage = cobertura
family-subnational = subnacional
family-terminology = terminología
family-organization = organización
family-timeliness = puntualidad
family-protection = protección
family-config = configuración

certainty-confirmed = confirmado
certainty-likely = probable
certainty-unverified = no verificado
certainty-provisional = provisional

page-parameters = Parámetros
page-parameters-note = Se fijan en `missionlint.toml`; estos son los valores por omisión.
page-range = De { $least } a { $most }.
rules-more = missionlint explain REGLA muestra la página de una regla.
schemas-more = missionlint schema TIPO muestra uno de ellos.

## Lo que impide que una configuración sea TOML.

toml-duplicate-key = una clave figura dos veces
toml-unclosed = algo no está cerrado
toml-unquoted = falta un valor, o un texto está sin comillas
toml-no-value = falta un valor
toml-no-equals = falta el signo = después de la clave
toml-extra-equals = sobra un signo =
toml-comma = falta o sobra una coma
toml-escape = una secuencia con barra inversa que TOML no conoce
toml-quote = un texto no termina con comillas
toml-key = esto no es una clave
toml-comment = esto no es un comentario
toml-table-twice = un valor se usa como una tabla
toml-other = esto no se puede leer
config-unset = valor por omisión

## Puesta en marcha: init, completions, man, esquemas en una carpeta.

init-no-country = { $mission } no es un código de país; indique el país de la misión con --country, por ejemplo --country MLI
init-written = Archivos escritos:
init-would-write = Archivos que se escribirían:
init-same = Ya existentes, iguales:
init-others = Ya existentes, sin cambios:
init-occupied = { $folder } no está vacía: no se escriben ejemplos entre los registros de una misión real.
init-existing = Ya hay registros, en { $count ->
    [one] { $count } archivo
   *[other] { $count } archivos
 } ({ $folders }). missionlint check los revisa («paths» en missionlint.toml); no se escriben ejemplos.
init-existing-unsure = Ya hay registros, en { $count ->
    [one] { $count } archivo
   *[other] { $count } archivos
 } ({ $folders }). No se escriben ejemplos. Que missionlint check los revise depende del missionlint.toml presente: «paths» debe nombrar estas carpetas.
init-below = La revisión de cada cambio y los ajustes del editor solo tienen efecto en la raíz del repositorio: { $root }
init-add = Para añadir a { $path }:
init-next = A continuación: { $command }
init-upgrade = Después de actualizar missionlint: missionlint schema --dir { $dir } renueva los esquemas para el editor.
schemas-written = se escribieron { $count } esquemas en { $folder }
man-written = se escribieron { $count } páginas en { $folder }
man-name = NOMBRE
man-synopsis = SINOPSIS
man-description = DESCRIPCIÓN
man-commands = COMANDOS
reason-not-directory = esto no es una carpeta
expected-mission = un identificador empieza por una letra minúscula, seguida de letras minúsculas, cifras o guiones, de 2 a 32 en total
expected-country = escriba el código ISO 3166-1 alfa-3 del país, por ejemplo MLI

## Revisar una y otra vez.

watch-stdin = --watch necesita archivos: la entrada estándar solo se puede leer una vez
watch-cannot = no se pueden percibir los cambios en { $path }: { $reason }
watch-started = { $time } UTC · { $files ->
    [one] se observa { $files } archivo
    [many] se observan { $files } de archivos
   *[other] se observan { $files } archivos
 }; Ctrl-C para terminar
watch-files = { $time } UTC · { $count ->
    [1] { $first }
    [2] { $first }, { $second }
   *[other] { $first }, { $second } y { $more } más
 }
watch-file = { $change ->
    [added] { $path } (nuevo)
    [removed] { $path } (eliminado)
   *[changed] { $path }
 }
watch-settings = { $time } UTC · ajustes
watch-found = hallazgos: { $new ->
    [one] { $new } nuevo
    [many] { $new } de nuevos
   *[other] { $new } nuevos
 }, { $fixed ->
    [one] { $fixed } corregido
    [many] { $fixed } de corregidos
   *[other] { $fixed } corregidos
 }, { $still ->
    [one] { $still } sigue ahí
    [many] { $still } de ellos siguen ahí
   *[other] { $still } siguen ahí
 }
watch-stuck = { $time } UTC · no se comprobó nada; a la espera de cambios

## Decisiones y excepciones.

review-not-since = una ficha de revisión lo muestra todo; --compare con un informe anterior muestra lo nuevo
reason-no-review = no son las decisiones de una revisión (línea { $line }, columna { $column })
reason-no-json-audit = no es una auditoría elaborada con --format json (línea { $line }, columna { $column })
reason-other-readers = se elaboró para otros lectores; tome una elaborada con las mismas opciones --audience y --reveal
reason-no-json-report = no es un informe elaborado con --format json (línea { $line }, columna { $column })
reason-report-version = no es un informe de missionlint de una versión conocida
reason-review-version = tiene la versión { $version } de la forma de las decisiones, que no se conoce
reason-exception-without-reason = una excepción a { $rule } no tiene motivo
reason-no-day = { $text } no es un día como 2025-03-31
allow-import-nothing = no hay ninguna excepción que añadir
allow-import-replaced = hay varias decisiones sobre el mismo hallazgo de { $rule }; vale la última
allow-import-expired = la excepción a { $rule } terminó el { $day }; ya no vale
allow-import-unchecked = no se examinó si los hallazgos siguen ahí ni si sus registros han cambiado desde que se decidió; "missionlint review --decisions { $path }" muestra qué decisiones están desactualizadas
allow-imported = { $count ->
    [one] una entrada añadida
   *[other] { $count } entradas añadidas
 } a { $path }
allow-no-configuration = no hay ningún missionlint.toml en el directorio actual ni por encima; --config indica el que debe completarse
allow-unknown-rule = no se añadió nada: no existe la regla { $rule }
allow-not-allowable = no se añadió nada: los hallazgos de { $rule } no admiten excepciones
allow-without-record = no se añadió nada: una excepción a { $rule } no indica ningún registro de una misión
allow-no-tables = no se añadió nada: en la configuración, "allow" no está escrito como tablas [[allow]]
