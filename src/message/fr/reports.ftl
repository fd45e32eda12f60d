## Phrases des rapports en Markdown, CSV et XML.

fingerprint-label = empreinte
report-policy = { $strength } · { $document } ({ $pack }){ $since-given ->
    [yes] , en vigueur depuis le { $since }
   *[no] {""}
 }
report-baselined = dans la liste de référence depuis le { $created }{ $reason-given ->
    [yes] {" "}: { $reason }
   *[no] {""}
 }{ $owner-given ->
    [yes] {" "}· { $owner }
   *[no] {""}
 }
report-allowed = { $reason }{ $owner-given ->
    [yes] {" "}· { $owner }
   *[no] {""}
 }{ $expires-given ->
    [yes] {" "}· jusqu’au { $expires }
   *[no] {""}
 }
report-blocks-title = Ce qui fait obstacle
report-blocked-errors = { $count ->
    [one] { $count } règle dont les constats sont des erreurs n’a pas pu tout évaluer
   *[other] { $count } règles dont les constats sont des erreurs n’ont pas pu tout évaluer
 }
report-faults-title = Défaillances du contrôle
report-counts-title = Décompte
report-all-rules = toutes les règles
report-findings-title = Constats
report-not-checked-title = Non contrôlé
report-allowed-title = Dérogations
report-shown = { $shown } sur { $count } présentés
report-no-subject = rien de ce qui a été contrôlé n’est du genre que cette règle évalue
table-allowed = dérogation

left-out-findings = { $count ->
    [one] Un constat est omis ici, faute de place.
   *[other] { $count } constats sont omis ici, faute de place.
 }
left-out-faults = { $count ->
    [one] Une défaillance du contrôle est omise ici.
   *[other] { $count } défaillances du contrôle sont omises ici.
 }
left-out-rules = { $count ->
    [one] Une règle est omise du décompte.
   *[other] { $count } règles sont omises du décompte.
 }
left-out-places = { $count ->
    [one] Un emplacement de ce qui n’a pas été contrôlé est omis ici.
   *[other] { $count } emplacements de ce qui n’a pas été contrôlé sont omis ici.
 }
left-out-allowed = { $count ->
    [one] Une dérogation est omise ici.
   *[other] { $count } dérogations sont omises ici.
 }
left-out-rest = missionlint check --format json donne tout.
