## La fiche d’examen : une page pour des personnes qui ne programment pas.

review-title = Fiche d’examen · { $missions }
review-kind = Fiche d’examen
review-as-of = Au { $day }
review-language = Langue de la page
review-no-mission = Aucune mission
review-skip = Aller au verdict
review-footer = Établie par missionlint. Cette page contient tout ce qu’elle montre : rien n’a été envoyé où que ce soit et rien n’est chargé.
review-number = { $count }

review-contents = Sur cette page
review-missions = Missions
review-to-act = Qui doit agir
review-findings = Constats
review-not-checked = Non contrôlé
review-exceptions = Dérogations en vigueur
review-packs = Politique appliquée
review-rules = À propos des règles
review-stamp = Comment cette page a été établie

## Le verdict.

review-verdict-ready = Prête à être soumise
review-verdict-not-ready = Pas prête à être soumise
review-because-errors = { $count ->
    [one] { $count } erreur doit d’abord être corrigée.
   *[other] { $count } erreurs doivent d’abord être corrigées.
 }
review-because-also-blocked = En outre, une partie n’a pas pu être contrôlée et cache peut-être d’autres erreurs.
review-because-blocked = Aucune erreur n’a été constatée, mais une partie n’a pas pu être contrôlée et en cache peut-être une.
review-because-faults = Le contrôle lui-même n’est pas allé à son terme ; personne ne peut donc dire que tout va bien.
review-because-minor = { $count ->
    [one] Rien ne s’oppose à la soumission ; { $count } constat mérite attention.
   *[other] Rien ne s’oppose à la soumission ; { $count } constats méritent attention.
 }
review-because-clean = Tout a été contrôlé et il n’y a rien à signaler.
review-left-out-earlier = Seul ce qui est nouveau depuis { $revision } figure ici : { $count ->
    [one] { $count } constat antérieur est omis, et compte
   *[other] { $count } constats antérieurs sont omis, et comptent
 } tout de même.
review-elsewhere = { $count ->
    [one] { $count } constat ou obstacle du même contrôle n’appartient à aucune mission et ne figure pas ici ; il peut concerner celle-ci.
   *[other] { $count } constats ou obstacles du même contrôle n’appartiennent à aucune mission et ne figurent pas ici ; ils peuvent concerner celle-ci.
 }
review-tally-error = Erreurs
review-tally-warning = Avertissements
review-tally-advice = Conseils
review-tally-unknown = Règles qui n’ont pas pu tout contrôler
review-tally-allowed = Dérogations
review-severity-error = Erreur : à corriger impérativement
review-severity-warning = Avertissement : à corriger
review-severity-advice = Conseil : bon à savoir

## Les constats.

review-findings-count = { $count ->
    [one] { $count } constat
   *[other] { $count } constats
 }
review-nothing-found = Aucun constat n’appelle de correction.
review-more = { $count ->
    [one] … et { $count } autre ci-dessous
   *[other] … et { $count } autres ci-dessous
 }
review-keeper = La personne qui tient les enregistrements
review-whole-mission = La mission dans son ensemble
review-help = Que faire
review-why = Pourquoi :
review-about-rule = à propos de cette règle
review-related = { $count ->
    [one] { $count } élément lié
   *[other] { $count } éléments liés
 }
review-line = ligne { $line }
review-technical = Pour qui corrige les fichiers
review-technical-rule = Règle
review-technical-place = Emplacement
review-technical-fix = Modification proposée (ligne:colonne)
review-technical-because = Comprend
review-technical-fingerprint = Identité du constat
review-strength-mandatory = Obligatoire
review-strength-should = Attendu
review-strength-usual = Usage courant
review-strength-may = Permis
review-strength-contextual = Contexte
review-strength-inferred = Déduit
review-search = Chercher dans les constats
review-filter = Afficher
review-rules-lead = Chaque règle qui a donné lieu à un constat, ou qui n’a pas pu tout contrôler, dans ses propres termes.

review-record-mission = Fiche de mission
review-record-person = Personne
review-record-programme = Programme
review-record-platform = Plateforme
review-record-representation = Représentation
review-record-designation = Désignation
review-record-vacancy = Vacance de poste
review-record-meeting = Réunion
review-record-contact-log = Contact consigné
review-record-contact = Point de contact
review-record-none = Un fichier

## Ce qui n’a pas été contrôlé, ce qui est accepté, sur quoi cela repose.

review-all-checked = Chaque règle a pu contrôler tout ce qui la concerne.
review-not-checked-lead = À ces endroits, les enregistrements n’ont pas pu être compris. Personne ne peut dire si les points ci-dessous sont en ordre ; corrigez d’abord ces endroits, puis refaites le contrôle.
review-questions-open = { $count ->
    [one] { $count } question reste ouverte
   *[other] { $count } questions restent ouvertes
 }
review-no-exceptions = Aucune.
review-exceptions-lead = Ces constats sont acceptés, chacun pour le motif indiqué, et ne comptent pas.
review-none = néant
review-no-end = sans fin
review-column-mission = Mission
review-column-verdict = Verdict
review-column-finding = Constat
review-column-record = Enregistrement
review-column-reason = Motif
review-column-owner = Responsable
review-column-expires = Jusqu’au
review-column-document = Document
review-column-valid = En vigueur
review-column-pack = Recueil de politiques
review-packs-dated = Chaque enregistrement a été évalué d’après la politique en vigueur à sa date.
review-packs-latest = Chaque enregistrement a été évalué comme si la politique la plus récente avait toujours été en vigueur.
review-packs-count = { $count ->
    [one] { $count } document daté
   *[other] { $count } documents datés
 }
review-stamp-lead = La même version, la même date, les mêmes réglages et les mêmes enregistrements donnent à nouveau la même page.
review-stamp-tool = Version
review-stamp-day = Évalué au
review-stamp-audience = Établie pour
review-stamp-inputs = Enregistrements
review-stamp-config = Réglages
review-stamp-schema = Schéma
review-stamp-policy = Recueils de politiques
review-audience-public = le public : seuls les enregistrements publics, personnes sous pseudonyme
review-audience-internal = l’organisation : les enregistrements à diffusion restreinte sont masqués

## Les décisions de la personne qui examine.

review-decisions = Vos décisions
review-decisions-lead = Décidez de chaque constat ci-dessus, puis enregistrez les décisions dans un fichier et remettez-le à la mission. Rien n’est envoyé.
review-decisions-unscripted = Les décisions peuvent être notées là où les scripts sont autorisés dans cette page.
review-decisions-standing = { $count ->
    [one] { $count } décision antérieure tient toujours avec son constat.
   *[other] { $count } décisions antérieures tiennent toujours avec leur constat.
 }
review-decisions-gone = { $count ->
    [one] { $count } constat sur lequel une décision portait n’apparaît plus :
   *[other] { $count } constats sur lesquels une décision portait n’apparaissent plus :
 }
review-decide = Décision
review-decided = Décidé :
review-ruling-accepted = Accepté en l’état
review-ruling-to-fix = À corriger
review-ruling-exception = Dérogation
review-clear = Retirer la décision
review-reason = Motif
review-owner = Qui en répond (une fonction)
review-expires = Dernier jour de la dérogation
review-reason-hint = Indiquez des fonctions, pas des noms, et rien qui provienne d’enregistrements à diffusion restreinte : le fichier circule.
review-reason-missing = Une dérogation doit être motivée.
review-role = Votre fonction (pas de nom)
review-save = Enregistrer sous review.json
review-saved = Enregistré. Remettez le fichier à la mission.
review-incomplete = Certaines dérogations n’ont pas encore de motif.
review-show-incomplete = Afficher ces constats
review-show-all = Afficher tous les constats
review-show-these = N’afficher que ceux-ci
review-none-shown = Aucun constat ne correspond.
review-changed-since = L’enregistrement a changé depuis cette décision : à revoir.
review-may-have-changed = Des enregistrements ont changé depuis cette décision ; si celui-ci en fait partie ne peut pas être révélé. À revoir.

## La mission en un coup d’œil.

review-overview = La mission en un coup d’œil
review-leads = Chef de mission
review-com-in-post = En poste
review-com-acting = Poste non pourvu ; un intérim est assuré
review-com-vacant = Poste non pourvu, sans intérim
review-acts = par intérim
review-since = depuis le { $day }
review-share-expected = Plateformes actives où l’OIM a un siège
review-share-level = Plateformes où l’OIM est représentée au bon niveau
review-share-security = Réunions de l’Équipe de gestion de la sécurité avec le chef de mission ou son intérimaire
review-share-suspended = Plateformes suspendues avec contact maintenu
review-share-unknown = { $count ->
    [one] { $count } inconnue
   *[other] { $count } inconnues
 }
review-of-all = { $count } sur { $all }
review-unread = { $count ->
    [one] { $count } endroit n’a pas pu être lu : il peut manquer quelque chose aux tableaux ci-dessous.
   *[other] { $count } endroits n’ont pas pu être lus : il peut manquer quelque chose aux tableaux ci-dessous.
 }
review-masked = non montré ici
review-unknown = n’a pas pu être lu :
review-left-out = { $count ->
    [one] { $count } autre ne peut pas être montré ici.
   *[other] { $count } autres ne peuvent pas être montrés ici.
 }
review-perhaps-more = Il peut y en avoir d’autres qui n’ont pas pu être lus.
review-none-recorded = rien de consigné

review-matrix = Couverture des plateformes
review-no-platforms = Aucune plateforme n’est consignée.
review-column-platform = Plateforme
review-column-status = Active ?
review-column-represents = Qui représente l’OIM
review-column-level = Bon niveau ?
review-column-attendance = Participation
review-column-last-meeting = Dernière réunion
review-column-last-contact = Contact pendant la suspension
review-level-national = Niveau national
review-level-subnational = Niveau infranational
review-legend = { $count ->
    [one] Chaque case est une réunion du dernier mois :
   *[other] Chaque case est une réunion des { $count } derniers mois, chaque colonne un mois :
 }
review-legend-present = OIM présente
review-legend-excused = excusée
review-legend-absent = pas présente
review-legend-unknown = inconnu
review-status-none = non consigné
review-status-active = Active
review-status-suspended = Suspendue
review-status-deactivated = Désactivée
review-status-not-established = Non établie
review-expectation-no-seat = l’OIM n’y a pas de siège propre
review-expectation-not-relevant = déclarée sans intérêt pour la mission
review-expectation-covered-by-hub = couverte par un pôle voisin
review-expectation-no-access = pas d’accès
review-nobody = Personne
review-capacity-member = membre
review-capacity-observer = observateur
review-capacity-alternate = suppléant
review-capacity-coordinator = coordonnateur
review-level-right = Oui
review-level-wrong = Non
review-level-none = aucune règle
review-attended = présente à { $count } sur { $all }
review-no-meetings = aucune réunion consignée
review-last-attended = Dernière présence de l’OIM :
review-not-suspended = non suspendue
review-no-contact = Aucun contact consigné
review-outcome-reached = joint
review-outcome-unreachable = n’a pas pu être joint
review-convener = Convoque :
review-convener-function = une fonction, sans organisation

review-presence = Présence par lieu
review-column-place = Lieu
review-column-programmes = Programmes
review-column-platforms = Plateformes infranationales
review-place-elsewhere = Autres lieux
review-place-unplaced = Lieu inconnu
review-no-platform-there = aucune active
review-seat-yes = siège :
review-seat-no = pas de siège :

review-security = Le chef de mission à l’Équipe de gestion de la sécurité
review-security-lead = Mois par mois ; le nombre est le jour de la réunion.
review-month = { $month } { $year }
review-month-nothing = Rien de consigné
review-month-no-meeting = Aucune réunion
review-undated = { $count ->
    [one] { $count } réunion n’est dans aucun de ces mois : sa date ne peut pas être montrée.
   *[other] { $count } réunions ne sont dans aucun de ces mois : leurs dates ne peuvent pas être montrées.
 }
review-chief-present = Présent
review-chief-acting = Intérimaire présent
review-chief-excused = Excusé
review-chief-absent = Absent
review-chief-not-listed = Non mentionné
review-chief-nobody = Poste non pourvu
review-meeting-cancelled = annulée
review-meeting-planned = prévue
review-act-represents = y représente l’OIM
review-act-leads = dirige la mission

## Ce qui a changé.

review-compared = Depuis le dernier rapport
review-compared-with = Comparé au rapport établi au { $day }.
review-compared-new = { $count ->
    [one] { $count } nouveau constat, signalé ci-dessous
   *[other] { $count } nouveaux constats, signalés ci-dessous
 }
review-compared-fixed = { $count ->
    [one] { $count } constat corrigé
   *[other] { $count } constats corrigés
 }
review-compared-unclear = { $count ->
    [one] { $count } constat n’apparaît plus, mais sa règle n’a pas pu tout contrôler
   *[other] { $count } constats n’apparaissent plus, mais leurs règles n’ont pas pu tout contrôler
 }
review-compared-same = { $count ->
    [one] { $count } constat inchangé
   *[other] { $count } constats inchangés
 }
review-compared-which = Lesquels
review-new = nouveau
