## Ayuda de los comandos y de sus opciones: un texto para cada una.

help = Comprueba registros de coordinación de misiones humanitarias en los países según esquemas JSON y reglas de política
help-after =
    Códigos de salida:
      0  nada que alcance el límite de --fail-on
      1  hallazgos, o reglas que no pudieron juzgarlo todo, en el límite de --fail-on o por encima
      2  tarea no realizada: uso, configuración, nada que comprobar, archivo ilegible, fallo interno
help-help = Muestra esta ayuda o la de los comandos indicados
help-option-help = Mostrar la ayuda
help-option-version = Mostrar la versión
help-option-lang = Idioma de los mensajes y de la ayuda [por omisión: el de la configuración regional del sistema o, en su defecto, el inglés]

help-check = Comprueba registros e informa de los hallazgos
help-check-after =
    Ejemplos:
      missionlint check missions/mli
      missionlint check --select security,cluster-staff-mismatch missions/mli
      missionlint check 'missions/*/meetings/2025-*.json' --fail-on warning
      missionlint check missions/mli -o informe.json
      missionlint check - --stdin-filename missions/mli/people.json < people.json
      git ls-files -z '*.json' | missionlint check --files-from -
      missionlint check --since origin/main --allow-from origin/main
      missionlint check --schema pedido.schema.json pedidos.ndjson

    { help-after }
help-check-paths = Archivos, carpetas, archivos ZIP o patrones entre comillas, o - para la entrada estándar; por omisión: "paths" de missionlint.toml o, en su defecto, la carpeta actual
help-check-files-from = Comprobar los archivos que enumera ARCHIVO, o la entrada estándar con -: una ruta por línea, o cada una terminada en NUL
help-check-stdin-filename = Ruta con la que se lee la entrada estándar (-), en lugar del archivo que haya en ella [por omisión: stdin.json, o stdin.ndjson si son líneas]
help-check-schema = Comprobar cualquier documento JSON según este esquema JSON (versiones 4 a 2020-12), en lugar de registros según el contrato; sin reglas de política y sin descargar nada
help-check-format-annotation = Con --schema: no comprobar "format"
help-check-format = Forma del informe en la salida estándar [por omisión: text]
help-check-output = Escribir el informe en un archivo, no en la salida estándar (repetible); sin FORMATO decide la terminación del nombre: .csv, .html, .json, .md, .ndjson, .rdjson, .sarif, .txt
help-check-markdown-limit = Tamaño máximo, en bytes, de un informe Markdown [por omisión: lo que cabe en un comentario, o en el resumen de un paso de GitHub]
help-check-as-of = Juzgar a la fecha de este día (AAAA-MM-DD) [por omisión: el de missionlint.toml o, en su defecto, hoy]
help-check-policy = Juzgar cada registro según la política en vigor en su día, o todos según la más reciente
help-check-fail-on = Gravedad mínima a partir de la cual la revisión falla
help-check-allow-blocked = No fallar a causa de reglas que no pudieron juzgarlo todo
help-check-select = Aplicar solo estas reglas o familias (repetible, o separadas por comas)
help-check-ignore = No aplicar estas reglas o familias (repetible, o separadas por comas)
help-check-audience = Para quién es el informe: public sustituye los identificadores de personas y muestra solo registros públicos
help-check-reveal = Mostrar los valores de los registros de acceso restringido
help-check-since = Señalar solo lo que han traído los cambios desde esta revisión de git, también en archivos que no tocan; se compara con el último commit que REV y HEAD tienen en común, para que no cuente lo que otros cambiaron desde entonces en REV
help-check-allow-from = Tomar del archivo missionlint.toml de esta revisión de git lo que puede eximir de reglas ([[allow]], baseline, exclude, severity, parameters, día de la revisión): un cambio no puede eximirse a sí mismo
help-check-show-allowed = Enumerar los hallazgos que autorizan las excepciones [[allow]] de missionlint.toml o la lista de referencia, con sus motivos
help-check-ignore-allow = Juzgar como si missionlint.toml no tuviera ninguna excepción autorizada [[allow]]
help-check-baseline = Archivo con los hallazgos que había cuando empezaron las revisiones [predeterminado: "baseline" de missionlint.toml]
help-check-no-baseline = Juzgar como si no hubiera lista de referencia
help-check-memory = Mantener en memoria como máximo tantos megabytes de registros a la vez, al menos 1; lo que exceda puede leerse dos veces [por omisión: 256]
help-check-cache = Guardar los resultados en esta carpeta, para que no se vuelvan a comprobar las misiones que no cambiaron
help-check-color = Cuándo usar colores
help-check-quiet = Mostrar lo que se halló o no se pudo comprobar, sin tabla ni resumen
help-check-config = Archivo de configuración [por omisión: missionlint.toml en las rutas o por encima de ellas]

help-baseline = Lleva la lista de los hallazgos que había cuando empezaron las revisiones, para que solo cuenten los nuevos
help-baseline-help = Muestra esta ayuda o la de los comandos indicados
help-baseline-after =
    Ejemplos:
      missionlint baseline create
      missionlint baseline update missions/mli
      missionlint baseline prune --baseline ci/baseline.json
help-baseline-create = Incluye todos los hallazgos que cuentan; no sobrescribe ningún archivo
help-baseline-update = Añade los hallazgos nuevos y conserva las entradas que hay con sus motivos
help-baseline-prune = Elimina las entradas cuyos hallazgos se han corregido
help-baseline-create-paths = Archivos, carpetas o patrones entre comillas; predeterminado: "paths" de missionlint.toml o, en su defecto, la carpeta actual
help-baseline-create-baseline = La lista de referencia [predeterminado: "baseline" de missionlint.toml o, en su defecto, missionlint-baseline.json junto a él]
help-baseline-create-as-of = Juzgar a fecha de este día (AAAA-MM-DD) [predeterminado: el de missionlint.toml o, en su defecto, hoy]
help-baseline-create-color = Cuándo usar colores para los errores
help-baseline-create-config = Archivo de configuración [predeterminado: missionlint.toml en las rutas o por encima de ellas]
help-baseline-update-paths = Archivos, carpetas o patrones entre comillas; predeterminado: "paths" de missionlint.toml o, en su defecto, la carpeta actual
help-baseline-update-baseline = La lista de referencia [predeterminado: "baseline" de missionlint.toml o, en su defecto, missionlint-baseline.json junto a él]
help-baseline-update-as-of = Juzgar a fecha de este día (AAAA-MM-DD) [predeterminado: el de missionlint.toml o, en su defecto, hoy]
help-baseline-update-color = Cuándo usar colores para los errores
help-baseline-update-config = Archivo de configuración [predeterminado: missionlint.toml en las rutas o por encima de ellas]
help-baseline-prune-paths = Archivos, carpetas o patrones entre comillas; predeterminado: "paths" de missionlint.toml o, en su defecto, la carpeta actual
help-baseline-prune-baseline = La lista de referencia [predeterminado: "baseline" de missionlint.toml o, en su defecto, missionlint-baseline.json junto a él]
help-baseline-prune-as-of = Juzgar a fecha de este día (AAAA-MM-DD) [predeterminado: el de missionlint.toml o, en su defecto, hoy]
help-baseline-prune-color = Cuándo usar colores para los errores
help-baseline-prune-config = Archivo de configuración [predeterminado: missionlint.toml en las rutas o por encima de ellas]

help-diff = Compara dos informes JSON: qué hay de nuevo, qué se ha corregido
help-diff-after =
    Ejemplos:
      missionlint diff antes.json despues.json
      missionlint diff antes.json despues.json --format markdown

    Códigos de salida:
      0  nada nuevo a partir de --fail-on
      1  hallazgos o lugares no revisados que son nuevos, a partir de --fail-on; fallos de la nueva revisión
      2  un informe no se pudo leer, o no lo es
help-diff-old = El primer informe, hecho con --format json
help-diff-new = El segundo
help-diff-format = Forma de la comparación
help-diff-fail-on = Gravedad mínima de los hallazgos nuevos con la que se falla

help-explain = Muestra las páginas de reglas
help-explain-rules = Identificadores de reglas

help-rules = Enumera reglas, o muestra su catálogo completo
help-rules-after =
    Ejemplos:
      missionlint rules
      missionlint rules security cluster-staff-mismatch
      missionlint rules --format markdown > reglas.md
help-rules-names = Reglas o familias; sin ellas, todas
help-rules-format = text las enumera, markdown y json lo dan todo: páginas, paquetes, enunciados

help-policy = Enumera los paquetes de políticas fechados en que se apoyan las reglas
help-policy-after =
    Ejemplos:
      missionlint policy
      missionlint policy em-precrisis
      missionlint policy --on 2022-10-01
      missionlint policy --statements --format markdown
help-policy-pack = Identificador de un paquete, para su página; sin él, la lista de todos
help-policy-on = Enumerar solo los paquetes en vigor ese día (AAAA-MM-DD)
help-policy-statements = Enumerar, en vez de los paquetes, los enunciados de los documentos, cada uno con las reglas que lo comprueban o la razón por la que ninguna lo hace
help-policy-format = Forma de la salida

help-config = Muestra la configuración en vigor, cada ajuste con su origen
help-config-after =
    Ejemplos:
      missionlint config
      missionlint config missions/mli --all
      missionlint config --mission mli --path missions/mli/people.json
help-config-paths = Archivos o carpetas cuya configuración se pide [por omisión: la carpeta actual]
help-config-mission = Lo que vale en esta misión
help-config-path = Lo que vale en este archivo
help-config-all = Dar las gravedades de todas las reglas, también de aquellas para las que no se fija nada
help-config-format = Forma de la configuración
help-config-color = Cuándo usar colores en los errores
help-config-config = Archivo de configuración [por omisión: missionlint.toml en las rutas o por encima de ellas]

help-schema = Muestra el esquema JSON de un tipo de registro
help-schema-kind = Tipo de registro, también uno de los [[kinds]] de missionlint.toml, o envelope, common, report, audit, catalogue, review, config, baseline; sin él, la lista de todos

help-value-pack = PAQUETE
help-value-id = ID
help-value-file = ARCHIVO
help-value-path = RUTA
help-value-paths = RUTAS
help-value-format-file = [FORMATO=]ARCHIVO
help-value-date = FECHA
help-value-policy = POLÍTICA
help-value-severity = GRAVEDAD
help-value-rule = REGLA
help-value-old = ANTERIOR
help-value-new = NUEVO
help-value-rev = REV
help-value-audience = PÚBLICO
help-value-when = CUÁNDO
help-value-lang = IDIOMA
help-value-bytes = BYTES
help-value-format = FORMATO
help-value-kind = TIPO

help-check-watch = Seguir y volver a comprobar lo que cambie, hasta Ctrl-C
help-schema-dir = Escribir todos los esquemas en esta carpeta, para los editores, en lugar de los anteriores

help-init = Escribe la organización recomendada en una carpeta: registros de ejemplo, ajustes, esquemas para editores, revisión de cada cambio
help-init-after =
    Ejemplos:
      missionlint init
      missionlint init --mission ssd --ci gitlab datos
      missionlint init --mission sahel --country NER --dry-run
help-init-folder = Carpeta del repositorio, que se crea si no existe [por omisión: la carpeta actual]
help-init-mission = Identificador de la misión en los registros de ejemplo: letras minúsculas, cifras, guiones
help-init-country = Su país, por su código ISO 3166-1 alfa-3 [por omisión: el identificador de la misión, si lo es]
help-init-ci = Servicio para el que se escribe un archivo que revisa cada cambio
help-init-dry-run = Indicar solamente lo que se escribiría

help-completions = Muestra lo que hace que un intérprete de órdenes complete comandos y opciones
help-completions-after =
    Ejemplos:
      missionlint completions bash > ~/.local/share/bash-completion/completions/missionlint
      missionlint completions zsh > ~/.zfunc/_missionlint
      missionlint completions fish > ~/.config/fish/completions/missionlint.fish
      missionlint completions powershell >> $PROFILE
help-completions-shell = Para qué intérprete de órdenes

help-man = Muestra la página para man, o escribe las de todos los comandos
help-man-after =
    Ejemplos:
      missionlint man | man -l -
      missionlint man --dir ~/.local/share/man/es/man1
help-man-dir = Escribir las páginas del programa y de todos sus comandos en esta carpeta, en lugar de las anteriores

help-value-dir = CARPETA
help-value-mb = MB
help-value-folder = CARPETA
help-value-country = PAÍS
help-value-service = SERVICIO
help-value-shell = INTÉRPRETE

help-audit = Cuenta los hallazgos, las comprobaciones y la cobertura de muchas misiones por país, oficina, regla, tipo de plataforma y mes
help-audit-after =
    Ejemplos:
      missionlint audit missions -o audit.html -o audit.xlsx -o audit.json --sheets sheets
      missionlint audit missions -o aggregates-csv=numbers.csv -o findings-csv=findings.csv --hxl
      missionlint audit missions --as-of 2025-03-31 --compare audit-2024.json -o json=audit-2025.json

    Códigos de salida:
      0  nada que alcance el límite de --fail-on, ningún umbral de [audit] superado
      1  hallazgos, reglas que no pudieron juzgarlo todo o umbrales superados ([audit] de missionlint.toml), en el límite de --fail-on o por encima; los umbrales de error_if, diga lo que diga --fail-on
      2  tarea no realizada: uso, configuración, nada que comprobar, archivo ilegible, fallo interno
help-audit-format = Forma de la auditoría en la salida estándar [por omisión: html]
help-audit-output = Escribir la auditoría en un archivo, no en la salida estándar (repetible); sin FORMATO decide la terminación del nombre: .html, .json, .xlsx
help-audit-hxl = Añadir a los CSV, bajo los nombres de las columnas, una fila de etiquetas del Humanitarian Exchange Language (HXL)
help-audit-sheets = Escribir también en esta carpeta una ficha de revisión de cada misión, a la que enlaza la página
help-audit-compare = Decir qué ha cambiado desde una auditoría anterior (elaborada con --format json)
help-audit-quiet = No mostrar el resumen

help-review = Elabora una página para quien revisa una misión: qué la bloquea, qué falta, qué hacer
help-review-after =
    Ejemplos:
      missionlint review missions/mli -o revision.html
      missionlint review missions/mli -o revision.html --lang es
      missionlint review missions/mli -o revision.html --decisions review.json
      missionlint review missions/mli -o revision.html --compare informe-2025-02.json

    Códigos de salida:
      0  lista: nada que alcance el límite de --fail-on
      1  hallazgos, o reglas que no pudieron juzgarlo todo, en el límite de --fail-on o por encima
      2  tarea no realizada: uso, configuración, nada que comprobar, archivo ilegible, fallo interno
help-review-decisions = Mostrar las decisiones guardadas desde una página anterior, y cuáles ya no están al día

help-review-compare = Mostrar qué ha cambiado desde un informe anterior (elaborado con --format json)

help-allow = Acepta hallazgos en missionlint.toml
help-allow-help = Muestra esta ayuda o la de los comandos indicados
help-allow-import = Añade una entrada [[allow]] por cada excepción decidida en la revisión
help-allow-import-after =
    Ejemplos:
      missionlint allow import review.json --dry-run
      missionlint allow import review.json --config missions/mli/missionlint.toml
help-allow-import-review = Las decisiones, tal como las guarda una ficha de revisión
help-allow-import-dry-run = Mostrar las entradas y no cambiar nada
help-allow-import-color = Cuándo usar colores en los errores
help-allow-import-config = Archivo de configuración [por omisión: missionlint.toml en el directorio actual o por encima]
help-value-report = INFORME
