## Audits.

audit-not-built = { $format } : ce programme a été construit sans Parquet ; construisez-le avec cargo build --features parquet, ou prenez aggregates-csv ou findings-csv
audit-binary = { $format } n’est pas fait pour un terminal ; écrivez-le dans un fichier avec -o
audit-breach = { $severity ->
    [error] erreur
   *[warning] avertissement
 } : limite { $condition } de [{ $table }] franchie{ $groups-given ->
    [yes] {" "}dans { $groups }
   *[no] {""}
 }{ $more-given ->
    [yes] {" "}et { $more } de plus
   *[no] {""}
 }
audit-unapplied = la limite { $condition } de [{ $table }] n’a porté sur aucun groupe
audit-not-judged = limite { $condition } de [{ $table }] : on ne sait pas si elle est respectée dans { $groups } de ses groupes, car tout n’a pas été évalué
audit-earlier-incomplete = { $path } : l’audit précédent est incomplet, car son contrôle a eu des défaillances ({ $count }) ou a été interrompu ; ce qui semble nouveau était peut-être déjà là

audit-as-of = À la date du
audit-audience = Lecteurs
audit-audience-internal = internes : les valeurs des enregistrements à diffusion restreinte sont masquées
audit-audience-public = public : enregistrements publics seulement
audit-audience-revealed = internes : rien n’est masqué
audit-version = Version de missionlint
audit-earlier-as-of = Comparé à un audit à la date du
audit-differences = Ce qui en diffère par ailleurs
audit-joined = Missions que seul cet audit a évaluées
audit-left = Missions que seul l’audit précédent a évaluées
audit-fault = Défaillance du contrôle
audit-threshold-kept = respectée
audit-threshold-error = franchie : erreur
audit-threshold-warning = franchie : avertissement
audit-threshold-unapplied = n’a porté sur aucun groupe
audit-threshold-not-judged = inconnu : tout n’a pas été évalué
audit-total = l’ensemble

audit-group-none = n’appartient à aucun
audit-group-unknown = ne peut être déterminé
audit-group-masked = ne peut être divulgué
audit-group-undated = sans date
audit-those-none = ce qui n’appartient à aucun
audit-those-unknown = ce qui ne peut être déterminé
audit-those-masked = ce qui ne peut être divulgué
audit-those-undated = ce qui n’a pas de date

audit-difference-as-of = la date du contrôle
audit-difference-tool-version = la version de missionlint
audit-difference-policy = la politique
audit-difference-policy-mode = l’application de la politique
audit-difference-configs = les fichiers de configuration
audit-difference-select = les règles retenues
audit-difference-ignore = les règles ignorées
audit-difference-paths = les chemins contrôlés

audit-sheet-summary = Résumé
audit-sheet-country = Pays
audit-sheet-regional-office = Bureaux régionaux
audit-sheet-rule = Règles
audit-sheet-family = Familles
audit-sheet-platform-type = Types de plateformes
audit-sheet-month = Mois
audit-sheet-mission = Missions
audit-sheet-findings = Constats

audit-column-country = Pays
audit-column-regional-office = Bureau régional
audit-column-rule = Règle
audit-column-family = Famille
audit-column-platform-type = Type de plateforme
audit-column-month = Mois
audit-column-mission = Mission
audit-column-name = Nom
audit-column-records = Enregistrements
audit-column-active-platforms = Plateformes actives
audit-column-applicable = Contrôles applicables
audit-column-findings = Constats
audit-column-errors = Erreurs
audit-column-warnings = Avertissements
audit-column-advice = Conseils
audit-column-suppressed = Acceptés
audit-column-failed = Contrôles avec constat
audit-column-blocked = Contrôles bloqués
audit-column-faults = Défaillances du contrôle
audit-column-missions = Missions
audit-column-not-ready = Missions non prêtes
audit-column-not-judged = Missions non évaluées
audit-column-failure-rate = Contrôles avec constat, %
audit-column-blocked-rate = Contrôles bloqués, %
audit-column-ready = Missions prêtes, %
audit-column-representation = Plateformes actives avec représentation, %
audit-column-right-level = Représentation au bon niveau, %
audit-column-smt-attendance = Chef de mission aux réunions de la SMT, %
audit-column-suspended-contact = Plateformes suspendues avec contact, %
audit-column-appeared = Nouveaux constats
audit-column-gone = Constats disparus
audit-column-kept = Constats maintenus
audit-column-joined = Constats des missions que seul cet audit a évaluées
audit-column-left = Constats des missions que seul l’audit précédent a évaluées
audit-column-change-findings = Évolution des constats
audit-column-breach = Limites franchies
audit-column-type = Nature
audit-column-severity = Gravité
audit-column-record-kind = Type d’enregistrement
audit-column-record-id = Enregistrement
audit-column-path = Fichier
audit-column-line = Ligne
audit-column-column = Colonne
audit-column-message = Constat
audit-column-help = Que faire
audit-column-suppressed-by = Accepté par
audit-column-fingerprint = Empreinte
audit-column-as-of = À la date du
