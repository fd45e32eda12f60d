## Frases de los informes en Markdown, CSV y XML.

fingerprint-label = huella
report-policy = { $strength } · { $document } ({ $pack }){ $since-given ->
    [yes] , en vigor desde el { $since }
   *[no] {""}
 }
report-baselined = en la lista de referencia desde el { $created }{ $reason-given ->
    [yes] : { $reason }
   *[no] {""}
 }{ $owner-given ->
    [yes] {" "}· { $owner }
   *[no] {""}
 }
report-allowed = { $reason }{ $owner-given ->
    [yes] {" "}· { $owner }
   *[no] {""}
 }{ $expires-given ->
    [yes] {" "}· hasta el { $expires }
   *[no] {""}
 }
report-blocks-title = Lo que lo impide
report-blocked-errors = { $count ->
    [one] { $count } regla cuyos hallazgos son errores no pudo juzgarlo todo
   *[other] { $count } reglas cuyos hallazgos son errores no pudieron juzgarlo todo
 }
report-faults-title = Fallos de la revisión
report-counts-title = Recuento
report-all-rules = todas las reglas
report-findings-title = Hallazgos
report-not-checked-title = No comprobado
report-allowed-title = Autorizado
report-shown = { $shown } de { $count } mostrados
report-no-subject = nada de lo comprobado es del tipo que juzga esta regla
table-allowed = autorizado

left-out-findings = { $count ->
    [one] Aquí se omite un hallazgo por falta de espacio.
   *[other] Aquí se omiten { $count } hallazgos por falta de espacio.
 }
left-out-faults = { $count ->
    [one] Aquí se omite un fallo de la revisión.
   *[other] Aquí se omiten { $count } fallos de la revisión.
 }
left-out-rules = { $count ->
    [one] Una regla se omite en el recuento.
   *[other] { $count } reglas se omiten en el recuento.
 }
left-out-places = { $count ->
    [one] Aquí se omite un lugar de lo que no se comprobó.
   *[other] Aquí se omiten { $count } lugares de lo que no se comprobó.
 }
left-out-allowed = { $count ->
    [one] Aquí se omite un hallazgo autorizado.
   *[other] Aquí se omiten { $count } hallazgos autorizados.
 }
left-out-rest = missionlint check --format json lo da todo.
