## La auditoría: una página para la sede.

atlas-title = Auditoría de la coordinación · { $day }
atlas-kind = Auditoría de la coordinación
atlas-missions-count = { $count ->
    [one] { $count } misión
   *[other] { $count } misiones
 }
atlas-decimal = { $whole },{ $tenth }
atlas-less = <{ $whole },{ $tenth }
atlas-greater = >{ $whole },{ $tenth }
atlas-percent = { $number } %
atlas-and-more = y { $count } más

## El veredicto.

atlas-verdict = { $ready } de { $all } misiones listas para presentarse
atlas-verdict-doubtful = { $ready } de { $all } misiones sin errores, pero no comprobadas por completo
atlas-because-not-ready = { $count ->
    [one] En { $count } misión hay que corregir antes un error, o algo no se pudo comprobar y puede ocultar uno.
   *[other] En { $count } misiones hay que corregir antes errores, o algo no se pudo comprobar y puede ocultar uno.
 }
atlas-because-nothing = No se encontró ninguna misión.
atlas-because-outside = Los registros de ninguna misión impiden su presentación; hay que corregir antes lo que no pertenece a ninguna misión.
atlas-because-ready = Nada impide la presentación de ninguna misión.
atlas-because-doubtful = { $count ->
    [one] { $count } misión sin errores no se comprobó por completo.
   *[other] { $count } misiones sin errores no se comprobaron por completo.
 }
atlas-because-not-judged = { $count ->
    [one] { $count } misión no se evaluó: no se sabe nada de ella.
   *[other] { $count } misiones no se evaluaron: no se sabe nada de ellas.
 }
atlas-because-limits = { $count ->
    [one] Se supera { $count } umbral.
   *[other] Se superan { $count } umbrales.
 }
atlas-doubt = Algo que no pertenece a ninguna misión conocida no se pudo comprobar: puede afectar a cualquiera de ellas, y de ninguna puede decirse que se haya comprobado por completo.
atlas-doubt-run = La ejecución no llegó a su fin, o no pudo leerlo todo: lo que falta puede afectar a cualquier misión, y de ninguna puede decirse que se haya comprobado por completo.
atlas-tally-limits = Umbrales superados
atlas-tally-not-judged = Misiones no evaluadas
atlas-tally-suppressed = Hallazgos aceptados

## Las misiones.

atlas-league = Las misiones, las más débiles primero
atlas-league-lead = Ordenadas según la parte de las comprobaciones que hallaron algo o no pudieron hacerse, por cada 1000 aplicables; a partes iguales, el mismo puesto (=). Abra una misión para ver sus puntos débiles. En las partes, lo que no se conoce cuenta como faltante y se señala con un signo de interrogación.
atlas-no-sheets = Para un enlace a una ficha de revisión de cada misión:
atlas-search = Buscar misiones, países, oficinas
atlas-state-ready = Lista
atlas-state-doubtful = No comprobada por completo
atlas-state-not-ready = No está lista
atlas-state-not-judged = No evaluada
atlas-state-empty = Sin registros
atlas-fold = Sus puntos débiles figuran en la fila siguiente.
atlas-column-rank = Puesto
atlas-column-country = País
atlas-column-not-passed = No superadas, por cada 1000 comprobaciones
atlas-column-failed = Fallidas, por cada 1000 comprobaciones
atlas-column-blocked = Comprobaciones imposibles
atlas-column-applicable = Comprobaciones aplicables
atlas-column-ready = Listas
atlas-column-without-errors = Sin errores
atlas-column-level = Nivel adecuado
atlas-column-security = Jefe de misión en el SMT
atlas-column-suspended = Contacto con plataformas suspendidas
atlas-column-news = Nuevos y desaparecidos
atlas-column-all = Todas
atlas-weak = Los hallazgos más frecuentes
atlas-weak-none = Ninguno.
atlas-weak-more = { $count ->
    [one] y { $count } hallazgo de otras reglas
   *[other] y { $count } hallazgos de otras reglas
 }
atlas-weak-blocked = { $count ->
    [one] { $count } regla no pudo comprobarlo todo.
   *[other] { $count } reglas no pudieron comprobarlo todo.
 }
atlas-coverage = Cobertura
atlas-sheet = Ficha de revisión de

## Los grupos.

atlas-heat = Países y familias de reglas
atlas-heat-lead = Comprobaciones fallidas por cada 1000 aplicables: cuanto más oscura la casilla, más frecuentes.
atlas-heat-doubt = no todo se pudo comprobar
atlas-heat-moot = no se aplica ninguna comprobación
atlas-groups = Por oficina, tipo de plataforma, familia y país
atlas-groups-lead = Cada comprobación figura en un solo grupo de cada cuadro; lo que no pertenece a ninguno está aparte. Los más débiles van primero.
atlas-by-regional_office = Oficinas regionales
atlas-by-platform_type = Tipos de plataformas
atlas-by-family = Familias de reglas
atlas-by-country = Países
atlas-dimension-country = País
atlas-dimension-regional_office = Oficina regional
atlas-dimension-rule = Regla
atlas-dimension-family = Familia
atlas-dimension-platform_type = Tipo de plataforma
atlas-dimension-month = Mes
atlas-dimension-mission = Misión
atlas-key-none = ninguno de ellos
atlas-key-unknown = no se conoce
atlas-key-masked = no se muestra aquí
atlas-key-undated = sin mes
atlas-rules = Las reglas, las de más hallazgos primero
atlas-rules-lead = Reglas que hallaron algo o no pudieron comprobarlo todo.
atlas-rules-silent = { $count ->
    [one] Se aplicó { $count } regla más y no halló nada.
   *[other] Se aplicaron { $count } reglas más y no hallaron nada.
 }
atlas-most = Sobre todo en:
atlas-not-checked-lead = { $count ->
    [one] Aquí los registros no se pudieron entender: { $count } comprobación no pudo hacerse. Corrija antes estos lugares y vuelva a comprobar; los archivos de datos los nombran todos.
   *[other] Aquí los registros no se pudieron entender: { $count } comprobaciones no pudieron hacerse. Corrija antes estos lugares y vuelva a comprobar; los archivos de datos los nombran todos.
 }

## Mes a mes.

atlas-trends = Mes a mes
atlas-trends-lead = Según el mes de la reunión o del contacto de que se trate; donde no hay nada que contar, la línea se interrumpe.
atlas-trend-not-passed = Comprobaciones no superadas, por cada 1000
atlas-trend-security = Reuniones del Equipo de gestión de la seguridad con el jefe de misión o su interino
atlas-trend-none = Ningún mes tiene.
atlas-trend-masked = Los meses de estas reuniones no pueden mostrarse aquí; el cuadro da su suma.
atlas-trend-numbers = Las cifras, por mes

## Los umbrales.

atlas-limits = Umbrales
atlas-limits-lead = Límites que fija la configuración; cada uno se cita con la condición que no debe cumplirse.
atlas-limit-nothing = no se comparó con nada
atlas-limit-kept = { $count ->
    [one] respetado
   *[other] respetado por todos ({ $count })
 }
atlas-limit-not-judged = { $count ->
    [one] no se sabe en { $count } grupo, porque no se evaluó todo
   *[other] no se sabe en { $count } grupos, porque no se evaluó todo
 }
atlas-limit-broken = superado por { $count } de { $all }
atlas-metric-findings = hallazgos
atlas-metric-errors = errores
atlas-metric-warnings = advertencias
atlas-metric-advice = consejos
atlas-metric-suppressed = hallazgos aceptados
atlas-metric-failed = comprobaciones fallidas
atlas-metric-blocked = comprobaciones imposibles
atlas-metric-faults = fallos de la ejecución
atlas-metric-missions = misiones
atlas-metric-not-ready = misiones que no están listas
atlas-metric-failure-rate = parte de las comprobaciones que fallaron
atlas-metric-blocked-rate = parte de las comprobaciones imposibles
atlas-metric-ready = parte de las misiones que están listas
atlas-metric-representation = plataformas activas en las que la OIM tiene un puesto
atlas-metric-right-level = plataformas representadas al nivel adecuado
atlas-metric-smt-attendance = reuniones de seguridad con el jefe de misión
atlas-metric-suspended-contact = plataformas suspendidas con contacto mantenido

## Lo que ha cambiado.

atlas-since = Desde la auditoría anterior
atlas-since-day = Comparada con la auditoría al { $day }
atlas-since-no-day = Comparada con una auditoría de fecha desconocida
atlas-differs = Las auditorías no se elaboraron del mismo modo, lo que también puede cambiar las cifras:
atlas-differs-as-of = fecha
atlas-differs-tool-version = versión
atlas-differs-policy = paquetes de políticas
atlas-differs-policy-mode = elección de la política
atlas-differs-configs = ajustes
atlas-differs-select = reglas elegidas
atlas-differs-ignore = reglas excluidas
atlas-differs-paths = archivos
atlas-then = Entonces
atlas-now = Ahora
atlas-news = Hallazgos: { $appeared } nuevos, { $gone } desaparecidos, { $kept } sin cambios.
atlas-worse = Más hallazgos nuevos:
atlas-better = Más hallazgos desaparecidos:
atlas-left = Misiones que solo evaluó la auditoría anterior, cuyos hallazgos no cuentan como desaparecidos ni sin cambios:
atlas-joined = Misiones que solo evaluó esta auditoría, cuyos hallazgos no cuentan como nuevos ni sin cambios:
atlas-apart-findings = { $count ->
    [one] { $count } hallazgo
   *[other] { $count } hallazgos
 }
atlas-earlier-incomplete = { $count ->
    [one] La auditoría anterior está incompleta: su revisión tuvo un fallo, por ejemplo un archivo que no se pudo leer, o se interrumpió.
   *[other] La auditoría anterior está incompleta: su revisión tuvo { $count } fallos, por ejemplo archivos que no se pudieron leer, o se interrumpió.
 }
atlas-incomplete = Una auditoría está incompleta: puede que algunos hallazgos solo parezcan nuevos o desaparecidos. Fallos de la revisión: { $faults_then } antes, { $faults_now } ahora. Comprobaciones imposibles: { $blocked_then } antes, { $blocked_now } ahora.
