## La ficha de revisión: una página para personas que no programan.

review-title = Ficha de revisión · { $missions }
review-kind = Ficha de revisión
review-as-of = A { $day }
review-language = Idioma de la página
review-no-mission = Ninguna misión
review-skip = Ir al veredicto
review-footer = Elaborada por missionlint. Esta página contiene todo lo que muestra: no se envió nada a ningún sitio y no se carga nada.
review-number = { $count }

review-contents = En esta página
review-missions = Misiones
review-to-act = Quién debe actuar
review-findings = Hallazgos
review-not-checked = Sin comprobar
review-exceptions = Excepciones vigentes
review-packs = Política aplicada
review-rules = Acerca de las reglas
review-stamp = Cómo se elaboró esta página

## El veredicto.

review-verdict-ready = Lista para presentarse
review-verdict-not-ready = No está lista para presentarse
review-because-errors = { $count ->
    [one] Antes debe corregirse { $count } error.
   *[other] Antes deben corregirse { $count } errores.
 }
review-because-also-blocked = Además, hay algo que no se pudo comprobar y que podría ocultar otros errores.
review-because-blocked = No se encontró ningún error, pero hay algo que no se pudo comprobar y que podría ocultar alguno.
review-because-faults = La comprobación misma no llegó a su término, por lo que nadie puede decir que todo esté bien.
review-because-minor = { $count ->
    [one] Nada impide la presentación; { $count } hallazgo merece atención.
   *[other] Nada impide la presentación; { $count } hallazgos merecen atención.
 }
review-because-clean = Se comprobó todo y no hay nada que señalar.
review-left-out-earlier = Aquí solo figura lo nuevo desde { $revision }: { $count ->
    [one] { $count } hallazgo anterior se omite, y cuenta
   *[other] { $count } hallazgos anteriores se omiten, y cuentan
 } de todos modos.
review-elsewhere = { $count ->
    [one] { $count } hallazgo u obstáculo de la misma comprobación no pertenece a ninguna misión y no figura aquí; puede afectar a esta.
   *[other] { $count } hallazgos u obstáculos de la misma comprobación no pertenecen a ninguna misión y no figuran aquí; pueden afectar a esta.
 }
review-tally-error = Errores
review-tally-warning = Advertencias
review-tally-advice = Consejos
review-tally-unknown = Reglas que no pudieron comprobarlo todo
review-tally-allowed = Excepciones
review-severity-error = Error: debe corregirse
review-severity-warning = Advertencia: conviene corregirla
review-severity-advice = Consejo: conviene saberlo

## Los hallazgos.

review-findings-count = { $count ->
    [one] { $count } hallazgo
   *[other] { $count } hallazgos
 }
review-nothing-found = No se encontró nada que deba corregirse.
review-more = { $count ->
    [one] … y { $count } más abajo
   *[other] … y { $count } más abajo
 }
review-keeper = Quien lleva los registros
review-whole-mission = La misión en su conjunto
review-help = Qué hacer
review-why = Por qué:
review-about-rule = acerca de esta regla
review-related = { $count ->
    [one] { $count } elemento relacionado
   *[other] { $count } elementos relacionados
 }
review-line = línea { $line }
review-technical = Para quien corrige los archivos
review-technical-rule = Regla
review-technical-place = Ubicación
review-technical-fix = Cambio propuesto (línea:columna)
review-technical-because = Incluye
review-technical-fingerprint = Identidad del hallazgo
review-strength-mandatory = Obligatorio
review-strength-should = Esperado
review-strength-usual = Práctica habitual
review-strength-may = Permitido
review-strength-contextual = Contexto
review-strength-inferred = Deducido
review-search = Buscar en los hallazgos
review-filter = Mostrar
review-rules-lead = Cada regla que dio lugar a un hallazgo, o que no pudo comprobarlo todo, con sus propias palabras.

review-record-mission = Ficha de misión
review-record-person = Persona
review-record-programme = Programa
review-record-platform = Plataforma
review-record-representation = Representación
review-record-designation = Designación
review-record-vacancy = Vacante
review-record-meeting = Reunión
review-record-contact-log = Contacto anotado
review-record-contact = Punto de contacto
review-record-none = Un archivo

## Lo que no se comprobó, lo que se acepta, en qué se basa.

review-all-checked = Cada regla pudo comprobar todo lo que le corresponde.
review-not-checked-lead = En estos lugares no se pudieron entender los registros. Nadie puede decir si las cuestiones siguientes están en orden; corrija primero estos lugares y repita la comprobación.
review-questions-open = { $count ->
    [one] { $count } cuestión queda abierta
   *[other] { $count } cuestiones quedan abiertas
 }
review-no-exceptions = Ninguna.
review-exceptions-lead = Estos hallazgos se aceptan, cada uno por el motivo indicado, y no cuentan.
review-none = ninguno
review-no-end = sin fin
review-column-mission = Misión
review-column-verdict = Veredicto
review-column-finding = Hallazgo
review-column-record = Registro
review-column-reason = Motivo
review-column-owner = Responsable
review-column-expires = Hasta
review-column-document = Documento
review-column-valid = Vigencia
review-column-pack = Paquete de políticas
review-packs-dated = Cada registro se evaluó según la política vigente en su fecha.
review-packs-latest = Cada registro se evaluó como si la política más reciente hubiera estado siempre vigente.
review-packs-count = { $count ->
    [one] { $count } documento con fecha
   *[other] { $count } documentos con fecha
 }
review-stamp-lead = Con la misma versión, la misma fecha, los mismos ajustes y los mismos registros se obtiene de nuevo la misma página.
review-stamp-tool = Versión
review-stamp-day = Evaluado a
review-stamp-audience = Elaborada para
review-stamp-inputs = Registros
review-stamp-config = Ajustes
review-stamp-schema = Esquema
review-stamp-policy = Paquetes de políticas
review-audience-public = el público: solo registros públicos, personas con seudónimo
review-audience-internal = la organización: los valores de los registros de acceso restringido están ocultos

## Las decisiones de quien revisa.

review-decisions = Sus decisiones
review-decisions-lead = Decida sobre cada hallazgo de arriba, guarde después las decisiones en un archivo y entréguelo a la misión. No se envía nada.
review-decisions-unscripted = Las decisiones pueden anotarse donde esta página pueda ejecutar scripts.
review-decisions-standing = { $count ->
    [one] { $count } decisión anterior sigue en pie con su hallazgo.
   *[other] { $count } decisiones anteriores siguen en pie con sus hallazgos.
 }
review-decisions-gone = { $count ->
    [one] { $count } hallazgo sobre el que se había decidido ya no aparece:
   *[other] { $count } hallazgos sobre los que se había decidido ya no aparecen:
 }
review-decide = Decisión
review-decided = Decidido:
review-ruling-accepted = Se acepta como está
review-ruling-to-fix = Por corregir
review-ruling-exception = Excepción
review-clear = Retirar la decisión
review-reason = Motivo
review-owner = Quién responde de ello (una función)
review-expires = Último día de la excepción
review-reason-hint = Escriba funciones, no nombres, y nada que provenga de registros de acceso restringido: el archivo circula.
review-reason-missing = Una excepción necesita un motivo.
review-role = Su función (sin nombre)
review-save = Guardar como review.json
review-saved = Guardado. Entregue el archivo a la misión.
review-incomplete = Algunas excepciones aún no tienen motivo.
review-show-incomplete = Mostrar estos hallazgos
review-show-all = Mostrar todos los hallazgos
review-show-these = Mostrar solo estos
review-none-shown = Ningún hallazgo coincide.
review-changed-since = El registro ha cambiado desde esta decisión: revíselo de nuevo.
review-may-have-changed = Hay registros que han cambiado desde esta decisión; si este es uno de ellos no puede revelarse. Revíselo de nuevo.

## La misión de un vistazo.

review-overview = La misión de un vistazo
review-leads = Jefe de misión
review-com-in-post = En el puesto
review-com-acting = Puesto sin titular; alguien lo ejerce interinamente
review-com-vacant = Puesto sin titular y sin interino
review-acts = interino
review-since = desde el { $day }
review-share-expected = Plataformas activas en las que la OIM tiene un puesto
review-share-level = Plataformas con representación al nivel adecuado
review-share-security = Reuniones del Equipo de gestión de la seguridad con el jefe de misión o su interino
review-share-suspended = Plataformas suspendidas con contacto mantenido
review-share-unknown = { $count ->
    [one] { $count } sin saberse
   *[other] { $count } sin saberse
 }
review-of-all = { $count } de { $all }
review-unread = { $count ->
    [one] No se pudo leer { $count } lugar: puede faltar algo en los cuadros siguientes.
   *[other] No se pudieron leer { $count } lugares: puede faltar algo en los cuadros siguientes.
 }
review-masked = no se muestra aquí
review-unknown = no se pudo leer:
review-left-out = { $count ->
    [one] Hay { $count } más que no puede mostrarse aquí.
   *[other] Hay { $count } más que no pueden mostrarse aquí.
 }
review-perhaps-more = Puede haber otros que no se pudieron leer.
review-none-recorded = nada registrado

review-matrix = Cobertura de las plataformas
review-no-platforms = No hay ninguna plataforma registrada.
review-column-platform = Plataforma
review-column-status = ¿Activa?
review-column-represents = Quién representa a la OIM
review-column-level = ¿Nivel adecuado?
review-column-attendance = Asistencia
review-column-last-meeting = Última reunión
review-column-last-contact = Contacto durante la suspensión
review-level-national = Nivel nacional
review-level-subnational = Nivel subnacional
review-legend = { $count ->
    [one] Cada casilla es una reunión del último mes:
   *[other] Cada casilla es una reunión de los últimos { $count } meses, cada columna un mes:
 }
review-legend-present = OIM presente
review-legend-excused = excusada
review-legend-absent = no presente
review-legend-unknown = no se sabe
review-status-none = sin registrar
review-status-active = Activa
review-status-suspended = Suspendida
review-status-deactivated = Desactivada
review-status-not-established = No establecida
review-expectation-no-seat = la OIM no tiene puesto propio
review-expectation-not-relevant = declarada no pertinente
review-expectation-covered-by-hub = cubierta por un centro vecino
review-expectation-no-access = sin acceso
review-nobody = Nadie
review-capacity-member = miembro
review-capacity-observer = observador
review-capacity-alternate = suplente
review-capacity-coordinator = coordinador
review-level-right = Sí
review-level-wrong = No
review-level-none = ninguna regla
review-attended = presente en { $count } de { $all }
review-no-meetings = ninguna reunión registrada
review-last-attended = Última presencia de la OIM:
review-not-suspended = no suspendida
review-no-contact = Ningún contacto registrado
review-outcome-reached = localizado
review-outcome-unreachable = no se pudo localizar
review-convener = Convoca:
review-convener-function = una función, sin organización

review-presence = Presencia por lugar
review-column-place = Lugar
review-column-programmes = Programas
review-column-platforms = Plataformas subnacionales
review-place-elsewhere = Otros lugares
review-place-unplaced = Lugar desconocido
review-no-platform-there = ninguna activa
review-seat-yes = con puesto:
review-seat-no = sin puesto:

review-security = El jefe de misión en el Equipo de gestión de la seguridad
review-security-lead = Mes a mes; el número es el día de la reunión.
review-month = { $month } de { $year }
review-month-nothing = Nada registrado
review-month-no-meeting = Ninguna reunión
review-undated = { $count ->
    [one] { $count } reunión no está en ninguno de estos meses: su día no puede mostrarse.
   *[other] { $count } reuniones no están en ninguno de estos meses: sus días no pueden mostrarse.
 }
review-chief-present = Presente
review-chief-acting = Interino presente
review-chief-excused = Excusado
review-chief-absent = Ausente
review-chief-not-listed = No figura
review-chief-nobody = Puesto sin titular
review-meeting-cancelled = cancelada
review-meeting-planned = prevista
review-act-represents = representa allí a la OIM
review-act-leads = dirige la misión

## Lo que ha cambiado.

review-compared = Desde el último informe
review-compared-with = Comparado con el informe a { $day }.
review-compared-new = { $count ->
    [one] { $count } hallazgo nuevo, señalado más abajo
   *[other] { $count } hallazgos nuevos, señalados más abajo
 }
review-compared-fixed = { $count ->
    [one] { $count } hallazgo corregido
   *[other] { $count } hallazgos corregidos
 }
review-compared-unclear = { $count ->
    [one] { $count } hallazgo ya no aparece, pero su regla no pudo comprobarlo todo
   *[other] { $count } hallazgos ya no aparecen, pero sus reglas no pudieron comprobarlo todo
 }
review-compared-same = { $count ->
    [one] { $count } hallazgo sin cambios
   *[other] { $count } hallazgos sin cambios
 }
review-compared-which = Cuáles
review-new = nuevo
