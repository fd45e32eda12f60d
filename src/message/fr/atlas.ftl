## L’audit : une page pour le siège.

atlas-title = Audit de la coordination · { $day }
atlas-kind = Audit de la coordination
atlas-missions-count = { $count ->
    [one] { $count } mission
   *[other] { $count } missions
 }
atlas-decimal = { $whole },{ $tenth }
atlas-less = <{ $whole },{ $tenth }
atlas-greater = >{ $whole },{ $tenth }
atlas-percent = { $number } %
atlas-and-more = et { $count } de plus

## Le verdict.

atlas-verdict = { $ready } missions sur { $all } prêtes à être soumises
atlas-verdict-doubtful = { $ready } missions sur { $all } sans erreur, mais non entièrement contrôlées
atlas-because-not-ready = { $count ->
    [one] Dans { $count } mission, une erreur doit d’abord être corrigée, ou une partie n’a pas pu être contrôlée et en cache peut-être une.
   *[other] Dans { $count } missions, des erreurs doivent d’abord être corrigées, ou une partie n’a pas pu être contrôlée et en cache peut-être une.
 }
atlas-because-nothing = Aucune mission n’a été trouvée.
atlas-because-outside = Les enregistrements d’aucune mission ne s’opposent à sa soumission ; ce qui n’appartient à aucune mission doit d’abord être corrigé.
atlas-because-ready = Rien, dans aucune mission, ne s’oppose à sa soumission.
atlas-because-doubtful = { $count ->
    [one] { $count } mission sans erreur n’a pas été entièrement contrôlée.
   *[other] { $count } missions sans erreur n’ont pas été entièrement contrôlées.
 }
atlas-because-not-judged = { $count ->
    [one] { $count } mission n’a pas été évaluée : on n’en sait rien.
   *[other] { $count } missions n’ont pas été évaluées : on n’en sait rien.
 }
atlas-because-limits = { $count ->
    [one] { $count } limite est franchie.
   *[other] { $count } limites sont franchies.
 }
atlas-doubt = Un élément qui n’appartient à aucune mission connue n’a pas pu être contrôlé : il peut concerner n’importe laquelle, et aucune ne peut donc être dite entièrement contrôlée.
atlas-doubt-run = L’exécution n’est pas allée à son terme, ou n’a pas pu tout lire : ce qui manque peut concerner n’importe quelle mission, et aucune ne peut donc être dite entièrement contrôlée.
atlas-tally-limits = Limites franchies
atlas-tally-not-judged = Missions non évaluées
atlas-tally-suppressed = Constats admis

## Les missions.

atlas-league = Les missions, les plus faibles d’abord
atlas-league-lead = Classées selon la part des contrôles qui ont constaté quelque chose ou n’ont pas pu être faits, pour 1 000 contrôles applicables ; à parts égales, même rang (=). Ouvrez une mission pour voir ses points faibles. Dans les parts, ce qui n’est pas connu compte comme manquant et est signalé par un point d’interrogation.
atlas-no-sheets = Pour un lien vers une fiche d’examen de chaque mission :
atlas-search = Chercher des missions, des pays, des bureaux
atlas-state-ready = Prête
atlas-state-doubtful = Non entièrement contrôlée
atlas-state-not-ready = Pas prête
atlas-state-not-judged = Non évaluée
atlas-state-empty = Aucun enregistrement
atlas-fold = Ses points faibles figurent dans la ligne suivante.
atlas-column-rank = Rang
atlas-column-country = Pays
atlas-column-not-passed = Non réussis, pour 1 000 contrôles
atlas-column-failed = Échoués, pour 1 000 contrôles
atlas-column-blocked = Contrôles impossibles
atlas-column-applicable = Contrôles applicables
atlas-column-ready = Prêtes
atlas-column-without-errors = Sans erreur
atlas-column-level = Bon niveau
atlas-column-security = Chef de mission au SMT
atlas-column-suspended = Contact avec les plateformes suspendues
atlas-column-news = Nouveaux et disparus
atlas-column-all = Toutes
atlas-weak = Les constats les plus fréquents
atlas-weak-none = Aucun.
atlas-weak-more = { $count ->
    [one] et { $count } constat d’autres règles
   *[other] et { $count } constats d’autres règles
 }
atlas-weak-blocked = { $count ->
    [one] { $count } règle n’a pas pu tout contrôler.
   *[other] { $count } règles n’ont pas pu tout contrôler.
 }
atlas-coverage = Couverture
atlas-sheet = Fiche d’examen de

## Les groupes.

atlas-heat = Pays et familles de règles
atlas-heat-lead = Contrôles échoués pour 1 000 applicables : plus la case est foncée, plus ils sont fréquents.
atlas-heat-doubt = tout n’a pas pu être contrôlé
atlas-heat-moot = aucun contrôle ne s’applique
atlas-groups = Par bureau, type de plateforme, famille et pays
atlas-groups-lead = Chaque contrôle figure dans un seul groupe de chaque tableau ; ce qui n’appartient à aucun est à part. Les plus faibles viennent d’abord.
atlas-by-regional_office = Bureaux régionaux
atlas-by-platform_type = Types de plateformes
atlas-by-family = Familles de règles
atlas-by-country = Pays
atlas-dimension-country = Pays
atlas-dimension-regional_office = Bureau régional
atlas-dimension-rule = Règle
atlas-dimension-family = Famille
atlas-dimension-platform_type = Type de plateforme
atlas-dimension-month = Mois
atlas-dimension-mission = Mission
atlas-key-none = aucun d’eux
atlas-key-unknown = non connu
atlas-key-masked = non montré ici
atlas-key-undated = sans mois
atlas-rules = Les règles, les plus fréquentes d’abord
atlas-rules-lead = Règles qui ont constaté quelque chose ou n’ont pas pu tout contrôler.
atlas-rules-silent = { $count ->
    [one] { $count } autre règle a été appliquée et n’a rien constaté.
   *[other] { $count } autres règles ont été appliquées et n’ont rien constaté.
 }
atlas-most = Surtout dans :
atlas-not-checked-lead = { $count ->
    [one] Ici, les enregistrements n’ont pas pu être compris : { $count } contrôle n’a pas pu être fait. Corrigez d’abord ces emplacements, puis contrôlez à nouveau ; les fichiers de données les nomment tous.
   *[other] Ici, les enregistrements n’ont pas pu être compris : { $count } contrôles n’ont pas pu être faits. Corrigez d’abord ces emplacements, puis contrôlez à nouveau ; les fichiers de données les nomment tous.
 }

## Mois par mois.

atlas-trends = Mois par mois
atlas-trends-lead = Selon le mois de la réunion ou du contact concerné ; là où il n’y a rien à compter, la ligne est interrompue.
atlas-trend-not-passed = Contrôles non réussis, pour 1 000
atlas-trend-security = Réunions de l’Équipe de gestion de la sécurité avec le chef de mission ou son intérimaire
atlas-trend-none = Aucun mois n’en a.
atlas-trend-masked = Les mois de ces réunions ne peuvent pas être montrés ici ; le tableau en donne la somme.
atlas-trend-numbers = Les chiffres, par mois

## Les limites.

atlas-limits = Limites
atlas-limits-lead = Limites que fixe la configuration ; chacune est citée avec la condition qui ne doit pas être remplie.
atlas-limit-nothing = comparée à rien
atlas-limit-kept = { $count ->
    [one] respectée
   *[other] respectée par tous ({ $count })
 }
atlas-limit-not-judged = { $count ->
    [one] inconnu pour { $count } groupe, car tout n’a pas été évalué
   *[other] inconnu pour { $count } groupes, car tout n’a pas été évalué
 }
atlas-limit-broken = franchie par { $count } sur { $all }
atlas-metric-findings = constats
atlas-metric-errors = erreurs
atlas-metric-warnings = avertissements
atlas-metric-advice = conseils
atlas-metric-suppressed = constats admis
atlas-metric-failed = contrôles échoués
atlas-metric-blocked = contrôles impossibles
atlas-metric-faults = défaillances de l’exécution
atlas-metric-missions = missions
atlas-metric-not-ready = missions qui ne sont pas prêtes
atlas-metric-failure-rate = part des contrôles échoués
atlas-metric-blocked-rate = part des contrôles impossibles
atlas-metric-ready = part des missions prêtes
atlas-metric-representation = plateformes actives où l’OIM a un siège
atlas-metric-right-level = plateformes représentées au bon niveau
atlas-metric-smt-attendance = réunions de sécurité avec le chef de mission
atlas-metric-suspended-contact = plateformes suspendues avec un contact maintenu

## Ce qui a changé.

atlas-since = Depuis l’audit antérieur
atlas-since-day = Comparé à l’audit au { $day }
atlas-since-no-day = Comparé à un audit d’une date inconnue
atlas-differs = Les audits n’ont pas été établis de la même façon, ce qui peut aussi modifier les chiffres :
atlas-differs-as-of = date
atlas-differs-tool-version = version de missionlint
atlas-differs-policy = jeux de politiques
atlas-differs-policy-mode = choix de la politique
atlas-differs-configs = réglages
atlas-differs-select = règles choisies
atlas-differs-ignore = règles écartées
atlas-differs-paths = fichiers
atlas-then = Alors
atlas-now = Maintenant
atlas-news = Constats : { $appeared } nouveaux, { $gone } disparus, { $kept } inchangés.
atlas-worse = Le plus de nouveaux constats :
atlas-better = Le plus de constats disparus :
atlas-left = Missions que seul l’audit précédent a évaluées, dont les constats ne sont ni disparus ni inchangés :
atlas-joined = Missions que seul cet audit a évaluées, dont les constats ne sont ni nouveaux ni inchangés :
atlas-apart-findings = { $count ->
    [one] { $count } constat
   *[other] { $count } constats
 }
atlas-earlier-incomplete = { $count ->
    [one] L’audit précédent est incomplet : son contrôle a eu une défaillance, par exemple un fichier illisible, ou a été interrompu.
   *[other] L’audit précédent est incomplet : son contrôle a eu { $count } défaillances, par exemple des fichiers illisibles, ou a été interrompu.
 }
atlas-incomplete = Un audit est incomplet : des constats peuvent ne sembler que nouveaux ou disparus. Défaillances du contrôle : { $faults_then } avant, { $faults_now } maintenant. Vérifications impossibles : { $blocked_then } avant, { $blocked_now } maintenant.
