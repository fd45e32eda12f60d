## Audits.

audit-not-built = { $format }: este programa se construyó sin Parquet; constrúyalo con cargo build --features parquet, o elija aggregates-csv o findings-csv
audit-binary = { $format } no es para una terminal; escríbalo en un archivo con -o
audit-breach = { $severity ->
    [error] error
   *[warning] advertencia
 }: umbral { $condition } de [{ $table }] superado{ $groups-given ->
    [yes] {" "}en { $groups }
   *[no] {""}
 }{ $more-given ->
    [yes] {" "}y { $more } más
   *[no] {""}
 }
audit-unapplied = el umbral { $condition } de [{ $table }] no se aplicó a ningún grupo
audit-not-judged = umbral { $condition } de [{ $table }]: no se sabe si se respeta en { $groups } de sus grupos, porque no se evaluó todo
audit-earlier-incomplete = { $path }: la auditoría anterior está incompleta, porque su revisión tuvo fallos ({ $count }) o se interrumpió; lo que parece nuevo quizá ya estaba

audit-as-of = A la fecha de
audit-audience = Lectores
audit-audience-internal = internos: los valores de los registros de acceso restringido están ocultos
audit-audience-public = público: solo registros públicos
audit-audience-revealed = internos: nada está oculto
audit-version = Versión de missionlint
audit-earlier-as-of = Comparada con una auditoría a la fecha de
audit-differences = Qué más difiere de ella
audit-joined = Misiones que solo evaluó esta auditoría
audit-left = Misiones que solo evaluó la auditoría anterior
audit-fault = Fallo de la revisión
audit-threshold-kept = respetado
audit-threshold-error = superado: error
audit-threshold-warning = superado: advertencia
audit-threshold-unapplied = no se aplicó a ningún grupo
audit-threshold-not-judged = no se sabe: no se evaluó todo
audit-total = el conjunto

audit-group-none = no pertenece a ninguno
audit-group-unknown = no se puede determinar
audit-group-masked = no se puede revelar
audit-group-undated = sin fecha
audit-those-none = lo que no pertenece a ninguno
audit-those-unknown = lo que no se puede determinar
audit-those-masked = lo que no se puede revelar
audit-those-undated = lo que no tiene fecha

audit-difference-as-of = la fecha de la revisión
audit-difference-tool-version = la versión de missionlint
audit-difference-policy = la política
audit-difference-policy-mode = la aplicación de la política
audit-difference-configs = los archivos de configuración
audit-difference-select = las reglas elegidas
audit-difference-ignore = las reglas omitidas
audit-difference-paths = las rutas revisadas

audit-sheet-summary = Resumen
audit-sheet-country = Países
audit-sheet-regional-office = Oficinas regionales
audit-sheet-rule = Reglas
audit-sheet-family = Familias
audit-sheet-platform-type = Tipos de plataformas
audit-sheet-month = Meses
audit-sheet-mission = Misiones
audit-sheet-findings = Hallazgos

audit-column-country = País
audit-column-regional-office = Oficina regional
audit-column-rule = Regla
audit-column-family = Familia
audit-column-platform-type = Tipo de plataforma
audit-column-month = Mes
audit-column-mission = Misión
audit-column-name = Nombre
audit-column-records = Registros
audit-column-active-platforms = Plataformas activas
audit-column-applicable = Comprobaciones aplicables
audit-column-findings = Hallazgos
audit-column-errors = Errores
audit-column-warnings = Advertencias
audit-column-advice = Consejos
audit-column-suppressed = Aceptados
audit-column-failed = Comprobaciones con hallazgos
audit-column-blocked = Comprobaciones bloqueadas
audit-column-faults = Fallos de la revisión
audit-column-missions = Misiones
audit-column-not-ready = Misiones no listas
audit-column-not-judged = Misiones no evaluadas
audit-column-failure-rate = Comprobaciones con hallazgos, %
audit-column-blocked-rate = Comprobaciones bloqueadas, %
audit-column-ready = Misiones listas, %
audit-column-representation = Plataformas activas con representación, %
audit-column-right-level = Representación en el nivel adecuado, %
audit-column-smt-attendance = Jefe de Misión en reuniones del SMT, %
audit-column-suspended-contact = Plataformas suspendidas con contacto, %
audit-column-appeared = Hallazgos nuevos
audit-column-gone = Hallazgos desaparecidos
audit-column-kept = Hallazgos que siguen
audit-column-joined = Hallazgos de misiones que solo evaluó esta auditoría
audit-column-left = Hallazgos de misiones que solo evaluó la auditoría anterior
audit-column-change-findings = Cambio en los hallazgos
audit-column-breach = Umbrales superados
audit-column-type = Clase
audit-column-severity = Gravedad
audit-column-record-kind = Tipo de registro
audit-column-record-id = Registro
audit-column-path = Archivo
audit-column-line = Línea
audit-column-column = Columna
audit-column-message = Hallazgo
audit-column-help = Qué hacer
audit-column-suppressed-by = Aceptado por
audit-column-fingerprint = Huella
audit-column-as-of = A la fecha de
