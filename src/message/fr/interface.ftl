## Phrases de l’interface.

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
day = { $day ->
    [1] 1er
   *[other] { $day }
 }{"\u00A0"}{ $month } { $year }
moment = { $day } à { $time }

severity-error = erreur
severity-warning = avertissement
severity-advice = conseil

strength-mandatory = obligatoire
strength-should = attendu
strength-usual = habituel
strength-may = permis
strength-contextual = contextuel
strength-inferred = déduit

labelled = { $label } : { $text }
help-label = aide
policy-label = politique
includes-label = comprend
more-label = en savoir plus
policy-line = { $strength } · { $document }{ $since-given ->
    [yes] , en vigueur depuis le { $since }
   *[no] {""}
 } · missionlint{"\u00A0"}explain{"\u00A0"}{ $rule }
explain-line = missionlint{"\u00A0"}explain{"\u00A0"}{ $rule }
suggested-change = modification proposée
more-alike = { $count ->
    [one] et un autre cas semblable :
   *[other] et { $count } autres cas semblables :
 }
more-not-shown = … et { $count ->
    [one] un autre
   *[other] { $count } autres
 } dans { $files ->
    [one] un fichier
   *[other] { $files } fichiers
 } (--format json les donne tous)

not-checked-title = non contrôlé
not-checked-rules = { $count ->
    [one] une règle n’a pas pu tout évaluer
   *[other] { $count } règles n’ont pas pu tout évaluer
 }
obstacle-syntax = { $count ->
    [one] ce texte n’est pas du JSON et n’a pas pu être lu
   *[other] ces textes ne sont pas du JSON et n’ont pas pu être lus
 }
obstacle-no-record = { $count ->
    [one] cette valeur ne contient aucun enregistrement, et en a peut-être perdu
   *[other] ces valeurs ne contiennent aucun enregistrement, et en ont peut-être perdu
 }
obstacle-schema = { $count ->
    [one] cette valeur n’est pas conforme à son schéma
   *[other] ces valeurs ne sont pas conformes à leur schéma
 }
obstacle-inverted-interval = { $count ->
    [one] cette période se termine avant d’avoir commencé
   *[other] ces périodes se terminent avant d’avoir commencé
 }
obstacle-reference = { $count ->
    [one] cette référence ne mène nulle part
   *[other] ces références ne mènent nulle part
 }
obstacle-not-given = { $count ->
    [one] rien n’a été fourni du type auquel mène cette référence
   *[other] rien n’a été fourni du type auquel mènent ces références
 }
obstacle-mission-not-in-run = { $count ->
    [one] ceci dépend d’une mission qui ne fait pas partie du contrôle
   *[other] ceci dépend de missions qui ne font pas partie du contrôle
 }
obstacle-mission-unknown = { $count ->
    [one] on ne sait pas à quelle mission appartient cet enregistrement
   *[other] on ne sait pas à quelle mission appartiennent ces enregistrements
 }
not-checked-line = { $obstacle } ; { $which ->
    [all] toutes les règles de politique ont pu laisser passer quelque chose
   *[some] règles bloquées : { $rules }
 }
list-more = { $list } et { $count ->
    [one] une autre
   *[other] { $count } autres
 }
not-checked-more = … et { $count ->
    [one] un autre endroit
   *[other] { $count } autres endroits
 }

fault-cannot-read = { $subject } n’a pas pu être lu : { $reason }
fault-changed-while-read = { $subject } a changé pendant la lecture : { $reason }
fault-interrupted = l’exécution a été interrompue : { $reason }
fault-rule-failed = la règle { $subject } a échoué : { $reason }. C’est un défaut de missionlint
fault-tool-schema = un schéma de missionlint est inutilisable : { $reason }. C’est un défaut de missionlint

github-left-out = { $count ->
    [one] un autre élément n’est pas annoté
   *[other] { $count } autres éléments ne sont pas annotés
 }{"\u00A0"}: GitHub accepte { $limit } annotations de chaque niveau par étape{"\u00A0"}; ce journal contient tout
gitlab-left-out = { $count ->
    [one] un constat est omis, le plus léger
   *[other] { $count } constats sont omis, les plus légers
 }{"\u00A0"}: GitLab accepte au plus 100{"\u00A0"}Mo{"\u00A0"}; --format json les donne tous
sarif-folder = le répertoire dans lequel missionlint a été lancé
sarif-left-out = { $count ->
    [one] un constat est omis, le plus léger
   *[other] { $count } constats sont omis, les plus légers
 }{"\u00A0"}: GitHub accepte au plus { $limit } résultats, en 10{"\u00A0"}Mo{"\u00A0"}; --format json les donne tous
sarif-kept = de ces { $count } résultats, GitHub garde les { $limit } plus graves
sarif-left-out-places = { $count ->
    [one] un endroit est omis
   *[other] { $count } endroits sont omis
 }{"\u00A0"}: GitHub en accepte au plus { $limit } par résultat{"\u00A0"}; --format json les donne tous

table-mission = mission
table-rule = règle
table-error = erreur
table-warning = avertissement
table-advice = conseil
table-blocked = non contrôlé
no-mission = (aucune)

verdict-ready = prêt
verdict-not-ready = pas prêt
summary = { $counts } · { $missions }, { $records } dans { $files }, au { $day }
verdict-valid = valide
verdict-not-valid = non valide
summary-of-values = { $counts } · { $values } dans { $files }, selon { $schema }
values = { $count ->
    [one] { $count } valeur
   *[other] { $count } valeurs
 }
count-error = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
 }
count-warning = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
 }
count-advice = { $count ->
    [one] { $count } conseil
   *[other] { $count } conseils
 }
count-blocked = { $count ->
    [one] { $count } règle n’a pas pu tout évaluer
   *[other] { $count } règles n’ont pas pu tout évaluer
 }
count-fault = { $count ->
    [one] { $count } défaillance du contrôle
   *[other] { $count } défaillances du contrôle
 }
count-nothing = rien à signaler
missions = { $count ->
    [one] { $count } mission
   *[other] { $count } missions
 }
records = { $count ->
    [one] { $count } enregistrement
   *[other] { $count } enregistrements
 }
files = { $count ->
    [one] { $count } fichier
   *[other] { $count } fichiers
 }
latest-note = avec --policy latest, chaque enregistrement a été évalué comme si la politique la plus récente avait toujours été en vigueur
not-judged-title = non évalué
not-judged-missions = { $count ->
    [0] ce qui n’appartient à aucune mission
    [one] { $count } mission ({ $names })
   *[other] { $count } missions ({ $names })
 }{ $besides ->
    [yes] {" "}et ce qui n’appartient à aucune
   *[no] {""}
 } ; on ne sait pas ce qui y est erroné

allowed-title = dérogations
allowed-findings = { $count ->
    [one] un constat ne compte pas
   *[other] { $count } constats ne comptent pas
 }
allowed-line = { $rule } : { $reason }{ $owner-given ->
    [yes] {" "}· { $owner }
   *[no] {""}
 }{ $expires-given ->
    [yes] {" "}· jusqu’au { $expires }
   *[no] {""}
 }
count-allowed = { $count ->
    [one] { $count } constat sous dérogation
   *[other] { $count } constats sous dérogation
 }
count-only-allowed = rien à signaler, hormis { $count ->
    [one] un constat sous dérogation
   *[other] { $count } constats sous dérogation
 }
verdict-not-worse = pas de dégradation
verdict-worse = dégradation
count-nothing-new = rien de nouveau à signaler
count-blocked-places = { $count ->
    [one] { $count } endroit où tout n’a pas pu être évalué
   *[other] { $count } endroits où tout n’a pas pu être évalué
 }
earlier-note = par rapport à { $revision } ({ $commit }) ; déjà présents, donc omis : { $counts }
earlier-nothing = par rapport à { $revision } ({ $commit }) ; rien n’a été omis
baselined-line = { $rule } : dans la liste de référence depuis le { $created }{ $reason-given ->
    [yes] {" "}: { $reason }
   *[no] {""}
 }{ $owner-given ->
    [yes] {" "}· { $owner }
   *[no] {""}
 }
baseline-note = dans la liste de référence, non comptés : { $counts } ; le plus ancien depuis le { $day }
masked-note = les valeurs des enregistrements à diffusion restreinte, et de ce qui n’a pas pu être lu, sont masquées ; --reveal les montre

## Listes de recueils de politiques et d’énoncés.

pack-valid = validité
pack-countries = pays
pack-statements = énoncés
pack-rules = règles
pack-note = remarque
pack-validity = { $from-given ->
    [yes] { $to-given ->
        [yes] du { $from } au { $to }
       *[no] depuis le { $from }
     }
   *[no] { $to-given ->
        [yes] jusqu’au { $to }
       *[no] premier et dernier jours inconnus
     }
 }
pack-hint = missionlint policy RECUEIL affiche la page d’un recueil.
statement-checked = contrôlé par { $rules }
statement-not-checked = non contrôlé : { $reason }

## L’exemple d’une page.

example-title = Exemple
example-day = Évalué à la date du { $day }.
example-given = Avec ces enregistrements, évalués à la date du { $day } :
example-schema = Avec ce schéma :
example-valid = Valide :
example-invalid = Constat :
example-report = Rapport :

## Parties des phrases au sujet des schémas.

field-name = { $label-given ->
    [yes] { $field-given ->
        [yes] { $label } ("{ $field }")
       *[no] { $label }
     }
   *[no] { $field-given ->
        [yes] "{ $field }"
       *[no] la valeur
     }
 }

as-form = { $checked_as-given ->
    [yes] {" "}(contrôlé en tant que { $checked_as })
   *[no] {""}
 }

type-wanted = { $expected ->
    [null] null
    [boolean] true ou false
    [integer] un nombre entier
    [number] un nombre
    [string] du texte
    [array] une liste
    [object] un objet
   *[other] { $expected-words }
 }

either-type = { $first } ou { $second }

type-found = { $found ->
    [null] null
    [boolean] true ou false
    [number] { $expected ->
        [integer] un nombre avec décimales
       *[other] un nombre
     }
    [string] du texte
    [array] une liste
   *[object] un objet
 }

# Ce qui est attendu dans un réglage ; partie de config-invalid-value.
config-hint = { $hint ->
    [day] un jour tel que "2025-03-31"
    [paths] une liste de chemins tels que ["missions/mli", "archive/**"]
    [glob] un motif de chemins dans lequel { $detail ->
        [folder] ** désigne des répertoires entiers, par exemple "archive/**/old"
        [bracket] chaque [ est fermé par un ]
       *[stars] deux * au plus se suivent
     }
    [text] un texte
    [table] une table
    [number] un nombre entier de { $least } à { $most }
    [severity] une table de règles
    [parameters] une table de paramètres
    [overrides] une liste de tables [[overrides]] avec missions ou paths, et severity ou parameters
    [override] une table avec missions ou paths, et severity ou parameters
    [override-scope] une table avec missions ou paths ; ce qui vaut partout figure dans [severity] et [parameters]
    [missions] une liste d’identifiants de missions, tels que ["mli"]
    [mission] l’identifiant d’une mission, en minuscules, chiffres et traits d’union, tel que "mli"
    [parameters-by-mission] une exception limitée à des missions ; une règle évalue ensemble tous les enregistrements d’une mission, les paramètres ne peuvent donc pas varier selon le chemin
    [platform-names] une liste de tables [[platform_names]] avec name et type
    [platform-name] une table avec name et type
    [platform-name-text] un nom de 100 caractères au plus, sans espace autour
    [platform-name-taken] un nom qui ne désigne pas déjà { $type }
    [platform-name-twice] un autre nom : celui-ci désigne { $type } dans une autre entrée, et chaque mission a une seule entrée pour un nom
    [kinds] une liste de tables [[kinds]] avec name et schema
    [kind] une table avec name et schema
    [kind-name] un nom en minuscules, chiffres et traits d’union, tel que "training"
    [kind-taken] un nom que ne porte aucun autre type ni schéma
    [kind-title] le nom courant du type d’enregistrement
    [schema-path] le chemin d’un schéma JSON, relatif à ce fichier
    [messages] une table de langues avec des fichiers de formulations, tels que fr = "wording.fr.ftl"
    [wording-path] le chemin d’un fichier Fluent, relatif à ce fichier
    [wording] une entrée d’un fichier Fluent (identifiant, "=" et texte ; les parties telles que ".help = …" en retrait dessous)
    [wording-twice] une seule entrée par message
    [audit] une table avec error_if et warn_if, et des tables par country, regional_office, rule, family, platform_type, month ou mission
    [thresholds] une liste de conditions telles que ["errors > 10", "smt-attendance < 80%"]
    [threshold] une condition telle que "errors > 10" ou "smt-attendance < 80%", portant sur : { $counts } ; en part : { $shares }
    [threshold-metric] une condition sur ce qui y est dénombré : { $counts } ; en part : { $shares }
    [threshold-operator] une condition avec <, <=, > ou >=, telle que "errors > 10"
    [threshold-percent] une part en pour cent, avec le signe %, telle que "{ $metric } < 80%"
    [threshold-count] un nombre sans le signe %, tel que "{ $metric } > 10"
    [threshold-number] une condition qui se termine par un nombre en chiffres, tel que 10 ou 2.5
    [threshold-comma] un nombre avec un point, et non une virgule, avant les décimales, tel que 2.5
    [threshold-negative] une limite égale ou supérieure à 0 : { $metric } n’est jamais négatif
    [threshold-hundred] une limite de 100% au plus : { $metric } est une part
    [threshold-fraction] un nombre entier : { $metric } est un dénombrement
    [threshold-decimals] un nombre avec 6 décimales au plus
    [threshold-large] un nombre de 12 chiffres au plus
    [country] des codes alpha-3 de pays, tels que MLI, ou "ETH+MLI" pour une mission présente dans les deux
    [month] un mois tel que 2025-03
   *[words] { $expected }
 }
