## The structure and the frameworks of the organization. See integrity.ftl for what the attributes mean.

cross-cutting-incomplete = { $missing-given ->
        [yes] le programme { $programme } ne dit rien sur { $missing }{ $unexplained-given ->
            [yes] , et ne traite pas { $unexplained }, sans en donner le motif
           *[no] {""}
        }
       *[no] le programme { $programme } ne traite pas { $unexplained-given ->
            [yes] { $unexplained }
           *[no] une question
        } et n’en donne pas le motif
    }
    .primary = { $missing-given ->
        [yes] toutes les questions transversales ne sont pas mentionnées
       *[no] question non traitée, sans motif
    }
    .unexplained = question non traitée, sans motif
    .help = indiquez pour chaque question, dans "cross_cutting", si elle est traitée ("addressed") ; si elle ne l’est pas, donnez le motif dans "reason", par exemple qu’elle ne concerne pas le programme

mcof-sector-missing = le programme { $programme } répond à une crise mais n’indique aucun secteur du MCOF
    .primary = aucun secteur de la version de { $version }
    .areas = ses domaines
    .help = ajoutez "mcof" avec la version { $version } et { $sectors-given ->
        [yes] les secteurs dans lesquels il travaille, par exemple { $sectors }
       *[no] les secteurs dans lesquels il travaille
    } ; si le programme ne répond pas à une crise, donnez à "crisis" la valeur false

mcof-vocabulary = { $fault ->
        [anachronism] le programme { $programme } est rattaché au MCOF alors qu’il était terminé avant la création de celui-ci
        [old-version] le programme { $programme } est rattaché au MCOF de { $version }, qui n’était plus en vigueur lorsqu’il a commencé
        [new-version] le programme { $programme } est rattaché au MCOF de { $version }, alors qu’il était terminé auparavant
       *[unknown-sector] { $sector-given ->
            [yes] { $sector }
           *[no] ceci
        } n’est pas un secteur du MCOF de { $version }
    }
    .primary = { $fault ->
        [unknown-sector] n’est pas un secteur de cette version
       *[other] n’était pas en vigueur pendant le programme
    }
    .bound = { $fault ->
        [old-version] le programme commence ici
       *[other] le programme se termine ici
    }
    .version = la version indiquée
    .help = { $fault ->
        [unknown-sector] { $nearest-given ->
            [yes] écrivez { $nearest } si c’est ce qui est visé
           *[no] écrivez le secteur sous le nom que lui donne cette version
        }{ $expected-given ->
            [yes] , ou indiquez la version { $expected } si le rattachement a été fait selon elle
           *[no] {""}
        }
        [anachronism] supprimez ce rattachement, ou corrigez les dates du programme
       *[other] rattachez le programme à la version { $expected-given ->
            [yes] { $expected }
           *[no] en vigueur
        } avec ses secteurs, ou corrigez les dates du programme
    }

strategic-objective-unknown = { $fault ->
        [period] le programme { $programme } était terminé avant le début de la stratégie { $framework }, qu’il indique pourtant
       *[unknown] { $objective-given ->
            [yes] { $objective }
           *[no] ceci
        } n’est pas un objectif de la stratégie { $framework }
    }
    .primary = { $fault ->
        [period] n’a commencé qu’après la fin du programme
       *[unknown] n’est pas un objectif de cette stratégie
    }
    .framework = la stratégie indiquée
    .end = dernier jour du programme
    .help = { $fault ->
        [period] rattachez le programme à la stratégie de son époque, ou corrigez ses dates
       *[unknown] choisissez parmi { $allowed }, ou indiquez la stratégie qui comporte cet objectif
    }

office-kind-conflict = { $fault ->
        [closed] le bureau { $office } était fermé à la date du { $date }
        [not-regional] le bureau { $office } n’est ni un bureau régional ni un bureau sous-régional
        [other-kind] il n’existe pas de bureau { $office } ; celui de cette ville est d’un autre type
       *[unknown] il n’existe pas de bureau { $office }
    }
    .primary = { $fault ->
        [closed] { $until-given ->
            [yes] connu jusqu’au { $until }
           *[no] n’existe plus
        }
        [not-regional] un autre type de bureau
        [other-kind] un autre type de bureau dans cette ville
       *[unknown] aucun bureau de ce nom n’est connu
    }
    .help = indiquez le bureau visé ; bureaux connus dans cette ville ou de ce type : { $known } ; si l’entrée n’est plus valable, indiquez son dernier jour

regional-office-mismatch = { $fault ->
        [none] aucun bureau régional n’est enregistré pour la mission à la date du { $date }
       *[other-office] { $office-given ->
            [yes] le bureau { $office }
           *[no] le bureau régional
        } ne couvre pas { $countries }
    }
    .primary = { $fault ->
        [none] aucun bureau régional d’ici au { $date }
       *[other-office] ne couvre aucun des pays de la mission
    }
    .countries = les pays de la mission
    .help = { $fault ->
        [none] ajoutez le bureau régional qui appuie la mission
       *[other-office] indiquez le bureau qui couvre le pays ({ $expected }), ou corrigez les pays
    }

rts-missing = { $fault ->
        [unit] le spécialiste thématique régional du bureau { $office } relève { $unit-given ->
            [yes] de l’unité { $unit }
           *[no] d’une autre unité
        } et non du Département de l’intervention humanitaire et du relèvement
        [elsewhere] le spécialiste thématique régional est affecté { $contact_office-given ->
            [yes] au bureau { $contact_office }
           *[no] à un autre bureau
        } et non au bureau { $office }
       *[none] aucun spécialiste thématique régional n’est enregistré au bureau { $office } à la date du { $date }
    }
    .primary = { $fault ->
        [unit] une autre unité
        [elsewhere] un autre bureau que celui de la mission
       *[none] aucun spécialiste pour cette mission
    }
    .office = le bureau régional de la mission
    .help = { $fault ->
        [unit] corrigez l’unité, ou ajoutez le spécialiste de ce département
        [elsewhere] ajoutez le spécialiste du bureau { $office }, ou corrigez le bureau { $contact-given ->
            [yes] du contact { $contact }
           *[no] du contact
        } ou le bureau régional de la mission
       *[none] ajoutez un contact avec la fonction "regional-thematic-specialist" et ce bureau ; un intérim compte
    }
