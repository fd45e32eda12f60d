## Phrases de la ligne de commande.

did-you-mean = vouliez-vous dire { $nearest } ?
joined = { $first } ; { $second }

unknown-rule-name = la règle { $name } n’existe pas ; { $nearest-given ->
    [yes] vouliez-vous dire { $nearest } ?
   *[no] missionlint rules en donne la liste
 }
unknown-schema-name = le schéma { $name } n’existe pas ; { $nearest-given ->
    [yes] vouliez-vous dire { $nearest } ?
   *[no] missionlint schema en donne la liste
 }
unknown-pack-name = le recueil de politiques { $name } n’existe pas ; { $nearest-given ->
    [yes] vouliez-vous dire { $nearest } ?
   *[no] missionlint policy en donne la liste
 }
unknown-output-format = --output { $output } : format inconnu { $format } ; formats connus : { $known }
output-twice = --output { $path } : deux rapports ne peuvent pas aller dans le même fichier
output-of-several-formats = --output { $output } : plusieurs formats s’écrivent dans de tels fichiers ; précisez le format : { $choices }
output-over-records = --output { $path } : ce fichier est à contrôler et n’est pas un rapport ; il n’est pas remplacé
unknown-output-ending = --output { $output } : cette extension ne correspond à aucun format ; indiquez le format devant le fichier, comme dans json=FICHIER ; formats connus : { $known }
output-over-input = --output { $path } : ce contrôle lit ce fichier, ou c’est une configuration ; il n’est pas remplacé
output-over-file = --output { $path } : ce fichier existe et n’est pas un rapport de missionlint ; il n’est pas remplacé
output-without-name = --output { $output } : un nom de fichier doit suivre le signe =
output-to-itself = --output { $output } : - n’est pas un fichier ; pour la sortie standard, utilisez --format
selects-nothing = --select { $name } : avec --schema, aucune règle de politique ni d’enregistrement ne s’applique ; rien ne serait donc contrôlé

no-records = les fichiers ne contiennent aucun enregistrement ; rien n’a donc été contrôlé
no-current-directory = le répertoire courant n’a pas pu être lu : { $reason }
several-configurations = les chemins relèvent de configurations différentes ({ $first-given ->
    [yes] { $first }
   *[no] aucune
 }, { $second }), mais une seule vaut pour tout un contrôle ; contrôlez-les un par un, désignez-en une pour tous avec --config, ou gardez-en une seule au-dessus et indiquez les différences dans [[overrides]]
configuration-below = { $path } se trouve sous les chemins indiqués, mais une seule configuration vaut pour tout un contrôle ; contrôlez ce répertoire à part, excluez-le, désignez la configuration pour tous avec --config, ou indiquez les différences dans [[overrides]]
nothing-to-check = { $folders-given ->
    [yes] aucun fichier .json, .ndjson ou .jsonl à contrôler n’a été trouvé dans { $folders }
   *[no] aucun fichier à contrôler n’a été trouvé
 }
current-directory = le répertoire courant
cannot-write = { $path } n’a pas pu être écrit : { $reason }
report-cannot-write = le rapport n’a pas pu être écrit : { $reason }
cache-not-used = les résultats antérieurs de { $path } ne sont pas utilisés : { $reason }
schema-cannot-read = le schéma { $path } n’a pas pu être lu : { $reason }
schema-cannot-use = rien n’a été contrôlé : le schéma est inutilisable
kinds-cannot-use = rien n’a été contrôlé : des schémas de [[kinds]] sont inutilisables
internal-fault = défaillance interne{ $place-given ->
    [yes] {" "}à { $place }
   *[no] {""}
 } ; c’est un défaut de missionlint

cannot-read = { $path-given ->
    [yes] { $path } n’a pas pu être lu
   *[no] l’entrée standard n’a pas pu être lue
 } : { $reason }
stdin-not-named = --stdin-filename indique sous quel nom l’entrée standard est lue ; ajoutez le chemin - pour la contrôler
stdin-name-empty = --stdin-filename : un chemin vide ne désigne rien
stdin-name-directory = --stdin-filename : c’est un répertoire ; désignez un fichier, par exemple dans ce répertoire
stdin-both = l’entrée standard ne peut pas être à la fois un document (-) et la liste des fichiers (--files-from -)
stdin-twice = l’entrée standard (-) ne peut être désignée qu’une fois
list-of-records = { $path-given ->
    [yes] { $path }
   *[no] entrée standard
 } : ce sont des enregistrements, non une liste de fichiers ; nommez-le comme chemin, sans --files-from
list-utf16 = { $path-given ->
    [yes] { $path }
   *[no] entrée standard
 } : cette liste de fichiers est enregistrée en UTF-16 ; enregistrez-la en UTF-8

## Révisions d’un dépôt.

revision-no-git = git est introuvable ; --since et --allow-from en ont besoin
revision-no-repository = ces fichiers ne se trouvent dans aucun dépôt git : il n’y a pas de révision à laquelle comparer
revision-not-yours = git refuse de lire ce dépôt, car il appartient à un autre utilisateur ; si vous lui faites confiance, déclarez-le avec git config --global --add safe.directory
revision-no-commit = ce dépôt n’a pas encore de commit, donc pas de { $revision } à quoi comparer : contrôlez sans --since, ou faites le premier commit sans ce contrôle (git commit --no-verify)
revision-unknown = ce dépôt n’a pas de révision { $revision }{ $shallow-given ->
    [yes] {" "}; seule une partie de l’historique est présente : récupérez-le en entier (git fetch --unshallow, ou fetch-depth à 0 dans l’étape checkout)
   *[no] {" "}; git log et git branch --all énumèrent celles qui existent
 }
revision-ambiguous = { $revision } désigne plusieurs choses dans ce dépôt, par exemple une branche et une étiquette ; écrivez refs/heads/… ou refs/remotes/…, ou l’identifiant d’un commit
revision-link = dans { $revision }, { $path } est un lien qui mène hors du dépôt ou à aucun fichier : son contenu n’y est pas connu ; enregistrez le fichier lui-même dans le dépôt
revision-nothing-common = { $revision } et la version extraite n’ont aucun commit en commun{ $shallow-given ->
    [yes] {" "}dans la partie de l’historique qui est présente : récupérez-le en entier (git fetch --unshallow, ou fetch-depth à 0 dans l’étape checkout)
   *[no] {""}
 }
revision-incomplete = il manque au dépôt des contenus de cette révision ; récupérez-les d’abord (par exemple avec git fetch --refetch) : missionlint ne télécharge rien
revision-git = git n’a pas pu lire le dépôt : { $reason }
revision-configuration = rien n’a été contrôlé : le fichier missionlint.toml de { $revision } est inutilisable

## Listes de référence et comparaisons.

baseline-exists = { $path } existe déjà ; missionlint baseline update le complète
baseline-none = il n’y a pas de liste de référence ; missionlint baseline create en crée une, et baseline = "…" dans missionlint.toml ou --baseline la désigne
baseline-created = { $path } : { $count ->
    [0] aucun constat à inscrire
    [one] { $count } constat inscrit ({ $counts })
   *[other] { $count } constats inscrits ({ $counts })
 }
baseline-updated = { $path } : { $count ->
    [0] rien de nouveau à inscrire
    [one] { $count } constat ajouté ({ $counts })
   *[other] { $count } constats ajoutés ({ $counts })
 }
baseline-pruned = { $path } : { $count ->
    [0] rien à retirer
    [one] { $count } entrée retirée ({ $counts })
   *[other] { $count } entrées retirées ({ $counts })
 }
baseline-name-it = écrivez baseline = "missionlint-baseline.json" dans missionlint.toml pour que les contrôles l’utilisent
baseline-left = non inscrit, et à corriger : ce qui n’est pas du JSON, les erreurs de la configuration ou des schémas, et ce qui n’a pas pu être évalué
baseline-allowed = omis, car déjà sous dérogation : { $count ->
    [one] { $count } constat
   *[other] { $count } constats
 }
baseline-not-covered = le contrôle ne couvre pas tout ce que vise la liste de référence : on ne sait pas quelles entrées sont devenues inutiles

diff-no-report = { $path } n’est pas un rapport de missionlint check --format json
diff-version = { $path } est un rapport de la version { $version } ; ce missionlint lit la version 1
diff-note = remarque
diff-new = nouveaux
diff-fixed = corrigés
diff-unchanged = inchangés
diff-unsought = pas recherché dans le nouveau contrôle
diff-not-checked = nouvellement non contrôlé
diff-summary = nouveaux : { $new }, corrigés : { $fixed }, inchangés : { $unchanged }
diff-other-tool = les rapports ont été faits par des versions différentes de missionlint
diff-other-day = les rapports ont été faits à des dates différentes
diff-other-policy = les rapports ont été faits d’après des politiques différentes (--policy)
diff-other-configuration = les rapports ont été faits avec des configurations différentes
diff-other-schema = les rapports ont été faits d’après des schémas différents
diff-other-audience = les rapports ont été faits pour des publics différents
diff-other-language = les rapports ont été faits dans des langues différentes
diff-other-scope = les contrôles n’ont pas porté sur la même chose : ils étaient limités à des règles ou à des chemins différents (--select, --ignore, chemins indiqués)
diff-fault = le nouveau contrôle a rencontré des défaillances : { $subject } : { $reason }
diff-partial = l’un des rapports ne contient que ce qui y était nouveau (--since)
diff-blocked = dans le second rapport, tout n’a pas pu être évalué : ce qui semble corrigé n’a peut-être pas été vu

## Pourquoi quelque chose est inutilisable.

reason-no-such-file = ce fichier n’existe pas
reason-not-in-directory = une partie de ce chemin n’est pas un répertoire
reason-no-such-path = ce fichier ou répertoire n’existe pas
reason-permission = accès refusé
reason-report = c’est un rapport, une liste de référence ou des décisions sur un rapport, non des enregistrements ; ce fichier est laissé de côté
reason-name-trailing = le nom se termine par une espace, un point ou un signe invisible ; ce fichier n’a donc pas été contrôlé ; renommez-le, désignez-le ou excluez-le
reason-name-near = le nom est presque celui d’un fichier d’enregistrements, mais ne se termine pas par .json, .ndjson ou .jsonl ; ce fichier est laissé de côté
reason-name-hidden = c’est un fichier caché ; il est laissé de côté ; désignez-le pour le contrôler
reason-name-archive = les fichiers compressés de cette manière ne sont pas examinés dans un répertoire ; celui-ci est laissé de côté
reason-packed-configuration = la configuration contenue dans cette archive ne compte pas : ce qui est soumis ne dit pas comment il est évalué ; pour contrôler d’après elle, extrayez-la et nommez-la avec --config
reason-directory = c’est un répertoire
reason-not-regular = ce n’est pas un fichier ordinaire
reason-neither = ce n’est ni un fichier ni un répertoire
reason-too-large = 4 Gio ou plus dans un seul document
reason-no-room = il n’y a plus de place sur le support
reason-read-only = le système de fichiers n’admet pas l’écriture
reason-not-utf8 = ce n’est pas du texte UTF-8
reason-cache-of-others = le répertoire contient d’autres fichiers ; indiquez-en un vide ou nouveau
reason-system = le système répond « { $text } »
reason-empty-path = un chemin vide ne désigne rien
reason-pattern = ce n’est pas un motif valide
reason-no-match = aucun fichier ne correspond à ce motif
reason-link-out = ce lien mène hors du répertoire ; désignez sa cible pour la contrôler
reason-link-nowhere = ce lien ne mène nulle part
reason-link-circle = ce lien ne peut pas être suivi ; il tourne peut-être en rond
reason-path-not-utf8 = ce chemin de la liste n’est pas en UTF-8
reason-rule-crashed = la règle s’est interrompue ; ses constats pour la mission { $mission } manquent
reason-changed-while-read = il a fallu le lire deux fois, et il n’était plus le même ; contrôlez de nouveau quand personne n’y écrit
reason-ctrl-c = Ctrl-C a été pressé
reason-nothing-judged = rien n’a été évalué
reason-interrupted = missions évaluées : { $judged } sur { $missions }{ $names-given ->
    [yes] {" "}; on ne sait rien de { $names }
   *[no] , mais pas ce qui n’appartient à aucune
 }{ $more-given ->
    [yes] {" "}et de { $more } de plus
   *[no] {""}
 } ; les constats et les missions prêtes ne sont comptés que parmi les missions évaluées
reason-interrupted-reading = la lecture n’était pas terminée, et ce qui n’a pas été lu peut concerner n’importe quelle mission : aucune des missions vues jusque-là ({ $missions }) ne compte comme évaluée{ $names-given ->
    [yes] {" "}; on ne sait rien de { $names }
   *[no] {""}
 }{ $more-given ->
    [yes] {" "}et de { $more } de plus
   *[no] {""}
 } ; avec --cache, l’exécution suivante reprend ce qui a été fait
progress-reading = lecture
progress-judging = évaluation
reason-not-twice = il ne peut pas être lu deux fois et une partie de ses enregistrements n’est pas contrôlée : écrivez-le dans un fichier, ou autorisez davantage avec --memory, ou regroupez les enregistrements de chaque mission en commençant par ceux qui n’appartiennent à aucune ; cela ne suffit pas si une ligne est illisible ou n’indique pas sa mission (voir les constats) : elle peut appartenir à n’importe laquelle, ni si des missions se réfèrent les unes aux autres
reason-tool = { $text }

## Ce qui a été saisi.

usage-unknown-option = l’option { $option } n’existe pas ici
usage-option-elsewhere = l’option { $option } n’existe pas ici : c’est une option de { $commands }
usage-unexpected = "{ $found }" est un argument de trop
usage-unknown-command = la commande "{ $found }" n’existe pas
usage-no-value = { $option } exige une valeur
usage-invalid-value = "{ $found }" n’est pas une valeur de { $option }
usage-value-unwanted = { $option } ne prend pas de valeur
usage-twice = { $option } ne peut être donné qu’une fois
usage-conflict = { $option } ne peut pas être utilisé avec { $other }
usage-missing = il manque quelque chose : { $missing }
usage-missing-command = il manque une commande
usage-not-utf8 = un argument n’est pas du texte UTF-8
usage-other = { $option-given ->
    [yes] { $option } ne peut pas être utilisé de cette manière
   *[no] ces arguments ne peuvent pas être utilisés de cette manière
 }
usage-more = missionlint --help en dit plus.
expected-day = écrivez le jour sous la forme AAAA-MM-JJ, par exemple 2025-03-31
expected-format = formats connus : { $known }

## Aide, hormis les textes des commandes et des options.

help-usage = Utilisation :
help-commands = Commandes{"\u00A0"}
help-arguments = Arguments{"\u00A0"}
help-options = Options{"\u00A0"}
help-options-value = [OPTIONS]
help-command-value = COMMANDE
help-default = [par défaut : { $values }]
help-possible = [valeurs possibles : { $values }]

## Pages et listes.

page-severity = Gravité
page-family = famille
page-source = Source
page-pack = Recueil de politiques
page-in-force = en vigueur depuis le { $day }
page-strength = Force
page-also = Repose aussi sur
page-in-force-with = en vigueur avec { $pack }
page-statement = Énoncé { $number } ({ $strength }) : { $text }
page-valid = Validité
page-countries = Pays
page-certainty = Certitude
page-note = Remarque
page-rules = Règles
page-no-rules = Aucune ne repose sur lui.
page-statements = Énoncés
page-packs = Recueils de politiques
page-not-checkable = Impossible à contrôler
page-not-checkable-note = Ce que les sources demanderaient de contrôler, mais qu’aucun enregistrement ne contient.
statement-unchecked = Non contrôlé : { $reason }
column-severity = gravité
column-strength = force
column-statements = énoncés
column-pack = recueil
column-valid = validité
column-document = document
column-rules = règles
column-statement = énoncé
column-checked-by = contrôlé par

catalogue-head =
    Tout ce que missionlint peut constater : un index par famille, puis une page pour chaque règle, puis ce sur quoi les règles
    reposent. Cette page est produite par `missionlint rules --format markdown` ; `missionlint explain RÈGLE` en affiche une page.

    Les gravités sont `error` (erreur, à corriger), `warning` (avertissement, devrait être corrigé) et `advice` (conseil, bon à
    savoir). La force indique dans quelle mesure ce sur quoi repose une règle est contraignant. Les numéros sont ceux des énoncés à la fin.

family-syntax = syntaxe
family-schema = schéma
family-integrity = intégrité
family-security = sécurité
family-humanitarian = humanitaire
family-development = développement
family-coverage = couverture
family-subnational = infranational
family-terminology = terminologie
family-organization = organisation
family-timeliness = tenue à jour
family-protection = protection
family-config = configuration

certainty-confirmed = confirmé
certainty-likely = probable
certainty-unverified = non vérifié
certainty-provisional = provisoire

page-parameters = Paramètres
page-parameters-note = À régler dans `missionlint.toml` ; voici les valeurs par défaut.
page-range = De { $least } à { $most }.
rules-more = missionlint explain RÈGLE affiche la page d’une règle.
schemas-more = missionlint schema TYPE affiche l’un d’eux.

## Ce qui empêche une configuration d’être du TOML.

toml-duplicate-key = une clé y figure deux fois
toml-unclosed = quelque chose n’est pas fermé
toml-unquoted = une valeur manque, ou un texte n’est pas entre guillemets
toml-no-value = il manque une valeur
toml-no-equals = il manque le signe = après la clé
toml-extra-equals = il y a un signe = de trop
toml-comma = il manque une virgule, ou il y en a une de trop
toml-escape = cette séquence commençant par une barre oblique inverse n’existe pas en TOML
toml-quote = un texte ne se termine pas par un guillemet
toml-key = ce n’est pas une clé
toml-comment = ce n’est pas un commentaire
toml-table-twice = une valeur est utilisée comme une table
toml-other = ce passage ne peut pas être lu
config-unset = valeur par défaut

## Mise en place : init, completions, man, schémas dans un répertoire.

init-no-country = { $mission } n’est pas un code de pays ; indiquez le pays de la mission avec --country, par exemple --country MLI
init-written = Fichiers écrits :
init-would-write = Fichiers qui seraient écrits :
init-same = Déjà présents, identiques :
init-others = Déjà présents, laissés tels quels :
init-occupied = { $folder } n’est pas vide : aucun exemple n’est écrit parmi les enregistrements d’une mission réelle.
init-existing = Des enregistrements existent déjà, dans { $count ->
    [one] { $count } fichier
   *[other] { $count } fichiers
 } ({ $folders }). missionlint check les contrôle (« paths » dans missionlint.toml) ; aucun exemple n’est écrit.
init-existing-unsure = Des enregistrements existent déjà, dans { $count ->
    [one] { $count } fichier
   *[other] { $count } fichiers
 } ({ $folders }). Aucun exemple n’est écrit. Le contrôle de ces enregistrements par missionlint check dépend du missionlint.toml présent : « paths » doit nommer ces dossiers.
init-below = Le contrôle de chaque changement et les réglages de l’éditeur n’ont d’effet qu’à la racine du dépôt : { $root }
init-add = À ajouter à { $path } :
init-next = Ensuite : { $command }
init-upgrade = Après une mise à jour de missionlint : missionlint schema --dir { $dir } renouvelle les schémas destinés à l’éditeur.
schemas-written = { $count } schémas ont été écrits dans { $folder }
man-written = { $count } pages ont été écrites dans { $folder }
man-name = NOM
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-commands = COMMANDES
reason-not-directory = ce n’est pas un répertoire
expected-mission = un identifiant commence par une minuscule, suivie de minuscules, de chiffres ou de traits d’union, 2 à 32 en tout
expected-country = écrivez le code ISO 3166-1 alpha-3 du pays, par exemple MLI

## Contrôler encore et encore.

watch-stdin = --watch a besoin de fichiers : l’entrée standard ne peut être lue qu’une fois
watch-cannot = les changements dans { $path } ne peuvent pas être perçus : { $reason }
watch-started = { $time } UTC · { $files ->
    [one] { $files } fichier surveillé
    [many] { $files } de fichiers surveillés
   *[other] { $files } fichiers surveillés
 } ; Ctrl-C pour finir
watch-files = { $time } UTC · { $count ->
    [1] { $first }
    [2] { $first }, { $second }
   *[other] { $first }, { $second } et { $more } de plus
 }
watch-file = { $change ->
    [added] { $path } (nouveau)
    [removed] { $path } (disparu)
   *[changed] { $path }
 }
watch-settings = { $time } UTC · réglages
watch-found = constats : { $new ->
    [one] { $new } nouveau
    [many] { $new } de nouveaux
   *[other] { $new } nouveaux
 }, { $fixed ->
    [one] { $fixed } corrigé
    [many] { $fixed } de corrigés
   *[other] { $fixed } corrigés
 }, { $still } toujours là
watch-stuck = { $time } UTC · rien n’a été contrôlé ; en attente de changements

## Décisions et dérogations.

review-not-since = une fiche d’examen montre tout ; --compare avec un rapport antérieur montre ce qui est nouveau
reason-no-review = ce ne sont pas les décisions d’un examen (ligne { $line }, colonne { $column })
reason-no-json-audit = ce n’est pas un audit établi avec --format json (ligne { $line }, colonne { $column })
reason-other-readers = il a été établi pour d’autres lecteurs ; prenez-en un établi avec les mêmes options --audience et --reveal
reason-no-json-report = ce n’est pas un rapport établi avec --format json (ligne { $line }, colonne { $column })
reason-report-version = ce n’est pas un rapport de missionlint d’une version connue
reason-review-version = il est dans la version { $version } de la forme des décisions, qui n’est pas connue
reason-exception-without-reason = une dérogation à { $rule } n’a pas de motif
reason-no-day = { $text } n’est pas un jour tel que 2025-03-31
allow-import-nothing = il n’y a aucune dérogation à ajouter
allow-import-replaced = plusieurs décisions portent sur le même constat de { $rule } ; la dernière vaut
allow-import-expired = la dérogation à { $rule } a pris fin le { $day } ; elle ne vaut plus
allow-import-unchecked = ce qui n’a pas été examiné : si les constats existent encore, et si leurs enregistrements ont changé depuis la décision ; « missionlint review --decisions { $path } » montre quelles décisions sont dépassées
allow-imported = { $count ->
    [one] une entrée ajoutée
   *[other] { $count } entrées ajoutées
 } à { $path }
allow-no-configuration = il n’y a pas de missionlint.toml dans le répertoire courant ni au-dessus ; --config désigne celui à compléter
allow-unknown-rule = rien n’a été ajouté : il n’y a pas de règle { $rule }
allow-not-allowable = rien n’a été ajouté : les constats de { $rule } ne peuvent pas faire l’objet d’une dérogation
allow-without-record = rien n’a été ajouté : une dérogation à { $rule } ne désigne aucun enregistrement d’une mission
allow-no-tables = rien n’a été ajouté : dans la configuration, "allow" n’est pas écrit sous forme de tables [[allow]]
