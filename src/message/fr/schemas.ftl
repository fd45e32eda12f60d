## Schemas that users bring. See integrity.ftl for what the attributes mean.

schema-invalid = { $problem ->
    [wrong-type] { field-name } doit être de type { $expected } et non { $found }
    [value-not-allowed] "{ $found }" n’est pas une valeur admise pour { field-name }
    [missing-property] il manque "{ $property }"
    [unknown-key] "{ $key }" n’a pas sa place ici
    [misspelt-key] "{ $key }" semble être une faute de frappe pour "{ $property }", qui manque
    [invalid-format] "{ $found }" n’est pas une valeur correcte au format { $format }
    [pattern-mismatch] "{ $found }" n’a pas la forme requise pour { field-name }
    [number-out-of-range] { $found } est hors des limites admises pour { field-name }
    [text-length] { field-name } : texte trop { $bound ->
        [least] court
       *[most] long
     }
    [item-count] { field-name } : { $bound ->
        [least] trop peu
       *[most] trop
     } d’entrées
    [repeated-item] { field-name } : la même entrée figure deux fois
    [pattern] "{ $found }" n’est pas une expression régulière
    [uri] "{ $found }" n’est pas l’adresse d’un schéma
    [repeated-id] deux schémas portent le nom "{ $found }"
    [number] { $found } est un nombre trop grand pour servir à une comparaison
    [too-many-ways] par ses références, des parties de ce schéma évaluent chaque valeur plus de { $limit } fois
    [unusable] le schéma est inutilisable : { $reason }
   *[other] { field-name } n’est pas conforme à cette version de JSON Schema
 }
    .primary = { $nearest-given ->
        [yes] vouliez-vous dire "{ $nearest }" ?
       *[no] { $problem ->
            [wrong-type] type { $found }
            [missing-property] "{ $property }" manque ici
            [unknown-key] n’est pas admis ici
            [number-out-of-range] { $bound ->
                [least] doit être au moins égal à { $limit }
                [above] doit être supérieur à { $limit }
                [most] doit être au plus égal à { $limit }
               *[below] doit être inférieur à { $limit }
             }
            [item-count] { $bound ->
                [least] minimum requis : { $limit }
               *[most] maximum admis : { $limit }
             }
            [repeated-item] répétée ici
           *[other] ici
         }
     }
    .first = première occurrence ici
    .help = { $problem ->
        [value-not-allowed] choisissez parmi : { $options }
        [wrong-type] la valeur attendue est de type { $expected }
        [pattern] corrigez l’expression ; elle suit ECMA-262, comme en JavaScript
        [uri] écrivez une adresse, par exemple https://example.org/order.schema.json, ou un chemin relatif
        [repeated-id] donnez à chaque schéma un nom qui lui soit propre
        [number] écrivez un nombre plus petit
        [too-many-ways] faites en sorte qu’il ne renvoie qu’une fois à chaque partie
        [unusable] corrigez le schéma
       *[other] corrigez le schéma ; son "$schema" désigne la version à laquelle il doit se conformer
     }

schema-unknown-draft = "{ $found }" n’est pas une version connue de JSON Schema
    .primary = { $nearest-given ->
        [yes] vouliez-vous dire "{ $nearest }" ?
       *[no] inconnue
     }
    .help = choisissez parmi : { $options }

schema-unresolved-reference = { $reason ->
    [no-such-place] il n’y a rien à l’emplacement "{ $reference }"
    [not-a-schema] "{ $reference }" mène à quelque chose qui n’est pas un schéma
    [no-such-file] il n’existe pas de fichier "{ $reference }"
    [unreadable] "{ $reference }" n’a pas pu être lu : { $detail }
    [not-a-uri] "{ $reference }" n’est pas une référence
   *[other] aucun schéma disponible ne porte l’adresse "{ $reference }"
 }
    .primary = { $nearest-given ->
        [yes] vouliez-vous dire "{ $nearest }" ?
       *[no] { $reason ->
            [not-a-schema] pas de schéma à cet endroit
            [unreadable] illisible
            [not-a-uri] n’est pas une référence
           *[other] ne mène nulle part
         }
     }
    .help = { $reason ->
        [no-such-place] { $detail-given ->
            [yes] corrigez la référence, ou ajoutez la définition dans { $detail }
           *[no] corrigez la référence, ou ajoutez la définition
         }
        [not-a-schema] une référence doit mener à un objet, à true ou à false
        [no-such-file] écrivez le chemin par rapport à ce fichier, ou ajoutez le fichier
        [unreadable] rendez le fichier lisible
        [not-a-uri] écrivez une espace sous la forme %20, et de même les autres caractères qu’une adresse ne peut contenir
        [absolute] écrivez le chemin par rapport à ce fichier
        [no-such-id] il n’y a pas de fichier de ce nom à côté de celui-ci, et aucun des fichiers lus ne porte le "$id" { $detail }
       *[other] rien n’est téléchargé : enregistrez ce schéma dans un fichier et désignez-le par son chemin par rapport à ce fichier
     }

schema-unsupported-pattern = { $construct ->
    [look-around] le motif examine ce qui l’entoure avec { $written }, ce qui ne peut pas être recherché en temps linéaire
    [back-reference] le motif renvoie à ce qui précède avec { $written }, ce qui ne peut pas être recherché en temps linéaire
   *[too-large] le motif est trop grand pour être recherché sans risque
 }
    .primary = non pris en charge
    .help = { $construct ->
        [look-around] écrivez-le autrement, par exemple sous forme de deux motifs dans "allOf", dont l’un dans "not"
        [back-reference] écrivez en toutes lettres ce qui peut être répété
       *[too-large] limitez la longueur avec "maxLength" plutôt qu’avec des répétitions
     }

schema-unknown-keyword = { $drafts-given ->
    [yes] "{ $keyword }" est un mot-clé de { $drafts }, mais ce schéma est écrit en { $draft }
   *[no] "{ $keyword }" n’est pas un mot-clé de JSON Schema { $draft }
 }
    .primary = { $drafts-given ->
        [yes] { $instead-given ->
            [yes] dans { $draft }, utilisez : { $instead }
           *[no] absent de { $draft }
         }
       *[no] { $nearest-given ->
            [yes] vouliez-vous dire "{ $nearest }" ?
           *[no] ne contrôle rien
         }
     }
    .help = { $drafts-given ->
        [yes] utilisez ce que prévoit cette version, ou indiquez-en une autre dans "$schema"
       *[no] corrigez l’orthographe ou supprimez cette clé ; faites commencer vos propres clés par x-
     }

schema-ignored-keyword = "{ $keyword }" est sans effet ici
    .primary = { $why ->
        [reference] ignoré
       *[no-if] il n’y a pas de "if"
     }
    .reference = remplace tout ce qui l’accompagne
    .help = { $why ->
        [reference] placez "$ref" dans "allOf", à côté duquel les mots-clés s’appliquent, ou utilisez la version 2019-09 ou une version ultérieure
       *[no-if] ajoutez "if", ou supprimez ce mot-clé
     }

schema-unknown-format = "{ $found }" n’est pas un format de JSON Schema { $draft }
    .primary = { $nearest-given ->
        [yes] vouliez-vous dire "{ $nearest }" ?
       *[no] ne contrôle rien
     }
    .help = corrigez l’orthographe, ou utilisez "pattern" ; un format inconnu ne contrôle rien

schema-endless-reference = "{ $reference }" revient à l’endroit où cette référence se trouve, sans entrer dans la valeur
    .primary = ne dit jamais rien
    .back = le chemin du retour mène ici
    .help = faites référence à ce qui est visé, ou supprimez cette référence ; à l’intérieur de "properties" ou "items", un schéma peut faire référence à lui-même
