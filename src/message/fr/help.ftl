## Aide des commandes et de leurs options : un texte pour chacune.

help = Contrôle les enregistrements de coordination des missions humanitaires dans les pays, d’après des schémas JSON et des règles de politique
help-after =
    Codes de sortie :
      0  rien qui atteigne le seuil de --fail-on
      1  des constats, ou des règles qui n’ont pas pu tout évaluer, à partir du seuil de --fail-on
      2  tâche non accomplie : usage, configuration, rien à contrôler, fichier illisible, défaillance
help-help = Affiche cette aide ou celle de la commande indiquée
help-option-help = Affiche l’aide
help-option-version = Affiche la version
help-option-lang = Langue des messages et de l’aide [par défaut : celle des paramètres régionaux, sinon en]

help-check = Contrôle des enregistrements et rapporte les constats
help-check-after =
    Exemples :
      missionlint check missions/mli
      missionlint check --select security,cluster-staff-mismatch missions/mli
      missionlint check 'missions/*/meetings/2025-*.json' --fail-on warning
      missionlint check missions/mli -o rapport.json
      missionlint check - --stdin-filename missions/mli/people.json < people.json
      git ls-files -z '*.json' | missionlint check --files-from -
      missionlint check --since origin/main --allow-from origin/main
      missionlint check --schema commande.schema.json commandes.ndjson

    { help-after }
help-check-paths = Fichiers, répertoires, archives (.zip) ou motifs entre guillemets, ou - pour l’entrée standard ; par défaut : "paths" de missionlint.toml, sinon le répertoire courant
help-check-files-from = Contrôler les fichiers dont FICHIER donne la liste, ou l’entrée standard avec - : un chemin par ligne, ou chacun terminé par un caractère NUL
help-check-stdin-filename = Chemin sous lequel l’entrée standard (-) est lue et qu’elle remplace [par défaut : stdin.json, ou stdin.ndjson pour des lignes]
help-check-schema = Contrôler des documents JSON quelconques d’après ce schéma JSON (versions 4 à 2020-12), au lieu d’enregistrements d’après le contrat ; sans règles de politique et sans rien télécharger
help-check-format-annotation = Avec --schema : ne pas contrôler "format"
help-check-format = Forme du rapport sur la sortie standard [par défaut : text]
help-check-output = Écrire plutôt le rapport dans un fichier (répétable) ; sans FORMAT, la terminaison du nom décide : .csv, .html, .json, .md, .ndjson, .rdjson, .sarif, .txt
help-check-markdown-limit = Taille maximale, en octets, d’un rapport Markdown [par défaut : ce que contient un commentaire, ou le résumé d’une étape de GitHub]
help-check-as-of = Évaluer à la date de ce jour (AAAA-MM-JJ) [par défaut : celui de missionlint.toml, sinon aujourd’hui]
help-check-policy = Évaluer chaque enregistrement d’après la politique en vigueur à sa date, ou tous d’après la plus récente
help-check-fail-on = Gravité à partir de laquelle le contrôle échoue
help-check-allow-blocked = Ne pas échouer à cause de règles qui n’ont pas pu tout évaluer
help-check-select = N’appliquer que ces règles ou familles (option répétable, ou noms séparés par des virgules)
help-check-ignore = Ne pas appliquer ces règles ou familles (option répétable, ou noms séparés par des virgules)
help-check-audience = À qui le rapport est destiné : public remplace les identifiants de personnes et ne montre que les enregistrements publics
help-check-reveal = Montrer les valeurs des enregistrements à diffusion restreinte
help-check-since = Ne signaler que ce que les changements depuis cette révision git ont apporté, y compris dans les fichiers qu’ils ne touchent pas ; la comparaison se fait avec le dernier commit que RÉV et HEAD ont en commun, pour que les changements faits depuis par d’autres dans RÉV ne comptent pas
help-check-allow-from = Prendre dans le fichier missionlint.toml de cette révision git ce qui peut exempter de règles ([[allow]], baseline, exclude, severity, parameters, jour du contrôle) : un changement ne peut pas s’exempter lui-même
help-check-show-allowed = Énumérer les constats sous dérogation (entrées [[allow]] de missionlint.toml) ou inscrits dans la liste de référence, avec leurs motifs
help-check-ignore-allow = Évaluer sans tenir compte des dérogations (entrées [[allow]] de missionlint.toml)
help-check-baseline = Fichier des constats présents lorsque les contrôles ont commencé [par défaut : "baseline" de missionlint.toml]
help-check-no-baseline = Évaluer sans tenir compte d’une liste de référence
help-check-memory = Garder en mémoire au plus tant de mégaoctets de fiches à la fois, au moins 1 ; ce qui dépasse peut être lu deux fois [par défaut : 256]
help-check-cache = Garder les résultats dans ce répertoire, pour que les missions qui n’ont pas changé ne soient pas contrôlées à nouveau
help-check-color = Quand utiliser des couleurs
help-check-quiet = Afficher ce qui a été constaté ou n’a pas pu être contrôlé, sans tableau ni résumé
help-check-config = Fichier de configuration [par défaut : missionlint.toml à l’emplacement des chemins ou au-dessus]

help-baseline = Tient la liste des constats présents lorsque les contrôles ont commencé, pour que seuls les nouveaux comptent
help-baseline-help = Affiche cette aide ou celle de la commande indiquée
help-baseline-after =
    Exemples :
      missionlint baseline create
      missionlint baseline update missions/mli
      missionlint baseline prune --baseline ci/baseline.json
help-baseline-create = Inscrit tous les constats qui comptent ; n’écrase aucun fichier
help-baseline-update = Ajoute les nouveaux constats et garde les entrées existantes avec leurs motifs
help-baseline-prune = Retire les entrées dont les constats sont corrigés
help-baseline-create-paths = Fichiers, répertoires ou motifs entre guillemets ; par défaut : "paths" de missionlint.toml, sinon le répertoire courant
help-baseline-create-baseline = La liste de référence [par défaut : "baseline" de missionlint.toml, sinon missionlint-baseline.json à côté]
help-baseline-create-as-of = Évaluer à la date de ce jour (AAAA-MM-JJ) [par défaut : celui de missionlint.toml, sinon aujourd’hui]
help-baseline-create-color = Quand utiliser des couleurs pour les erreurs
help-baseline-create-config = Fichier de configuration [par défaut : missionlint.toml à l’emplacement des chemins ou au-dessus]
help-baseline-update-paths = Fichiers, répertoires ou motifs entre guillemets ; par défaut : "paths" de missionlint.toml, sinon le répertoire courant
help-baseline-update-baseline = La liste de référence [par défaut : "baseline" de missionlint.toml, sinon missionlint-baseline.json à côté]
help-baseline-update-as-of = Évaluer à la date de ce jour (AAAA-MM-JJ) [par défaut : celui de missionlint.toml, sinon aujourd’hui]
help-baseline-update-color = Quand utiliser des couleurs pour les erreurs
help-baseline-update-config = Fichier de configuration [par défaut : missionlint.toml à l’emplacement des chemins ou au-dessus]
help-baseline-prune-paths = Fichiers, répertoires ou motifs entre guillemets ; par défaut : "paths" de missionlint.toml, sinon le répertoire courant
help-baseline-prune-baseline = La liste de référence [par défaut : "baseline" de missionlint.toml, sinon missionlint-baseline.json à côté]
help-baseline-prune-as-of = Évaluer à la date de ce jour (AAAA-MM-JJ) [par défaut : celui de missionlint.toml, sinon aujourd’hui]
help-baseline-prune-color = Quand utiliser des couleurs pour les erreurs
help-baseline-prune-config = Fichier de configuration [par défaut : missionlint.toml à l’emplacement des chemins ou au-dessus]

help-diff = Compare deux rapports JSON : ce qui est nouveau, ce qui est corrigé
help-diff-after =
    Exemples :
      missionlint diff avant.json apres.json
      missionlint diff avant.json apres.json --format markdown

    Codes de sortie :
      0  rien de nouveau à partir du seuil de --fail-on
      1  constats ou endroits non contrôlés qui sont nouveaux, à partir du seuil de --fail-on ; défaillances du nouveau contrôle
      2  un rapport n’a pas pu être lu, ou n’en est pas un
help-diff-old = Le premier rapport, fait avec --format json
help-diff-new = Le second
help-diff-format = Forme de la comparaison
help-diff-fail-on = Gravité des nouveaux constats à partir de laquelle la comparaison échoue

help-explain = Affiche les pages de règles
help-explain-rules = Identifiants de règles

help-rules = Énumère des règles, ou en affiche le catalogue complet
help-rules-after =
    Exemples :
      missionlint rules
      missionlint rules security cluster-staff-mismatch
      missionlint rules --format markdown > regles.md
help-rules-names = Règles ou familles ; sans elles, toutes
help-rules-format = text les énumère, markdown et json donnent tout : pages, recueils, énoncés

help-policy = Énumère les recueils de politiques datés sur lesquels les règles reposent
help-policy-after =
    Exemples :
      missionlint policy
      missionlint policy em-precrisis
      missionlint policy --on 2022-10-01
      missionlint policy --statements --format markdown
help-policy-pack = Identifiant d’un recueil, pour sa page ; sans lui, la liste de tous
help-policy-on = N’énumérer que les recueils en vigueur ce jour-là (AAAA-MM-JJ)
help-policy-statements = Énumérer plutôt les énoncés des documents, chacun avec les règles qui le contrôlent ou la raison pour laquelle aucune ne le fait
help-policy-format = Forme de la sortie

help-config = Affiche les réglages en vigueur, chacun avec son origine
help-config-after =
    Exemples :
      missionlint config
      missionlint config missions/mli --all
      missionlint config --mission mli --path missions/mli/people.json
help-config-paths = Fichiers ou répertoires dont la configuration est demandée [par défaut : le répertoire courant]
help-config-mission = Ce qui vaut dans cette mission
help-config-path = Ce qui vaut dans ce fichier
help-config-all = Donner les gravités de toutes les règles, même de celles pour lesquelles rien n’est réglé
help-config-format = Forme des réglages
help-config-color = Quand mettre les erreurs en couleurs
help-config-config = Fichier de configuration [par défaut : missionlint.toml à l’emplacement des chemins ou au-dessus]

help-schema = Affiche le schéma JSON d’un type d’enregistrement
help-schema-kind = Type d’enregistrement, y compris l’un des [[kinds]] de missionlint.toml, ou envelope, common, report, audit, catalogue, review, config, baseline ; sans lui, la liste de tous

help-value-pack = RECUEIL
help-value-id = ID
help-value-file = FICHIER
help-value-path = CHEMIN
help-value-paths = CHEMINS
help-value-format-file = [FORMAT=]FICHIER
help-value-date = DATE
help-value-policy = POLITIQUE
help-value-severity = GRAVITÉ
help-value-rule = RÈGLE
help-value-old = ANCIEN
help-value-new = NOUVEAU
help-value-rev = RÉV
help-value-audience = PUBLIC
help-value-when = QUAND
help-value-lang = LANGUE
help-value-bytes = OCTETS
help-value-format = FORMAT
help-value-kind = TYPE

help-check-watch = Continuer, et contrôler de nouveau ce qui change, jusqu’à Ctrl-C
help-schema-dir = Écrire tous les schémas dans ce répertoire, pour les éditeurs, à la place des précédents

help-init = Écrit l’organisation recommandée dans un répertoire : exemples d’enregistrements, réglages, schémas pour les éditeurs, contrôle de chaque changement
help-init-after =
    Exemples :
      missionlint init
      missionlint init --mission ssd --ci gitlab donnees
      missionlint init --mission sahel --country NER --dry-run
help-init-folder = Répertoire du dépôt, créé s’il n’existe pas [par défaut : le répertoire courant]
help-init-mission = Identifiant de la mission dans les exemples : minuscules, chiffres, traits d’union
help-init-country = Son pays, par son code ISO 3166-1 alpha-3 [par défaut : l’identifiant de la mission, si c’en est un]
help-init-ci = Service pour lequel est écrit un fichier qui contrôle chaque changement
help-init-dry-run = Indiquer seulement ce qui serait écrit

help-completions = Affiche de quoi faire compléter commandes et options par un interpréteur de commandes
help-completions-after =
    Exemples :
      missionlint completions bash > ~/.local/share/bash-completion/completions/missionlint
      missionlint completions zsh > ~/.zfunc/_missionlint
      missionlint completions fish > ~/.config/fish/completions/missionlint.fish
      missionlint completions powershell >> $PROFILE
help-completions-shell = Pour quel interpréteur de commandes

help-man = Affiche la page pour man, ou écrit celles de toutes les commandes
help-man-after =
    Exemples :
      missionlint man | man -l -
      missionlint man --dir ~/.local/share/man/fr/man1
help-man-dir = Écrire les pages du programme et de toutes ses commandes dans ce répertoire, à la place des précédentes

help-value-dir = RÉPERTOIRE
help-value-mb = Mo
help-value-folder = RÉPERTOIRE
help-value-country = PAYS
help-value-service = SERVICE
help-value-shell = INTERPRÉTEUR

help-audit = Dénombre les constats, les contrôles et la couverture de nombreuses missions par pays, bureau, règle, type de plateforme et mois
help-audit-after =
    Exemples :
      missionlint audit missions -o audit.html -o audit.xlsx -o audit.json --sheets sheets
      missionlint audit missions -o aggregates-csv=numbers.csv -o findings-csv=findings.csv --hxl
      missionlint audit missions --as-of 2025-03-31 --compare audit-2024.json -o json=audit-2025.json

    Codes de sortie :
      0  rien qui atteigne le seuil de --fail-on, aucune limite de [audit] franchie
      1  des constats, des règles qui n’ont pas pu tout évaluer ou des limites franchies ([audit] de missionlint.toml), à partir du seuil de --fail-on ; les limites de error_if quel que soit --fail-on
      2  tâche non accomplie : usage, configuration, rien à contrôler, fichier illisible, défaillance
help-audit-format = Forme de l’audit sur la sortie standard [par défaut : html]
help-audit-output = Écrire plutôt l’audit dans un fichier (répétable) ; sans FORMAT, la terminaison du nom décide : .html, .json, .xlsx
help-audit-hxl = Ajouter aux CSV, sous les noms de colonnes, une ligne d’étiquettes du Humanitarian Exchange Language (HXL)
help-audit-sheets = Écrire aussi dans ce dossier une fiche d’examen pour chaque mission, vers laquelle la page renvoie
help-audit-compare = Indiquer ce qui a changé depuis un audit antérieur (établi avec --format json)
help-audit-quiet = Ne pas afficher le résumé

help-review = Établit une page pour qui examine une mission : ce qui la bloque, ce qui manque, que faire
help-review-after =
    Exemples :
      missionlint review missions/mli -o examen.html
      missionlint review missions/mli -o examen.html --lang fr
      missionlint review missions/mli -o examen.html --decisions review.json
      missionlint review missions/mli -o examen.html --compare rapport-2025-02.json

    Codes de sortie :
      0  prête : rien qui atteigne le seuil de --fail-on
      1  des constats, ou des règles qui n’ont pas pu tout évaluer, à partir du seuil de --fail-on
      2  tâche non accomplie : usage, configuration, rien à contrôler, fichier illisible, défaillance
help-review-decisions = Montrer les décisions enregistrées à partir d’une page antérieure, et celles qui ne sont plus à jour

help-review-compare = Montrer ce qui a changé depuis un rapport antérieur (établi avec --format json)

help-allow = Accepte des constats dans missionlint.toml
help-allow-help = Affiche cette aide ou celle de la commande indiquée
help-allow-import = Ajoute une entrée [[allow]] pour chaque dérogation décidée lors de l’examen
help-allow-import-after =
    Exemples :
      missionlint allow import review.json --dry-run
      missionlint allow import review.json --config missions/mli/missionlint.toml
help-allow-import-review = Les décisions, telles qu’une fiche d’examen les enregistre
help-allow-import-dry-run = Afficher les entrées et ne rien modifier
help-allow-import-color = Quand mettre les erreurs en couleurs
help-allow-import-config = Fichier de configuration [par défaut : missionlint.toml dans le répertoire courant ou au-dessus]
help-value-report = RAPPORT
