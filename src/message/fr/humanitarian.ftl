## Humanitarian coordination. See integrity.ftl for what the attributes mean.

cluster-staff-mismatch = { $person } représente l’OIM auprès de la plateforme { $platform } ({ $clusters }) mais, à la date du { $date }, aucun des programmes de cette personne ne relève de { $clusters }
    .primary = aucun programme de { $person } à la date du { $date } ne relève de { $clusters }
    .areas = domaines de programme de { $person }
    .clusters = clusters de la plateforme { $platform }
    .role = fonction de { $person } ce jour-là
    .help = désignez { $candidates-given ->
            [yes] une personne dont les programmes en relèvent, par exemple { $candidates }
           *[no] un chargé de programme ou des opérations dont les programmes en relèvent
        } ; ou, si les programmes de { $person } sont enregistrés de façon incomplète, ajoutez celui qui manque ou complétez ses "areas" ou ses "clusters" ; ou indiquez la qualité "observer" ; ou, pour un remplacement de courte durée, ajoutez "cover" avec le motif et le dernier jour

cluster-role-unsuitable = { $person } représente l’OIM auprès de la plateforme { $platform } avec la fonction « { $role } », qui ne relève ni des programmes ni des opérations
    .primary = { $person } n’a aucune fonction de programme, d’opérations ou de coordination à la date du { $date }
    .role = fonction de { $person } ce jour-là
    .help = désignez un chargé de programme ou des opérations du même programme ; ou, si { $person } a désormais une autre fonction, ajoutez l’affectation ; ou indiquez la qualité "observer" ; ou, pour un remplacement de courte durée, ajoutez "cover" avec le motif et le dernier jour

hct-alternate-unsupported = { $fault ->
        [no-designation] { $person } siège à l’Équipe humanitaire pays ({ $platform }) sans désignation comme suppléant
        [expired] { $person } siège à l’Équipe humanitaire pays ({ $platform }) du { $from } au { $to } mais, pendant { $uncovered ->
            [one] l’un de ces jours
           *[other] { $uncovered } de ces jours
        }, aucune désignation comme suppléant n’était en vigueur
        [no-ground] la désignation de { $person } comme suppléant au sein de l’Équipe humanitaire pays ({ $platform }) n’est pas fondée sur l’expérience limitée du chef de mission
       *[not-team-lead] { $person } est suppléant au sein de l’Équipe humanitaire pays ({ $platform }) sans être chef de l’équipe d’intervention rapide
    }
    .primary = { $fault ->
            [no-designation] aucune désignation comme suppléant
            [expired] désignation ne couvrant pas toute la période
            [no-ground] désignation sur un autre fondement, ou sans fondement
           *[not-team-lead] n’est pas chef de l’équipe d’intervention rapide le { $to }
        }
    .ended = la désignation la plus proche se termine ce jour-là
    .begins = la désignation la plus proche commence ce jour-là
    .ground = ce sur quoi repose la désignation
    .role = poste de { $person } le { $to }
    .help = { $fault ->
            [no-ground] si le chef de mission a une expérience limitée des situations d’urgence, donnez à la désignation le fondement "com-limited-experience" ; si le chef de mission était absent, enregistrez une désignation "acting-com"
            [not-team-lead] désignez le chef de l’équipe d’intervention rapide ou, si { $person } exerce cette fonction, ajoutez l’affectation ; sinon, le siège revient au chef de mission
           *[other] ajoutez une désignation "hct-alternate" avec le fondement "com-limited-experience" pour les jours non couverts, ou corrigez les dates ; si { $person } n’y parle plus au nom de l’OIM, mettez fin à la représentation
        }

hct-coordinator-not-observer = { $person }, { $role }, siège à l’Équipe humanitaire pays ({ $platform }) en qualité de "{ $capacity }", alors que les coordonnateurs de cluster y assistent en observateurs
    .primary = qualité enregistrée : "{ $capacity }"
    .role = poste de { $person } le { $date }
    .help = indiquez la qualité "observer" et attribuez le siège de l’OIM à son plus haut représentant ; si les termes de référence locaux font des coordonnateurs des membres, indiquez-le dans "local_terms"

hct-representation-level = { $person } représente l’OIM au sein de l’Équipe humanitaire pays ({ $platform }) sans diriger la mission à la date du { $date }
    .primary = { $role-given ->
            [yes] { $role } ce jour-là
           *[no] aucun poste ce jour-là
        }
    .role = poste de { $person }
    .chief = chef de mission ce jour-là
    .help = attribuez le siège { $chief-given ->
            [yes] à { $chief }, chef de mission
           *[no] au chef de mission
        } ; si { $person } assure l’intérim du chef de mission, ajoutez une désignation "acting-com" couvrant le { $date } et cette plateforme ; si { $person } est chef de l’équipe d’intervention rapide, ajoutez une désignation "hct-alternate" ; si { $person } ne fait qu’écouter, indiquez la qualité "observer"

iccg-non-coordinator = { $person } occupe le siège de l’OIM au sein du Groupe de coordination inter-clusters ({ $platform }) sans coordonner de cluster à la date du { $date }
    .primary = { $role-given ->
            [yes] { $role } ce jour-là
           *[no] aucun poste ce jour-là
        }
    .role = poste de { $person }
    .help = attribuez le siège au coordonnateur d’un cluster dont l’OIM est chef de file ; si { $person } coordonne un cluster ou un groupe de travail, ajoutez l’affectation, l’entrée dans "cluster_coordinators" ou une représentation en qualité de "coordinator" ; si { $person } ne fait qu’écouter, indiquez la qualité "observer"

hct-chair-not-hc = l’Équipe humanitaire pays ({ $platform }) est enregistrée comme présidée par { $chair } et non par { $expected }
    .primary = n’est pas le Coordonnateur humanitaire
    .designated = la mission a un Coordonnateur humanitaire depuis lors
    .help = indiquez la fonction qui assure la présidence, par exemple "HC" ou "RC/HC", ou mettez fin à cette présidence ; s’il n’y a plus de Coordonnateur humanitaire, corrigez "humanitarian_coordinator" dans l’enregistrement de la mission ; si OCHA appuie l’équipe, indiquez-le comme "facilitator" ; si les termes de référence locaux prévoient une autre présidence, indiquez-le dans "local_terms"

refugee-context-cluster = { $fault ->
        [cluster-in-refugee-context] la plateforme { $platform } est enregistrée comme un cluster actif, alors que la réponse est coordonnée selon le modèle applicable aux réfugiés depuis le { $since }
       *[sector-typed-as-cluster] la plateforme { $platform } est enregistrée comme un cluster, alors qu’il s’agit d’un secteur de la réponse en faveur des réfugiés
    }
    .primary = { $fault ->
            [cluster-in-refugee-context] pas de clusters dans le modèle applicable aux réfugiés
           *[sector-typed-as-cluster] un secteur et non un cluster
        }
    .model = le modèle de contexte à la date du { $date }
    .forum = un forum de coordination pour les réfugiés
    .help = { $fault ->
            [cluster-in-refugee-context] s’il s’agit désormais d’un secteur, indiquez le type "working-group" avec le cadre ("setting") "sector" ; s’il n’existe plus, mettez fin à son statut "active" ; si des clusters subsistent à côté des secteurs, remplacez le modèle de contexte ("context_model") par "mixed"
           *[sector-typed-as-cluster] indiquez le type "working-group" avec le cadre ("setting") "sector" ; s’il s’agit d’un cluster pour les personnes déplacées, corrigez ses rattachements ou son cadre
        }

cluster-double-hat = { $person } coordonne la plateforme { $platform } ({ $clusters }), et personne d’autre n’y parle au nom des programmes de l’OIM à la date du { $date }
    .primary = { $person } doit à la fois coordonner et parler au nom de l’OIM
    .coordinator = coordonne le cluster
    .platform = le cluster
    .help = désignez en qualité de "member" ou "alternate" une personne dont les programmes relèvent de { $clusters }, par exemple { $candidates }, et laissez à { $person } la qualité "coordinator"

cluster-lead-without-coordinator = l’OIM est { $capacity ->
        [co-lead] co-chef de file
       *[other] chef de file
    } de la plateforme { $platform } ({ $clusters }) depuis le { $since }, mais personne n’en assure la coordination pour l’OIM à la date du { $date }
    .primary = actif, dirigé par l’OIM, sans coordonnateur de l’OIM
    .lead = l’OIM, organisme chef de file
    .vacancy = ce poste est vacant et n’a pas fait l’objet d’un avis de vacance
    .ended = le mandat du dernier coordonnateur indiqué ici a pris fin ce jour-là
    .help = { $vacancy-given ->
        [yes] publiez l’avis de vacance pour { $vacancy } et renseignez "advertised"
       *[no] enregistrez l’affectation du coordonnateur, ou une vacance de poste avec "advertised"
    } ; si un partenaire assure la coordination, indiquez-le dans "local_terms" (coordinator-by-partner) ; si l’OIM n’est plus chef de file, inscrivez le dernier jour dans "lead_agencies"

cluster-programme-uncovered = personne ne parle au nom de l’OIM auprès de la plateforme { $platform } ({ $clusters }) à la date du { $date }, alors qu’un programme au moins en relève : { $programmes }
    .primary = ni membre, ni suppléant, ni coordonnateur ici à la date du { $date }
    .areas = domaines de programme qui doivent y être représentés
    .help = ajoutez une représentation en qualité de "member" { $candidates-given ->
        [yes] d’une personne dont les programmes en relèvent, par exemple { $candidates }
       *[no] d’un chargé de programme ou des opérations de ce programme
    } ; si un autre lieu couvre la plateforme, ou si elle n’est pas accessible, indiquez-le dans "local_terms" (covered-by-hub, no-access)

iccg-coordinator-absent = l’OIM est chef de file ou co-chef de file de la plateforme { $platform } ({ $clusters }), mais aucun de ses coordonnateurs ne siège au groupe { $iccg } à la date du { $date }
    .primary = sans voix au sein du groupe { $iccg }
    .lead = l’OIM, organisme chef de file
    .coordinator = coordonne le cluster pour l’OIM
    .group = Groupe de coordination inter-clusters actif
    .help = { $coordinators-given ->
        [yes] ajoutez une représentation de { $coordinators } auprès du groupe { $iccg }
       *[no] indiquez qui coordonne la plateforme { $platform }, et ajoutez la représentation auprès du groupe { $iccg }
    } ; si un partenaire assure la coordination, indiquez-le dans "local_terms" (coordinator-by-partner)

cluster-attendance-mismatch = { $person } a participé aux réunions de la plateforme { $platform } ({ $clusters }) pour l’OIM du { $from } au { $to }, mais aucun des programmes de cette personne ne relève de { $clusters }
    .primary = { $count ->
        [one] { $count } fois
       *[other] { $count } fois
    } sans siège ni programme correspondant
    .again = nouvelle participation ici
    .areas = domaines de programme de { $person }
    .clusters = clusters de la plateforme { $platform }
    .help = si { $person } ne faisait qu’écouter, indiquez la qualité "observer" ; si les programmes de { $person } sont enregistrés de façon incomplète, ajoutez celui qui manque ; sinon, envoyez une personne dont les programmes relèvent du cluster
