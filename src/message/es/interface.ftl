## Frases de la interfaz.

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
day = { $day } de { $month } de { $year }
moment = { $time } del { $day }

severity-error = error
severity-warning = advertencia
severity-advice = consejo

strength-mandatory = obligatorio
strength-should = esperado
strength-usual = habitual
strength-may = permitido
strength-contextual = contexto
strength-inferred = deducido

labelled = { $label }: { $text }
help-label = ayuda
policy-label = política
includes-label = incluye
more-label = más información
policy-line = { $strength } · { $document }{ $since-given ->
    [yes] , en vigor desde el { $since }
   *[no] {""}
 } · missionlint{"\u00A0"}explain{"\u00A0"}{ $rule }
explain-line = missionlint{"\u00A0"}explain{"\u00A0"}{ $rule }
suggested-change = cambio propuesto
more-alike = { $count ->
    [one] y otro caso semejante:
   *[other] y otros { $count } casos semejantes:
 }
more-not-shown = … y { $count ->
    [one] uno más
   *[other] { $count } más
 } en { $files ->
    [one] un archivo
   *[other] { $files } archivos
 } (--format json los da todos)

not-checked-title = no comprobado
not-checked-rules = { $count ->
    [one] una regla no pudo juzgarlo todo
   *[other] { $count } reglas no pudieron juzgarlo todo
 }
obstacle-syntax = { $count ->
    [one] este texto no es JSON y no se pudo leer
   *[other] estos textos no son JSON y no se pudieron leer
 }
obstacle-no-record = { $count ->
    [one] este valor no contiene ningún registro, y quizá ha perdido alguno
   *[other] estos valores no contienen ningún registro, y quizá han perdido alguno
 }
obstacle-schema = { $count ->
    [one] este valor no cumple su esquema
   *[other] estos valores no cumplen su esquema
 }
obstacle-inverted-interval = { $count ->
    [one] este período termina antes de empezar
   *[other] estos períodos terminan antes de empezar
 }
obstacle-reference = { $count ->
    [one] esta referencia no lleva a ninguna parte
   *[other] estas referencias no llevan a ninguna parte
 }
obstacle-not-given = { $count ->
    [one] no se ha proporcionado nada del tipo al que lleva esta referencia
   *[other] no se ha proporcionado nada del tipo al que llevan estas referencias
 }
obstacle-mission-not-in-run = { $count ->
    [one] esto depende de una misión que no forma parte de la revisión
   *[other] esto depende de misiones que no forman parte de la revisión
 }
obstacle-mission-unknown = { $count ->
    [one] no se sabe a qué misión pertenece este registro
   *[other] no se sabe a qué misión pertenecen estos registros
 }
not-checked-line = { $obstacle }; { $which ->
    [all] a cualquier regla de política se le puede haber escapado algo
   *[some] reglas bloqueadas: { $rules }
 }
list-more = { $list } y { $count } más
not-checked-more = … y { $count ->
    [one] un lugar más
   *[other] { $count } lugares más
 }

fault-cannot-read = no se pudo leer { $subject }: { $reason }
fault-changed-while-read = { $subject } cambió mientras se leía: { $reason }
fault-interrupted = la ejecución se interrumpió: { $reason }
fault-rule-failed = la regla { $subject } falló: { $reason }. Es un defecto de missionlint
fault-tool-schema = un esquema de missionlint es inutilizable: { $reason }. Es un defecto de missionlint

github-left-out = { $count ->
    [one] un elemento más no está anotado
   *[other] { $count } elementos más no están anotados
 }: GitHub admite { $limit } anotaciones de cada nivel por paso; este registro lo contiene todo
gitlab-left-out = { $count ->
    [one] se omite un hallazgo, el más leve
   *[other] se omiten { $count } hallazgos, los más leves
 }: GitLab admite como máximo 100{"\u00A0"}MB; --format json los da todos
sarif-folder = el directorio en el que se ejecutó missionlint
sarif-left-out = { $count ->
    [one] se omite un hallazgo, el más leve
   *[other] se omiten { $count } hallazgos, los más leves
 }: GitHub admite como máximo { $limit } resultados, en 10{"\u00A0"}MB; --format json los da todos
sarif-kept = de estos { $count } resultados, GitHub conserva los { $limit } más graves
sarif-left-out-places = { $count ->
    [one] se omite un lugar
   *[other] se omiten { $count } lugares
 }: GitHub admite como máximo { $limit } por resultado; --format json los da todos

table-mission = misión
table-rule = regla
table-error = error
table-warning = advertencia
table-advice = consejo
table-blocked = no comprobado
no-mission = (ninguna)

verdict-ready = listo
verdict-not-ready = no listo
summary = { $counts } · { $missions }, { $records } en { $files }, al { $day }
verdict-valid = válido
verdict-not-valid = no válido
summary-of-values = { $counts } · { $values } en { $files }, según { $schema }
values = { $count ->
    [one] { $count } valor
   *[other] { $count } valores
 }
count-error = { $count ->
    [one] { $count } error
   *[other] { $count } errores
 }
count-warning = { $count ->
    [one] { $count } advertencia
   *[other] { $count } advertencias
 }
count-advice = { $count ->
    [one] { $count } consejo
   *[other] { $count } consejos
 }
count-blocked = { $count ->
    [one] { $count } regla no pudo juzgarlo todo
   *[other] { $count } reglas no pudieron juzgarlo todo
 }
count-fault = { $count ->
    [one] { $count } fallo de la revisión
   *[other] { $count } fallos de la revisión
 }
count-nothing = nada que señalar
missions = { $count ->
    [one] { $count } misión
   *[other] { $count } misiones
 }
records = { $count ->
    [one] { $count } registro
   *[other] { $count } registros
 }
files = { $count ->
    [one] { $count } archivo
   *[other] { $count } archivos
 }
latest-note = con --policy latest se juzgó cada registro como si la política más reciente hubiera estado siempre en vigor
not-judged-title = no evaluado
not-judged-missions = { $count ->
    [0] lo que no pertenece a ninguna misión
    [one] { $count } misión ({ $names })
   *[other] { $count } misiones ({ $names })
 }{ $besides ->
    [yes] {" "}y lo que no pertenece a ninguna
   *[no] {""}
 }; no se sabe qué está mal ahí

allowed-title = autorizado
allowed-findings = { $count ->
    [one] un hallazgo no cuenta
   *[other] { $count } hallazgos no cuentan
 }
allowed-line = { $rule }: { $reason }{ $owner-given ->
    [yes] {" "}· { $owner }
   *[no] {""}
 }{ $expires-given ->
    [yes] {" "}· hasta el { $expires }
   *[no] {""}
 }
count-allowed = { $count ->
    [one] { $count } autorizado
   *[other] { $count } autorizados
 }
count-only-allowed = nada que señalar, salvo { $count ->
    [one] un hallazgo autorizado
   *[other] { $count } hallazgos autorizados
 }
verdict-not-worse = no empeora
verdict-worse = empeora
count-nothing-new = nada nuevo que señalar
count-blocked-places = { $count ->
    [one] { $count } lugar donde no se pudo juzgar todo
   *[other] { $count } lugares donde no se pudo juzgar todo
 }
earlier-note = en comparación con { $revision } ({ $commit }); ya presente y por eso omitido: { $counts }
earlier-nothing = en comparación con { $revision } ({ $commit }); no se omitió nada
baselined-line = { $rule }: en la lista de referencia desde el { $created }{ $reason-given ->
    [yes] : { $reason }
   *[no] {""}
 }{ $owner-given ->
    [yes] {" "}· { $owner }
   *[no] {""}
 }
baseline-note = en la lista de referencia, sin contar: { $counts }; el más antiguo desde el { $day }
masked-note = los valores de los registros de acceso restringido, y de lo que no se pudo leer, están ocultos; --reveal los muestra

## Listas de paquetes de políticas y de enunciados.

pack-valid = vigencia
pack-countries = países
pack-statements = enunciados
pack-rules = reglas
pack-note = observación
pack-validity = { $from-given ->
    [yes] { $to-given ->
        [yes] del { $from } al { $to }
       *[no] desde el { $from }
     }
   *[no] { $to-given ->
        [yes] hasta el { $to }
       *[no] no se conocen ni el primer ni el último día
     }
 }
pack-hint = missionlint policy PAQUETE muestra la página de un paquete.
statement-checked = comprobado por { $rules }
statement-not-checked = no comprobado: { $reason }

## El ejemplo de una página.

example-title = Ejemplo
example-day = Juzgado a la fecha del { $day }.
example-given = Con estos registros, juzgados a la fecha del { $day }:
example-schema = Con este esquema:
example-valid = Válido:
example-invalid = Hallazgo:
example-report = Informe:

## Partes de las frases sobre los esquemas.

field-name = { $label-given ->
    [yes] { $field-given ->
        [yes] el campo "{ $field }" ({ $label })
       *[no] el campo { $label }
     }
   *[no] { $field-given ->
        [yes] el campo "{ $field }"
       *[no] el valor
     }
 }

as-form = { $checked_as-given ->
    [yes] {" "}(comprobado como { $checked_as })
   *[no] {""}
 }

type-wanted = { $expected ->
    [null] null
    [boolean] true o false
    [integer] un número entero
    [number] un número
    [string] texto
    [array] una lista
    [object] un objeto
   *[other] { $expected-words }
 }

either-type = { $first } o { $second }

type-found = { $found ->
    [null] null
    [boolean] true o false
    [number] { $expected ->
        [integer] un número con decimales
       *[other] un número
     }
    [string] texto
    [array] una lista
   *[object] un objeto
 }

# Lo que corresponde a un ajuste; parte de config-invalid-value.
config-hint = { $hint ->
    [day] un día como "2025-03-31"
    [paths] una lista de rutas como ["missions/mli", "archive/**"]
    [glob] un patrón de rutas en el que { $detail ->
        [folder] ** designa carpetas enteras, por ejemplo "archive/**/old"
        [bracket] cada [ se cierra con un ]
       *[stars] se siguen como máximo dos *
     }
    [text] un texto
    [table] una tabla
    [number] un número entero de { $least } a { $most }
    [severity] una tabla de reglas
    [parameters] una tabla de parámetros
    [overrides] una lista de tablas [[overrides]] con missions o paths, y severity o parameters
    [override] una tabla con missions o paths, y severity o parameters
    [override-scope] una tabla con missions o paths; lo que vale en todas partes va en [severity] y [parameters]
    [missions] una lista de identificadores de misiones, como ["mli"]
    [mission] el identificador de una misión, con minúsculas, cifras y guiones, como "mli"
    [parameters-by-mission] una entrada [[overrides]] solo con missions: una regla juzga juntos todos los registros de una misión, así que los parámetros no pueden variar por ruta
    [platform-names] una lista de tablas [[platform_names]] con name y type
    [platform-name] una tabla con name y type
    [platform-name-text] un nombre de 100 caracteres como máximo, sin espacios alrededor
    [platform-name-taken] un nombre que no designe ya { $type }
    [platform-name-twice] otro nombre: este designa { $type } en otra entrada, y cada misión tiene una sola entrada para un nombre
    [kinds] una lista de tablas [[kinds]] con name y schema
    [kind] una tabla con name y schema
    [kind-name] un nombre de minúsculas, cifras y guiones, como "training"
    [kind-taken] un nombre que no tenga ningún otro tipo ni esquema
    [kind-title] el nombre habitual del tipo de registro
    [schema-path] la ruta de un esquema JSON, relativa a este archivo
    [messages] una tabla de idiomas con archivos de redacción, como fr = "wording.fr.ftl"
    [wording-path] la ruta de un archivo Fluent, relativa a este archivo
    [wording] una entrada de un archivo Fluent (identificador, "=" y texto; las partes como ".help = …" sangradas debajo)
    [wording-twice] una sola entrada por mensaje
    [audit] una tabla con error_if y warn_if, y tablas por country, regional_office, rule, family, platform_type, month o mission
    [thresholds] una lista de condiciones como ["errors > 10", "smt-attendance < 80%"]
    [threshold] una condición como "errors > 10" o "smt-attendance < 80%", sobre uno de: { $counts }; como proporción: { $shares }
    [threshold-metric] una condición sobre lo que ahí se cuenta: { $counts }; como proporción: { $shares }
    [threshold-operator] una condición con <, <=, > o >=, como "errors > 10"
    [threshold-percent] una proporción en por ciento, con el signo %, como "{ $metric } < 80%"
    [threshold-count] una cantidad sin el signo %, como "{ $metric } > 10"
    [threshold-number] una condición que termina con un número en cifras, como 10 o 2.5
    [threshold-comma] un número con punto, no coma, antes de los decimales, como 2.5
    [threshold-negative] un límite de 0 o más: { $metric } nunca es negativo
    [threshold-hundred] un límite de 100% como máximo: { $metric } es una proporción
    [threshold-fraction] un número entero: { $metric } es una cantidad
    [threshold-decimals] un número con 6 decimales como máximo
    [threshold-large] un número de 12 cifras como máximo
    [country] códigos alfa-3 de países, como MLI, o "ETH+MLI" para una misión en ambos
    [month] un mes como 2025-03
   *[words] { $expected }
 }
