## Coordination of development. See integrity.ftl for what the attributes mean.

omt-representation-rmo = { $person } représente l’OIM au sein de l’Équipe de gestion des opérations ({ $platform }) sans { $rmo-given ->
        [yes] être chargé de la gestion des ressources à la date du { $date }
       *[no] occuper le poste administratif le plus élevé à la date du { $date }
    }
    .primary = { $role-given ->
            [yes] { $role } ce jour-là
           *[no] aucun poste ce jour-là
        }
    .rmo = chargé de la gestion des ressources ce jour-là
    .role = poste de { $person }
    .help = attribuez le siège { $rmo-given ->
            [yes] à { $rmo }
           *[no] à la personne qui occupe le poste administratif le plus élevé
        } ; si { $person } ne fait qu’écouter, indiquez la qualité "observer" ; pour un remplacement de courte durée, ajoutez "cover" avec le motif et le dernier jour

pmt-representation-level = { $person } représente l’OIM au sein de l’Équipe de gestion des programmes ({ $platform }) sans occuper de poste de haut niveau dans les programmes à la date du { $date }
    .primary = { $role-given ->
            [yes] { $role } ce jour-là
           *[no] aucun poste ce jour-là
        }
    .role = poste de { $person }
    .help = attribuez le siège au chef de mission adjoint ou à un gestionnaire de programme principal ; si { $person } occupe désormais un autre poste, ajoutez l’affectation ; si { $person } ne fait qu’écouter, indiquez la qualité "observer"

unct-representation-level = { $person } représente l’OIM au sein de l’Équipe pays des Nations Unies ({ $platform }) sans diriger la mission à la date du { $date }
    .primary = { $role-given ->
            [yes] { $role } ce jour-là
           *[no] aucun poste ce jour-là
        }
    .role = poste de { $person }
    .chief = chef de mission ce jour-là
    .help = attribuez le siège { $chief-given ->
            [yes] à { $chief }, chef de mission
           *[no] au chef de mission
        }, ou corrigez les dates ; si { $person } assure l’intérim du chef de mission, ajoutez une désignation "acting-com" couvrant le { $date } et cette plateforme ; si { $person } assure une suppléance, indiquez la qualité "alternate"

unct-chair-not-rc = l’Équipe pays des Nations Unies ({ $platform }) est enregistrée comme présidée par { $chair } et non par le Coordonnateur résident
    .primary = n’est pas le Coordonnateur résident
    .help = indiquez la fonction du Coordonnateur résident, par exemple "RC" ou "RC/HC", ou mettez fin à cette présidence ; si les termes de référence locaux prévoient une autre présidence, indiquez-le dans "local_terms"

platform-parent-mismatch = { $type ->
        [hct] l’Équipe humanitaire pays ({ $platform }) est rattachée à { $parents }, alors qu’elle se situe au-dessus
        [unct] l’Équipe pays des Nations Unies ({ $platform }) est rattachée à { $parents }, alors qu’elle se situe au-dessus
        [smt] l’Équipe de gestion de la sécurité ({ $platform }) est rattachée à { $parents }, alors qu’elle se situe au-dessus
       *[other] la plateforme { $platform } ("{ $type }") a pour rattachement { $parents } ({ $parent_types }) et non une plateforme de type { $expected }
    }
    .primary = ne se situe pas au-dessus de la plateforme { $platform }
    .parent = enregistrée comme plateforme de rattachement
    .help = { $type ->
            [hct] supprimez ce rattachement, et indiquez { $platform } parmi les rattachements de l’autre plateforme
            [unct] supprimez ce rattachement, et indiquez { $platform } parmi les rattachements de l’autre plateforme
            [smt] supprimez ce rattachement, et indiquez { $platform } parmi les rattachements de l’autre plateforme
           *[other] indiquez la plateforme dont elle relève, ou ajoutez-la ; si la plateforme de rattachement ou la plateforme { $platform } est d’un autre type, corrigez celui-ci
        }
