## Syntax, containers, schema, configuration. See integrity.ftl for what the attributes mean.

syntax-error = { $slip ->
    [empty-document] le document est vide
    [second-value] une deuxième valeur suit la première ; un fichier JSON n’en contient qu’une
    [comment] JSON n’admet pas de commentaires
    [trailing-comma] une virgule précède un crochet ou une accolade de fermeture
    [extra-comma] une virgule se trouve là où une valeur ou une clé est attendue
    [wrong-comma] une virgule est attendue ici à la place de ce signe
    [missing-comma] il manque une virgule avant cet endroit
    [missing-colon] il manque un deux-points après la clé
    [wrong-colon] un deux-points est attendu ici à la place de ce signe
    [extra-colon] un deux-points de trop
    [missing-value] il manque une valeur ici
    [single-quotes] le texte est entre guillemets simples ; JSON exige des guillemets doubles
    [typographic-quotes] le texte est entre guillemets typographiques ; JSON exige des guillemets doubles droits
    [backticks] le texte est entre accents graves ou aigus ; JSON exige des guillemets doubles droits
    [unquoted-key] une clé est écrite sans guillemets
    [bare-word] un mot est écrit sans guillemets
    [foreign-word] ce n’est pas une valeur en JSON, qui connaît true, false et null
    [program-code] du code de programme se trouve ici ; JSON ne contient que des valeurs
    [not-a-number] NaN et Infinity ne sont pas des nombres en JSON
    [malformed-number] ce n’est pas un nombre en JSON
    [decimal-comma] un nombre contient une virgule
    [bad-escape] cette séquence commençant par une barre oblique inverse n’existe pas en JSON
    [lone-surrogate] la moitié seulement d’un caractère codé en deux parties (séquence \u)
    [control-character] un caractère de contrôle se trouve dans un texte
    [inner-quote] un guillemet se trouve à l’intérieur d’un texte et le termine
    [extra-quote] un guillemet de trop
    [doubled-quotes] les guillemets sont doublés
    [escaped-quotes] le texte a été échappé deux fois : des barres obliques inverses précèdent ses guillemets
    [unopened-string] un texte ne commence pas par un guillemet
    [concatenation] des textes sont joints par un signe comme dans un programme ; JSON ne contient que des valeurs
    [placeholder] un champ d’un modèle n’a pas été rempli
    [spreadsheet-error] une erreur de tableur se trouve à la place d’une valeur
    [unquoted-date] une date ou une heure est écrite sans guillemets
    [round-bracket] une parenthèse se trouve à la place d’un crochet ou d’une accolade
    [line-break] un texte se poursuit à la ligne suivante
    [unclosed-string] un texte ne se termine pas par un guillemet
    [unclosed-bracket] un crochet ou une accolade n’est pas fermé
    [mismatched-bracket] il manque une fermeture avant celle-ci, ou celle-ci n’est pas du bon type
    [extra-bracket] un crochet ou une accolade de trop
    [missing-opening] il manque l’accolade avant les clés de cet objet
    [missing-list-opening] il manque le crochet avant les valeurs de cette liste
    [wrong-brace] des valeurs sans clés se trouvent entre accolades
    [wrong-bracket] des clés se trouvent entre crochets
    [other-space] une espace spéciale ou un caractère invisible se trouve entre les valeurs
    [merge-conflict] une fusion n’a pas été achevée : les deux versions se trouvent dans le texte
    [trailing-text] du texte suit la fin du document
    [unexpected-character] ce caractère n’est pas admis ici en JSON
    [too-deep] plus de 128 niveaux de crochets et d’accolades
    [too-large] le document atteint ou dépasse 4 Gio
    [html] c’est une page web (HTML) et non du JSON
    [plain-text] c’est du texte ordinaire et non du JSON
    [xml] c’est du XML et non du JSON
    [yaml] c’est du YAML et non du JSON
    [csv] c’est un tableau (CSV) et non du JSON
    [markdown] c’est un texte Markdown qui contient du JSON
    [spreadsheet] c’est un fichier Excel et non du JSON
    [word-document] c’est un fichier Word et non du JSON
    [office-document] c’est un fichier Office et non du JSON
    [pdf] c’est un fichier PDF et non du JSON
    [zip] c’est une archive ZIP et non du JSON
    [gzip] c’est un fichier compressé (gzip) et non du JSON
    [zstandard] c’est un fichier compressé (Zstandard), pas du JSON
    [second-in-line] une seconde valeur se trouve sur cette ligne ; un fichier de ce nom en contient une par ligne
    [comma-after-line] une ligne se termine par une virgule ; dans un fichier de ce nom, rien ne se trouve entre les valeurs
    [over-several-lines] une valeur s’étend sur plusieurs lignes ; un fichier portant ce nom contient une valeur par ligne
   *[other] ce n’est pas du JSON
 }
    .primary = { $slip ->
        [comment] à supprimer
        [trailing-comma] virgule à supprimer
        [extra-comma] supprimez cette virgule, ou ajoutez ce qui manque
        [wrong-comma] mettez une virgule à la place
        [missing-comma] ajoutez une virgule avant
        [missing-colon] ajoutez un deux-points ici
        [wrong-colon] mettez un deux-points à la place
        [extra-colon] supprimez ce deux-points
        [extra-bracket] à supprimer
        [missing-opening] ajoutez une accolade ouvrante avant
        [missing-list-opening] ajoutez un crochet ouvrant avant
        [wrong-brace] mettez un crochet à la place
        [wrong-bracket] mettez une accolade à la place
        [inner-quote] mettez une barre oblique inverse devant
        [extra-quote] supprimez ce guillemet
        [round-bracket] mettez un crochet ou une accolade à la place
        [line-break] la ligne se termine à l’intérieur de ce texte
        [other-space] supprimez ce caractère, ou remplacez-le par une espace ordinaire
        [merge-conflict] la version qui a été lue commence ici
        [markdown] le JSON commence sous cette ligne
        [unclosed-bracket] la fermeture devrait se trouver avant cet endroit
        [mismatched-bracket] ferme autre chose
       *[other] ici
     }
    .opening = encore ouvert
    .other = une autre version commence ici
    .help = { $slip ->
        [empty-document] écrivez un enregistrement, ou supprimez le fichier
        [second-value] { $unnamed-given ->
            [yes] réunissez les enregistrements dans une seule liste ; si chaque ligne contient un enregistrement, donnez au fichier l’extension .ndjson, ou contrôlez ce qui arrive par un tube avec : cat x.ndjson | missionlint check - --stdin-filename x.ndjson
           *[no] réunissez les enregistrements dans une seule liste, ou donnez au fichier l’extension .ndjson, avec un enregistrement par ligne
         }
        [comment] placez les remarques dans le champ "note" de l’enregistrement
        [single-quotes] utilisez des guillemets doubles
        [typographic-quotes] utilisez des guillemets doubles droits ; les traitements de texte les remplacent d’eux-mêmes
        [backticks] utilisez des guillemets doubles droits
        [foreign-word] écrivez true, false ou null, en minuscules et sans guillemets
        [program-code] écrivez la valeur elle-même : un texte entre guillemets doubles, une date comme "2025-03-05", une liste entre crochets
        [decimal-comma] écrivez un point décimal, et aucun séparateur de milliers
        [wrong-comma] séparez les valeurs par des virgules
        [wrong-colon] mettez un deux-points entre une clé et sa valeur
        [extra-colon] supprimez le deux-points
        [extra-bracket] supprimez le crochet ou l’accolade
        [missing-opening] ajoutez l’accolade
        [missing-list-opening] ajoutez le crochet
        [wrong-brace] mettez les valeurs entre crochets
        [wrong-bracket] mettez les clés et leurs valeurs entre accolades
        [inner-quote] écrivez \" pour un guillemet à l’intérieur d’un texte
        [extra-quote] supprimez le guillemet
        [doubled-quotes] écrivez chaque guillemet une seule fois ; les tableaux (CSV) sont enregistrés avec des guillemets doublés
        [escaped-quotes] enregistrez le JSON lui-même, non un texte qui le contient
        [unopened-string] mettez un guillemet double devant le texte
        [concatenation] écrivez tout le texte entre une seule paire de guillemets
        [placeholder] remplissez la valeur, ou omettez la propriété
        [spreadsheet-error] corrigez la cellule dans le tableur, ou omettez la propriété
        [unquoted-date] mettez la date entre guillemets doubles, comme "2025-03-05"
        [round-bracket] corrigez la parenthèse
        [line-break] écrivez \n là où une ligne se termine à l’intérieur d’un texte
        [other-space] utilisez des espaces ordinaires ; la copie depuis des pages web ou des traitements de texte en introduit d’autres
        [merge-conflict] gardez une seule version, et supprimez les lignes qui commencent par <<<<<<<, =======, ||||||| et >>>>>>>
        [trailing-text] { $unnamed-given ->
            [yes] supprimez ce qui suit le document ; si chaque ligne contient un enregistrement, donnez au fichier l’extension .ndjson, ou contrôlez ce qui arrive par un tube avec : cat x.ndjson | missionlint check - --stdin-filename x.ndjson
           *[no] supprimez ce qui suit le document
         }
        [html] exportez les données en JSON ; c’est peut-être une page de connexion qui a été enregistrée à la place du fichier
        [plain-text] écrivez des enregistrements en JSON, ou excluez le fichier dans missionlint.toml
        [xml] exportez les données en JSON
        [yaml] convertissez le fichier en JSON
        [csv] convertissez les lignes en enregistrements JSON
        [markdown] enregistrez le JSON seul, sans les lignes de ``` qui l’entourent
        [spreadsheet] exportez les données en JSON
        [word-document] exportez les données en JSON
        [office-document] exportez les données en JSON
        [pdf] demandez les données en JSON
        [zip] nommez le fichier .zip, ou décompressez l’archive
        [gzip] nommez le fichier .json.gz ou .ndjson.gz, ou décompressez-le
        [zstandard] nommez le fichier .json.zst ou .ndjson.zst, ou décompressez-le
        [unquoted-key] mettez la clé entre guillemets doubles
        [trailing-comma] supprimez la virgule
        [extra-comma] supprimez la virgule, ou ajoutez ce qui manque
        [missing-comma] ajoutez la virgule
        [unclosed-bracket] fermez ce qui est ouvert, ou ajoutez ce qui a été coupé
        [mismatched-bracket] fermez d’abord ce qui est ouvert, ou corrigez cette fermeture
        [bare-word] mettez le texte entre guillemets doubles ; true, false et null s’écrivent en minuscules
        [not-a-number] omettez la propriété lorsqu’il n’y a pas de nombre
        [lone-surrogate] écrivez le caractère lui-même, en UTF-8
        [control-character] écrivez \n pour une fin de ligne et \t pour une tabulation
        [too-large] utilisez le format NDJSON, avec un enregistrement par ligne
        [second-in-line] écrivez chaque enregistrement sur sa propre ligne
        [comma-after-line] supprimez les virgules en fin de ligne
        [over-several-lines] donnez au fichier l’extension .json, ou écrivez chaque enregistrement sur une seule ligne
       *[other] { $more-given ->
            [yes] corrigez le texte ici ; ce document comporte d’autres endroits semblables, qui ne sont pas énumérés
           *[no] corrigez le texte ici ; ce qui ne peut pas être lu pour cette raison n’a pas été contrôlé
         }
     }

duplicate-key = la clé "{ $key }" apparaît deux fois dans un même objet
    .primary = réutilisée ici ; c’est cette valeur qui compte
    .first = utilisée une première fois ici
    .help = supprimez celle qui est erronée

not-utf8 = { $encoding-given ->
    [yes] le fichier est enregistré en { $encoding ->
        [utf-32] UTF-32
       *[other] UTF-16
     } et non en UTF-8
   *[no] le fichier n’est pas un texte en UTF-8 : octet { $byte }
 }
    .primary = { $encoding-given ->
        [yes] avant cet endroit
       *[no] premier octet non conforme à UTF-8
     }
    .help = { $encoding-given ->
        [yes] { $encoding ->
            [utf-32] enregistrez le fichier en UTF-8
           *[other] enregistrez le fichier en UTF-8 ; certains programmes Windows appellent UTF-16 « Unicode »
         }
       *[no] enregistrez le fichier en UTF-8
     }

byte-order-mark = le fichier commence par une marque d’ordre des octets
    .primary = avant cet endroit
    .help = enregistrez le fichier en UTF-8 sans marque d’ordre des octets (BOM)

packed-file-unread = { $defect ->
    [not-gzip] ce n’est pas un fichier gzip, contrairement à ce que dit son nom
    [not-zstandard] ce n’est pas un fichier Zstandard, contrairement à ce que dit son nom
    [not-zip] ce n’est pas une archive ZIP, contrairement à ce que dit son nom
    [cut-off] le fichier compressé s’arrête trop tôt
    [encrypted] le fichier est chiffré
    [other-method] le fichier est compressé par une méthode qui n’est pas lue ici
    [too-large] décompressé, le fichier prend bien plus de place que n’en prennent des enregistrements ; il n’a pas été lu jusqu’au bout
    [too-many-files] l’archive contient trop de fichiers
    [nested] c’est une archive dans une archive ; son contenu n’a pas été examiné
    [same-name] l’archive contient plusieurs fichiers de ce nom ; aucun n’a été lu
    [leads-out] le nom de ce fichier mène hors de l’archive ; il n’a pas été lu
    [link] c’est un lien ; les liens dans les archives ne sont pas suivis
    [hidden] ce fichier est caché dans l’archive ; il n’a pas été lu
    [near-name] le nom est presque celui d’un fichier d’enregistrements, mais se termine autrement ; le fichier n’a pas été lu
   *[damaged] le fichier compressé est endommagé
 }
    .primary = dans ce fichier
    .help = { $defect ->
        [not-gzip] nommez le fichier d’après ce qu’il contient, ou compressez-le de nouveau
        [not-zstandard] nommez le fichier d’après ce qu’il contient, ou compressez-le de nouveau
        [not-zip] nommez le fichier d’après ce qu’il contient, ou recréez l’archive
        [encrypted] créez l’archive sans mot de passe
        [other-method] utilisez la méthode habituelle : deflate dans une archive ZIP, sans dictionnaire avec Zstandard
        [too-large] répartissez les enregistrements dans plusieurs fichiers
        [too-many-files] créez plusieurs archives
        [nested] mettez les enregistrements eux-mêmes dans l’archive extérieure
        [same-name] gardez un seul fichier de chaque nom
        [leads-out] archivez le dossier des enregistrements, pour que tous les noms commencent à l’intérieur
        [link] mettez le fichier lui-même dans l’archive
        [hidden] ôtez le point au début du nom, ou laissez le fichier hors de l’archive, ou excluez-le
        [near-name] terminez le nom par .json, .ndjson ou .jsonl, ou laissez le fichier hors de l’archive, ou excluez-le
       *[other] copiez ou envoyez le fichier de nouveau, ou recréez-le
     }

not-a-record = { $report-given ->
    [yes] ceci est un rapport de missionlint, pas un enregistrement
   *[no] ceci n’est pas un enregistrement
 }
    .primary = { $envelope-given ->
        [yes] une enveloppe dans une liste
       *[no] { $report-given ->
            [yes] un rapport de missionlint
           *[no] valeur JSON de type "{ $found }" sans "kind", "id" ni "mission"
         }
     }
    .help = { $envelope-given ->
        [yes] sortez l’enveloppe de la liste : un fichier contient une enveloppe, ou une liste d’enregistrements
       *[no] { $report-given ->
            [yes] contrôlez les fichiers dont parle le rapport ; "missionlint diff" compare deux rapports, et --compare de review et d’audit dit ce qui a changé depuis un rapport
           *[no] un document contient un enregistrement, une liste d’enregistrements ou une enveloppe avec "records" ; excluez les autres fichiers dans missionlint.toml
         }
     }

missing-kind = l’enregistrement n’indique pas de quel type il est
    .primary = "kind" manque ici
    .help = ajoutez "kind" à l’enregistrement ou à l’enveloppe qui le contient

unknown-kind = "{ $found }" n’est pas un type d’enregistrement
    .primary = { $nearest-given ->
        [yes] vouliez-vous dire "{ $nearest }" ?
       *[no] n’est pas un type d’enregistrement
     }
    .help = choisissez parmi : { $options }

missing-mission = { $nearest-given ->
    [yes] { $found } semble être une faute de frappe pour la mission { $nearest }, que nomment les enregistrements alentour ; ce qui la nomme ainsi a été contrôlé avec eux
   *[no] l’enregistrement n’indique pas à quelle mission il appartient
 }
    .primary = { $nearest-given ->
        [yes] sans doute mal orthographié
       *[no] "mission" manque ici
     }
    .help = { $nearest-given ->
        [yes] écrivez { $nearest } si c’est ce qui est voulu ; si la mission { $found } existe, gardez ses enregistrements dans un dossier { $found }
       *[no] ajoutez "mission" à l’enregistrement ou à l’enveloppe qui le contient
     }

schema-kind-conflict = "$schema" ne correspond pas au type "{ $expected }"
    .primary = désigne un autre schéma
    .help = faites-le se terminer par { $expected }.schema.json, ou corrigez "kind"

wrong-type = { $written-given ->
    [yes] { field-name } doit être { type-wanted } ; entre guillemets, c’est un texte{ as-form }
   *[no] { field-name } doit être { type-wanted } et non { type-found }{ as-form }
 }
    .primary = { $written-given ->
        [yes] supprimez les guillemets
       *[no] { type-found }
     }
    .help = { $written-given ->
        [yes] { $written ->
            [quoted-number] écrivez le nombre sans guillemets
           *[quoted-boolean] écrivez true ou false sans guillemets
         }
       *[no] la valeur attendue est { type-wanted }
     }

value-not-allowed = { $none-given ->
    [yes] aucune valeur n’est admise pour { field-name }{ as-form }
   *[no] "{ $found }" n’est pas une valeur admise pour { field-name }{ as-form }
 }
    .primary = { $nearest-given ->
        [yes] vouliez-vous dire "{ $nearest }" ?
       *[no] { $written-given ->
            [yes] supprimez les guillemets
           *[no] { $excluded-given ->
                [yes] valeur exclue
               *[no] { $none-given ->
                    [yes] le schéma n’énumère aucune valeur
                   *[no] ne figure pas parmi les valeurs admises
                 }
             }
         }
     }
    .help = { $excluded-given ->
        [yes] utilisez une autre valeur que : { $excluded }
       *[no] { $none-given ->
            [yes] omettez cette valeur, ou énumérez les valeurs dans le schéma
           *[no] choisissez parmi : { $options }
         }
     }

missing-property = { $label-given ->
    [yes] propriété manquante : { $label } ("{ $property }"){ as-form }
   *[no] il manque "{ $property }"{ as-form }
 }
    .primary = "{ $property }" manque ici
    .needed_by = nécessaire parce que ceci est indiqué
    .help = { $record ->
        [KIND] ajoutez "{ $property }", que décrit le schéma
       *[other] ajoutez "{ $property }", que décrit missionlint schema { $record }
     }

unknown-key = { $record ->
    [KIND] "{ $key }" n’est pas prévu à cet endroit par le schéma{ as-form }
   *[other] "{ $key }" n’est pas prévu à cet endroit par le contrat des enregistrements{ as-form }
 }
    .primary = { $nearest-given ->
        [yes] vouliez-vous dire "{ $nearest }" ?
       *[no] clé inconnue
     }
    .help = { $record ->
        [KIND] corrigez l’orthographe ou supprimez cette clé
       *[other] corrigez l’orthographe ou supprimez cette clé ; le texte libre a sa place dans "note"
     }

misspelt-key = "{ $key }" semble être une faute de frappe pour "{ $property }", qui manque
    .primary = vouliez-vous dire "{ $property }" ?
    .help = renommez la clé en "{ $property }"

invalid-format = "{ $found }" n’est pas { $format ->
    [date] une date
    [date-time] une date et heure avec décalage horaire
    [time] une heure avec décalage horaire
    [duration] une durée
    [email] une adresse électronique
    [uri] un lien
   *[other] une valeur correcte au format { $format }
 }{ as-form }
    .primary = { $slip-given ->
        [yes] { $slip ->
            [no-such-part] { $part ->
                [month] { $value } n’est pas un mois (01 à 12)
                [day] { $value } n’est pas un jour (01 à 31)
                [hour] { $value } n’est pas une heure (00 à 23)
                [minute] { $value } n’est pas un nombre de minutes (00 à 59)
                [second] { $value } n’est pas un nombre de secondes (00 à 59)
               *[offset] { $value } n’est pas un décalage par rapport à l’UTC
             }
            [no-such-day] { $month ->
                [2] { $day ->
                    [29] il n’y a pas de 29 février en { $year }
                   *[other] le { $day } février n’existe pas
                 }
                [4] le { $day } avril n’existe pas
                [6] le { $day } juin n’existe pas
                [9] le { $day } septembre n’existe pas
                [11] le { $day } novembre n’existe pas
               *[other] ce jour n’existe pas
             }
            [order] sans doute { $meant }
            [order-unclear] lequel est le jour, lequel le mois ?
            [one-digit] { $meant-given ->
                [yes] il faut deux chiffres : { $meant }
               *[no] il faut deux chiffres : 05 et non 5
             }
            [two-digit-year] l’année doit comporter quatre chiffres
            [separators] il faut des traits d’union : { $meant }
            [with-time] seul le jour est attendu ici : { $meant }
            [blanks] supprimez les espaces qui l’entourent
            [no-time] l’heure manque
            [no-offset] le décalage par rapport à l’UTC manque
            [no-seconds] les secondes manquent
            [space] il faut un T entre le jour et l’heure
            [offset-form] le décalage horaire s’écrit avec un deux-points, comme +01:00
            [no-p] une durée commence par P
            [nothing] la longueur de la durée manque
            [weeks-mixed] dans une durée, les semaines ne se combinent avec rien d’autre
            [no-t] les heures, minutes et secondes se placent après un T
            [fraction] une durée ne comporte que des nombres entiers
           *[lower-case] une durée s’écrit en majuscules
         }
       *[no] { $format ->
            [date] n’est pas une date
            [date-time] n’est pas une date et heure avec décalage horaire
            [time] n’est pas une heure avec décalage horaire
            [duration] n’est pas une durée
           *[other] n’est pas une valeur correcte au format { $format }
         }
     }
    .help = { $format ->
        [date] écrivez les dates sous la forme AAAA-MM-JJ, par exemple 2025-03-31
        [date-time] écrivez la date et l’heure avec leur décalage par rapport à l’UTC, par exemple 2025-03-05T09:00:00Z ou 2025-03-05T09:00:00+01:00
        [time] écrivez les heures avec leur décalage par rapport à l’UTC, par exemple 09:00:00Z ou 09:00:00+01:00
        [duration] écrivez les durées selon la norme ISO 8601, par exemple P1M pour un mois ou P2W pour deux semaines
        [email] écrivez une adresse électronique, par exemple nom@example.org
        [uri] écrivez un lien, par exemple https://example.org/page
       *[other] corrigez { field-name }
     }

pattern-mismatch = "{ $found }" n’a pas la forme requise pour { field-name }{ as-form }
    .primary = n’a pas la forme requise
    .help = { $record ->
        [KIND] le motif est { $pattern }
       *[other] missionlint schema { $record } donne des exemples ; le motif est { $pattern }
     }

number-out-of-range = { field-name } : le nombre doit être { $bound ->
    [least] au moins égal à { $limit }
    [above] supérieur à { $limit }
    [most] au plus égal à { $limit }
   *[below] inférieur à { $limit }
 }, or il est de { $found }{ as-form }
    .primary = { $bound ->
        [least] doit être au moins égal à { $limit }
        [above] doit être supérieur à { $limit }
        [most] doit être au plus égal à { $limit }
       *[below] doit être inférieur à { $limit }
     }
    .help = corrigez le nombre

not-a-multiple = { field-name } : le nombre doit être un multiple de { $of }, or il est de { $found }{ as-form }
    .primary = n’est pas un multiple de { $of }
    .help = corrigez le nombre

text-length = { field-name } : texte trop { $bound ->
    [least] court
   *[most] long
 }{ as-form }
    .primary = { $bound ->
        [least] nombre minimal de caractères : { $limit }
       *[most] nombre maximal de caractères : { $limit }
     }
    .help = { $bound ->
        [least] complétez le texte, ou omettez la propriété si elle est facultative
       *[most] raccourcissez le texte
     }

item-count = { field-name } : { $bound ->
    [least] trop peu
   *[most] trop
 } { $what-given ->
    [yes] { $what ->
        [contains] d’entrées du type requis
       *[other] d’entrées du type { $what }
     }
   *[no] d’entrées
 }{ as-form }
    .primary = { $bound ->
        [least] minimum requis : { $limit }
       *[most] maximum admis : { $limit }
     }
    .help = { $bound ->
        [least] ajoutez ce qui manque
       *[most] supprimez ce qui est en trop
     }

repeated-item = { field-name } : la même entrée figure deux fois{ as-form }
    .primary = répétée ici
    .first = première occurrence ici
    .help = supprimez l’une des deux

not-allowed-here = { $what-given ->
    [yes] { $field-given ->
        [yes] cette entrée n’est pas admise ici, dans { field-name }{ as-form }
       *[no] ceci n’est pas admis ici{ as-form }
     }
   *[no] { field-name } n’a pas sa place ici{ as-form }
 }
    .primary = ne doit pas figurer ici
    .together = incompatible avec ceci
    .help = supprimez cet élément, ou ce qui l’exclut

no-form-fits = { field-name } n’a aucune des formes admises{ as-form }
    .primary = ne correspond à aucune d’elles
    .help = { $deciding-given ->
        [yes] écrivez la valeur sous l’une de ces formes : { $forms } ; il faut l’un de ces éléments : { $deciding }
       *[no] { $expected-given ->
            [yes] la valeur attendue est { type-wanted } et doit correspondre à l’une des formes
           *[no] écrivez la valeur sous l’une de ces formes : { $forms }
         }
     }

several-forms-fit = { field-name } a plusieurs formes à la fois : { $forms }{ as-form }
    .primary = une seule d’entre elles peut convenir
    .help = faites en sorte qu’une seule forme corresponde

schema-mismatch = { field-name } ne respecte pas son schéma ({ $keyword }){ as-form }
    .primary = { $keyword } n’est pas respecté
    .help = { $record ->
        [KIND] le schéma décrit ce qui est admis
       *[other] missionlint schema { $record } décrit ce qui est admis
     }

config-syntax = missionlint.toml n’est pas un fichier TOML correct : { $found }
    .primary = ici
    .help = corrigez le fichier ; rien n’a été contrôlé

config-unknown-key = { $what ->
    [rule] il n’existe pas de règle "{ $found }"
    [parameter] il n’existe pas de paramètre "{ $found }"
    [language] il n’existe pas de messages dans la langue "{ $found }"
    [message] il n’existe pas de message "{ $found }"
    [attribute] le message n’a pas de partie "{ $found }"
    [variable] le message n’a pas de valeur "{ $found }"
    [function] il n’existe pas de fonction "{ $found }"
   *[setting] il n’existe pas de réglage "{ $found }"
 }
    .primary = { $nearest-given ->
        [yes] vouliez-vous dire "{ $nearest }" ?
       *[no] inconnu
     }
    .help = { $what ->
        [rule] missionlint rules énumère les règles
        [message] écrivez l’identifiant d’une règle ou d’un autre message de l’outil
        [function] supprimez-la ; les valeurs sont des textes et des nombres
        [parameter] { $expected-given ->
            [yes] choisissez parmi : { $expected }
           *[no] il n’y a aucun paramètre à régler ; supprimez-le
         }
       *[setting] choisissez parmi : { $expected }
     }

config-invalid-value = { $found } n’est pas une valeur admise pour "{ $key }"
    .primary = { $nearest-given ->
        [yes] vouliez-vous dire "{ $nearest }" ?
       *[no] valeur attendue : { config-hint }
     }
    .help = { $several ->
        [yes] choisissez parmi : { $expected }
       *[no] écrivez { config-hint }
     }

config-unreadable-file = le fichier { $found } n’a pas pu être lu : { $expected }
    .primary = ne désigne aucun fichier lisible
    .help = écrivez le chemin par rapport à missionlint.toml

allow-invalid = { $what ->
    [no-rule] une dérogation ne nomme aucune règle
    [no-reason] une dérogation pour { $found } ne donne pas de motif
    [no-scope] une dérogation pour { $found } ne dit pas où elle s’applique
    [not-allowable] les constats de { $found } ne peuvent pas faire l’objet d’une dérogation
    [shape] { $found } n’est pas une liste de dérogations
   *[text] { $found } n’est pas une valeur admise pour "{ $key }"
 }
    .primary = { $what ->
        [no-rule] n’a pas de "rule"
        [no-reason] n’a pas de "reason"
        [no-scope] n’a ni "mission", ni "record", ni "path", ni "pointer"
        [not-allowable] ne porte pas sur le contenu des enregistrements
        [shape] des entrées [[allow]] sont attendues
        [record] { $nearest-given ->
            [yes] vouliez-vous dire "{ $nearest }" ?
           *[no] valeur attendue : l’identifiant d’un enregistrement, seul ou précédé de son type
         }
        [path] valeur attendue : un motif de chemins
        [pointer] valeur attendue : un JSON Pointer
        [day] valeur attendue : un jour
       *[text] valeur attendue : un texte non vide
     }
    .help = { $what ->
        [no-rule] nommez la règle dont les constats sont couverts ; missionlint rules énumère les règles
        [no-reason] indiquez pourquoi le constat n’est pas corrigé, pour ceux qui liront ce motif l’an prochain
        [no-scope] indiquez ce que vise la dérogation ; pour désactiver la règle partout, écrivez { $found } = "off" sous [severity]
        [not-allowable] corrigez plutôt ce qui est signalé : personne ne sait ce qui n’a pas été vu
        [shape] écrivez [[allow]] avec "rule", "reason" et au moins l’un des éléments "mission", "record", "path" et "pointer"
        [record] écrivez "M-1" ou "meeting/M-1" ; l’identifiant d’une mission a sa place dans "mission"
        [path] écrivez un motif par rapport à missionlint.toml, par exemple "missions/mli/**"
        [pointer] écrivez où se trouve la valeur dans son enregistrement, par exemple "/attendance/0", ou dans le document, comme l’affichent les rapports
        [day] écrivez le dernier jour de validité, par exemple "2025-12-31"
       *[text] écrivez un texte entre guillemets
     }

allow-expired = la dérogation pour { $rule } était valable jusqu’au { $expires }
    .primary = son dernier jour
    .help = corrigez ce qu’elle couvrait ("{ $reason }"), puis supprimez l’entrée ; ou décidez de nouveau{ $owner-given ->
        [yes] {" "}avec { $owner }
       *[no] {""}
     } et fixez un jour ultérieur{ $again ->
        [0] {""}
        [one] {"\u00A0"}; { $again } constat compte de nouveau
       *[other] {"\u00A0"}; { $again } constats comptent de nouveau
     }

allow-unused = une dérogation pour { $rule } ne couvre aucun constat
    .primary = cette règle n’y constate rien
    .help = supprimez l’entrée ("{ $reason }"){ $owner-given ->
        [yes] {" "}en accord avec { $owner }
       *[no] {""}
     } ; si elle visait un autre endroit, corrigez "mission", "record", "path" ou "pointer"

baseline-invalid = { $what ->
    [syntax] la liste de référence n’est pas du JSON
    [version] la liste de référence est de la version { $found }, que ce missionlint ne connaît pas
    [twice] la liste de référence contient deux fois l’empreinte { $found }
    [lacks] une entrée de la liste de référence n’a pas de "{ $key }"
   *[shape] { $key-given ->
        [yes] { $found } n’est pas une valeur pour "{ $key }" d’une entrée de la liste de référence
       *[no] { $found } n’est pas une liste de référence
     }
 }
    .primary = { $what ->
        [syntax] pas de JSON à partir d’ici
        [version] 1 attendu
        [twice] y figure déjà
       *[shape] n’est pas ce que missionlint baseline écrit
     }
    .help = { $what ->
        [syntax] retirez ce qu’une fusion a laissé, puis lancez missionlint baseline update
        [version] utilisez le missionlint qui l’a écrite, ou refaites-la avec missionlint baseline create
        [twice] supprimez l’une des deux
       *[shape] missionlint schema baseline décrit ce qui est attendu
     }

baseline-unused = une entrée de la liste de référence pour { $rule } ne correspond plus à aucun constat
    .primary = corrigé depuis le { $created }
    .help = missionlint baseline prune la retire

setting-held-back = { $table ->
    [allow] la dérogation pour { $name } ne s’applique pas encore
    [as_of] cette date as_of ne s’applique pas encore
    [baseline] cette liste de référence ne s’applique pas encore
    [exclude] les nouveaux motifs d’exclude ne s’appliquent pas encore
    [overrides] cette entrée d’overrides ne s’applique pas encore
    [platform_names] ce nom de plateforme ne s’applique pas encore
    [platform_names_added] ce nouveau nom de plateforme s’applique déjà, il est donc à vérifier
    [platform_names_removed] un nom de plateforme retiré ici s’applique toujours
   *[severity] ce réglage de { $name } ne s’applique pas encore
 }
    .primary = absent ou différent dans { $revision }
    .help = avec --allow-from, les réglages qui exemptent viennent de { $revision } : apportez-y celui-ci par un changement à part
