## La auditoría: una página para la sede.

audit-title = Auditoría de la coordinación · { $day }
audit-kind = Auditoría de la coordinación
audit-missions-count = { $count ->
    [one] { $count } misión
   *[other] { $count } misiones
 }
audit-decimal = { $whole },{ $tenth }
audit-less = <{ $whole },{ $tenth }
audit-greater = >{ $whole },{ $tenth }
audit-percent = { $number } %
audit-and-more = y { $count } más

## El veredicto.

audit-verdict = { $ready } de { $all } misiones listas para presentarse
audit-because-not-ready = { $count ->
    [one] En { $count } misión hay que corregir antes un error, o algo no se pudo comprobar y puede ocultar uno.
   *[other] En { $count } misiones hay que corregir antes errores, o algo no se pudo comprobar y puede ocultar uno.
 }
audit-because-nothing = No se encontró ninguna misión.
audit-because-outside = Los registros de ninguna misión impiden su presentación; hay que corregir antes lo que no pertenece a ninguna misión.
audit-because-ready = Nada impide la presentación de ninguna misión.
audit-because-doubtful = { $count ->
    [one] { $count } misión sin errores no se comprobó por completo.
   *[other] { $count } misiones sin errores no se comprobaron por completo.
 }
audit-because-limits = { $count ->
    [one] Se supera { $count } umbral.
   *[other] Se superan { $count } umbrales.
 }
audit-doubt = Algo que no pertenece a ninguna misión conocida no se pudo comprobar: puede afectar a cualquiera de ellas, y de ninguna puede decirse que se haya comprobado por completo.
audit-tally-limits = Umbrales superados
audit-tally-suppressed = Hallazgos aceptados

## Las misiones.

audit-league = Las misiones, las más débiles primero
audit-league-lead = Ordenadas según la parte de las comprobaciones que hallaron algo o no pudieron hacerse, por cada 1000 aplicables; a partes iguales, el mismo puesto (=). Abra una misión para ver sus puntos débiles. En las partes, lo que no se conoce cuenta como faltante (?).
audit-no-sheets = Para un enlace a una ficha de revisión de cada misión:
audit-search = Buscar misiones, países, oficinas
audit-state-ready = Lista
audit-state-doubtful = No comprobada por completo
audit-state-not-ready = No está lista
audit-state-empty = Sin registros
audit-fold = Sus puntos débiles figuran en la fila siguiente.
audit-column-rank = Puesto
audit-column-country = País
audit-column-not-passed = No superadas, por cada 1000 comprobaciones
audit-column-failed = Fallidas, por cada 1000 comprobaciones
audit-column-blocked = Comprobaciones imposibles
audit-column-applicable = Comprobaciones aplicables
audit-column-ready = Listas
audit-column-level = Nivel adecuado
audit-column-security = Jefe de misión en el SMT
audit-column-suspended = Contacto con plataformas suspendidas
audit-column-news = Nuevos y desaparecidos
audit-column-all = Todas
audit-weak = Los hallazgos más frecuentes
audit-weak-none = Ninguno.
audit-weak-more = { $count ->
    [one] y { $count } hallazgo de otras reglas
   *[other] y { $count } hallazgos de otras reglas
 }
audit-weak-blocked = { $count ->
    [one] { $count } regla no pudo comprobarlo todo.
   *[other] { $count } reglas no pudieron comprobarlo todo.
 }
audit-coverage = Cobertura
audit-sheet = Ficha de revisión de

## Los grupos.

audit-heat = Países y familias de reglas
audit-heat-lead = Comprobaciones fallidas por cada 1000 aplicables: cuanto más oscura la casilla, más frecuentes.
audit-heat-doubt = no todo se pudo comprobar
audit-heat-moot = no se aplica ninguna comprobación
audit-groups = Por oficina, tipo de plataforma, familia y país
audit-groups-lead = Cada comprobación figura en un solo grupo de cada cuadro; lo que no pertenece a ninguno está aparte. Los más débiles van primero.
audit-by-regional_office = Oficinas regionales
audit-by-platform_type = Tipos de plataformas
audit-by-family = Familias de reglas
audit-by-country = Países
audit-dimension-country = País
audit-dimension-regional_office = Oficina regional
audit-dimension-rule = Regla
audit-dimension-family = Familia
audit-dimension-platform_type = Tipo de plataforma
audit-dimension-month = Mes
audit-dimension-mission = Misión
audit-key-none = ninguno de ellos
audit-key-unknown = no se conoce
audit-key-masked = no se muestra aquí
audit-key-undated = sin mes
audit-rules = Las reglas, las de más hallazgos primero
audit-rules-lead = Reglas que hallaron algo o no pudieron comprobarlo todo.
audit-rules-silent = { $count ->
    [one] Se aplicó { $count } regla más y no halló nada.
   *[other] Se aplicaron { $count } reglas más y no hallaron nada.
 }
audit-most = Sobre todo en:
audit-not-checked-lead = { $count ->
    [one] Aquí los registros no se pudieron entender: { $count } comprobación no pudo hacerse. Corrija antes estos lugares y vuelva a comprobar; los archivos de datos los nombran todos.
   *[other] Aquí los registros no se pudieron entender: { $count } comprobaciones no pudieron hacerse. Corrija antes estos lugares y vuelva a comprobar; los archivos de datos los nombran todos.
 }

## Mes a mes.

audit-trends = Mes a mes
audit-trends-lead = Según el mes de la reunión o del contacto de que se trate; donde no hay nada que contar, la línea se interrumpe.
audit-trend-not-passed = Comprobaciones no superadas, por cada 1000
audit-trend-security = Reuniones del Equipo de gestión de la seguridad con el jefe de misión o su interino
audit-trend-none = Ningún mes tiene.
audit-trend-masked = Los meses de estas reuniones no pueden mostrarse aquí; el cuadro da su suma.
audit-trend-numbers = Las cifras, por mes

## Los umbrales.

audit-limits = Umbrales
audit-limits-lead = Límites que fija la configuración; cada uno se cita con la condición que no debe cumplirse.
audit-limit-nothing = no se comparó con nada
audit-limit-kept = { $count ->
    [one] respetado
   *[other] respetado por todos ({ $count })
 }
audit-limit-broken = superado por { $count } de { $all }
audit-metric-findings = hallazgos
audit-metric-errors = errores
audit-metric-warnings = advertencias
audit-metric-advice = consejos
audit-metric-suppressed = hallazgos aceptados
audit-metric-failed = comprobaciones fallidas
audit-metric-blocked = comprobaciones imposibles
audit-metric-faults = fallos de la ejecución
audit-metric-missions = misiones
audit-metric-not-ready = misiones que no están listas
audit-metric-failure-rate = parte de las comprobaciones que fallaron
audit-metric-blocked-rate = parte de las comprobaciones imposibles
audit-metric-ready = parte de las misiones que están listas
audit-metric-representation = plataformas activas en las que la OIM tiene un puesto
audit-metric-right-level = plataformas representadas al nivel adecuado
audit-metric-smt-attendance = reuniones de seguridad con el jefe de misión
audit-metric-suspended-contact = plataformas suspendidas con contacto mantenido

## Lo que ha cambiado.

audit-since = Desde la auditoría anterior
audit-since-day = Comparada con la auditoría al { $day }
audit-since-no-day = Comparada con una auditoría de fecha desconocida
audit-differs = Las auditorías no se elaboraron del mismo modo, lo que también puede cambiar las cifras:
audit-differs-as-of = fecha
audit-differs-tool-version = versión
audit-differs-policy = paquetes de políticas
audit-differs-policy-mode = elección de la política
audit-differs-configs = ajustes
audit-differs-select = reglas elegidas
audit-differs-ignore = reglas excluidas
audit-differs-paths = archivos
audit-then = Entonces
audit-now = Ahora
audit-news = Hallazgos: { $appeared } nuevos, { $gone } desaparecidos, { $kept } sin cambios.
audit-worse = Más hallazgos nuevos:
audit-better = Más hallazgos desaparecidos:
