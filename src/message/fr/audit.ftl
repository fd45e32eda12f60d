## L’audit : une page pour le siège.

audit-title = Audit de la coordination · { $day }
audit-kind = Audit de la coordination
audit-missions-count = { $count ->
    [one] { $count } mission
   *[other] { $count } missions
 }
audit-decimal = { $whole },{ $tenth }
audit-less = <{ $whole },{ $tenth }
audit-greater = >{ $whole },{ $tenth }
audit-percent = { $number } %
audit-and-more = et { $count } de plus

## Le verdict.

audit-verdict = { $ready } missions sur { $all } prêtes à être soumises
audit-because-not-ready = { $count ->
    [one] Dans { $count } mission, une erreur doit d’abord être corrigée, ou une partie n’a pas pu être contrôlée et en cache peut-être une.
   *[other] Dans { $count } missions, des erreurs doivent d’abord être corrigées, ou une partie n’a pas pu être contrôlée et en cache peut-être une.
 }
audit-because-nothing = Aucune mission n’a été trouvée.
audit-because-outside = Les enregistrements d’aucune mission ne s’opposent à sa soumission ; ce qui n’appartient à aucune mission doit d’abord être corrigé.
audit-because-ready = Rien, dans aucune mission, ne s’oppose à sa soumission.
audit-because-doubtful = { $count ->
    [one] { $count } mission sans erreur n’a pas été entièrement contrôlée.
   *[other] { $count } missions sans erreur n’ont pas été entièrement contrôlées.
 }
audit-because-limits = { $count ->
    [one] { $count } limite est franchie.
   *[other] { $count } limites sont franchies.
 }
audit-doubt = Un élément qui n’appartient à aucune mission connue n’a pas pu être contrôlé : il peut concerner n’importe laquelle, et aucune ne peut donc être dite entièrement contrôlée.
audit-tally-limits = Limites franchies
audit-tally-suppressed = Constats admis

## Les missions.

audit-league = Les missions, les plus faibles d’abord
audit-league-lead = Classées selon la part des contrôles qui ont constaté quelque chose ou n’ont pas pu être faits, pour 1 000 contrôles applicables ; à parts égales, même rang (=). Ouvrez une mission pour voir ses points faibles. Dans les parts, ce qui n’est pas connu compte comme manquant (?).
audit-no-sheets = Pour un lien vers une fiche d’examen de chaque mission :
audit-search = Chercher des missions, des pays, des bureaux
audit-state-ready = Prête
audit-state-doubtful = Non entièrement contrôlée
audit-state-not-ready = Pas prête
audit-state-empty = Aucun enregistrement
audit-fold = Ses points faibles figurent dans la ligne suivante.
audit-column-rank = Rang
audit-column-country = Pays
audit-column-not-passed = Non réussis, pour 1 000 contrôles
audit-column-failed = Échoués, pour 1 000 contrôles
audit-column-blocked = Contrôles impossibles
audit-column-applicable = Contrôles applicables
audit-column-ready = Prêtes
audit-column-level = Bon niveau
audit-column-security = Chef de mission au SMT
audit-column-suspended = Contact avec les plateformes suspendues
audit-column-news = Nouveaux et disparus
audit-column-all = Toutes
audit-weak = Les constats les plus fréquents
audit-weak-none = Aucun.
audit-weak-more = { $count ->
    [one] et { $count } constat d’autres règles
   *[other] et { $count } constats d’autres règles
 }
audit-weak-blocked = { $count ->
    [one] { $count } règle n’a pas pu tout contrôler.
   *[other] { $count } règles n’ont pas pu tout contrôler.
 }
audit-coverage = Couverture
audit-sheet = Fiche d’examen de

## Les groupes.

audit-heat = Pays et familles de règles
audit-heat-lead = Contrôles échoués pour 1 000 applicables : plus la case est foncée, plus ils sont fréquents.
audit-heat-doubt = tout n’a pas pu être contrôlé
audit-heat-moot = aucun contrôle ne s’applique
audit-groups = Par bureau, type de plateforme, famille et pays
audit-groups-lead = Chaque contrôle figure dans un seul groupe de chaque tableau ; ce qui n’appartient à aucun est à part. Les plus faibles viennent d’abord.
audit-by-regional_office = Bureaux régionaux
audit-by-platform_type = Types de plateformes
audit-by-family = Familles de règles
audit-by-country = Pays
audit-dimension-country = Pays
audit-dimension-regional_office = Bureau régional
audit-dimension-rule = Règle
audit-dimension-family = Famille
audit-dimension-platform_type = Type de plateforme
audit-dimension-month = Mois
audit-dimension-mission = Mission
audit-key-none = aucun d’eux
audit-key-unknown = non connu
audit-key-masked = non montré ici
audit-key-undated = sans mois
audit-rules = Les règles, les plus fréquentes d’abord
audit-rules-lead = Règles qui ont constaté quelque chose ou n’ont pas pu tout contrôler.
audit-rules-silent = { $count ->
    [one] { $count } autre règle a été appliquée et n’a rien constaté.
   *[other] { $count } autres règles ont été appliquées et n’ont rien constaté.
 }
audit-most = Surtout dans :
audit-not-checked-lead = { $count ->
    [one] Ici, les enregistrements n’ont pas pu être compris : { $count } contrôle n’a pas pu être fait. Corrigez d’abord ces emplacements, puis contrôlez à nouveau ; les fichiers de données les nomment tous.
   *[other] Ici, les enregistrements n’ont pas pu être compris : { $count } contrôles n’ont pas pu être faits. Corrigez d’abord ces emplacements, puis contrôlez à nouveau ; les fichiers de données les nomment tous.
 }

## Mois par mois.

audit-trends = Mois par mois
audit-trends-lead = Selon le mois de la réunion ou du contact concerné ; là où il n’y a rien à compter, la ligne est interrompue.
audit-trend-not-passed = Contrôles non réussis, pour 1 000
audit-trend-security = Réunions de l’Équipe de gestion de la sécurité avec le chef de mission ou son intérimaire
audit-trend-none = Aucun mois n’en a.
audit-trend-masked = Les mois de ces réunions ne peuvent pas être montrés ici ; le tableau en donne la somme.
audit-trend-numbers = Les chiffres, par mois

## Les limites.

audit-limits = Limites
audit-limits-lead = Limites que fixe la configuration ; chacune est citée avec la condition qui ne doit pas être remplie.
audit-limit-nothing = comparée à rien
audit-limit-kept = { $count ->
    [one] respectée
   *[other] respectée par tous ({ $count })
 }
audit-limit-broken = franchie par { $count } sur { $all }
audit-metric-findings = constats
audit-metric-errors = erreurs
audit-metric-warnings = avertissements
audit-metric-advice = conseils
audit-metric-suppressed = constats admis
audit-metric-failed = contrôles échoués
audit-metric-blocked = contrôles impossibles
audit-metric-faults = défaillances de l’exécution
audit-metric-missions = missions
audit-metric-not-ready = missions qui ne sont pas prêtes
audit-metric-failure-rate = part des contrôles échoués
audit-metric-blocked-rate = part des contrôles impossibles
audit-metric-ready = part des missions prêtes
audit-metric-representation = plateformes actives où l’OIM a un siège
audit-metric-right-level = plateformes représentées au bon niveau
audit-metric-smt-attendance = réunions de sécurité avec le chef de mission
audit-metric-suspended-contact = plateformes suspendues avec un contact maintenu

## Ce qui a changé.

audit-since = Depuis l’audit antérieur
audit-since-day = Comparé à l’audit au { $day }
audit-since-no-day = Comparé à un audit d’une date inconnue
audit-differs = Les audits n’ont pas été établis de la même façon, ce qui peut aussi modifier les chiffres :
audit-differs-as-of = date
audit-differs-tool-version = version
audit-differs-policy = jeux de politiques
audit-differs-policy-mode = choix de la politique
audit-differs-configs = réglages
audit-differs-select = règles choisies
audit-differs-ignore = règles écartées
audit-differs-paths = fichiers
audit-then = Alors
audit-now = Maintenant
audit-news = Constats : { $appeared } nouveaux, { $gone } disparus, { $kept } inchangés.
audit-worse = Le plus de nouveaux constats :
audit-better = Le plus de constats disparus :
