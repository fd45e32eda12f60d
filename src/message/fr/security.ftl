## Security management. See integrity.ftl for what the attributes mean.

smt-com-absent = aucun chef de mission, en titre ou par intérim, n’est noté présent à la réunion de l’Équipe de gestion de la sécurité (SMT) du { $date }
    .primary =
        { $presence-given ->
            [yes] { $person } figure ici avec la mention { $presence ->
                [absent] « absent »
                [excused] « excusé »
               *[other] { $presence }
            }
           *[no] { $person-given ->
                [yes] { $person } ne figure pas ici
               *[no] aucune personne mentionnée ici n’est chef de mission ce jour-là
            }
        }
    .chief = chef de mission ce jour-là
    .acting-ended = la désignation par intérim la plus proche se termine ce jour-là
    .acting-begins = la désignation par intérim la plus proche commence ce jour-là
    .platform = l’Équipe de gestion de la sécurité
    .help = si le chef de mission était présent, donnez à "presence" la valeur "present" ; si quelqu’un assurait l’intérim, ajoutez une désignation "acting-com" couvrant le { $date } et inscrivez cette personne comme présente ; si le chef de mission était excusé, indiquez "excused" avec le motif dans "reason" ; si le poste était vacant, ajoutez une vacance de poste ; si la réunion n’a pas eu lieu, corrigez son "status"

smt-observer-only = l’OIM n’apparaît à la réunion de l’Équipe de gestion de la sécurité (SMT) du { $date } que par des observateurs ({ $observers })
    .primary = { smt-com-absent.primary }
    .observer = présence en qualité d’observateur
    .chief = chef de mission ce jour-là
    .acting-ended = la désignation par intérim la plus proche se termine ce jour-là
    .acting-begins = la désignation par intérim la plus proche commence ce jour-là
    .platform = l’Équipe de gestion de la sécurité
    .help = les observateurs accompagnent le chef de mission, ils ne le remplacent pas : si le chef de mission était présent lui aussi, ajoutez-le et donnez à "presence" la valeur "present" ; si l’une des personnes présentes assurait l’intérim du chef de mission, ajoutez une désignation "acting-com" couvrant le { $date } ; si le chef de mission était excusé, indiquez "excused" avec le motif dans "reason" ; si la réunion n’a pas eu lieu, corrigez son "status"

smt-delegate-not-acting = { $person } occupe, d’après l’enregistrement, le siège du chef de mission à la réunion de l’Équipe de gestion de la sécurité (SMT) du { $date }, mais aucune désignation par intérim ne couvre ce jour
    .primary = présence ici { $chief-given ->
            [yes] à la place de { $chief }
           *[no] alors que personne n’occupe le poste
        }
    .acting-ended = la désignation { $designation-given ->
            [yes] { $designation }
           *[no] de chef de mission par intérim
        } se termine ce jour-là
    .acting-begins = la désignation { $designation-given ->
            [yes] { $designation }
           *[no] de chef de mission par intérim
        } commence ce jour-là
    .chief-row = ce qui est enregistré pour le chef de mission
    .chief = chef de mission ce jour-là
    .help = si { $person } assurait l’intérim du chef de mission, ajoutez une désignation "acting-com" couvrant le { $date } et cette plateforme{ $designation-given ->
            [yes] , ou corrigez les dates de { $designation }
           *[no] {""}
        } ; si le chef de mission était présent, donnez à "presence" la valeur "present" ; si le chef de mission était excusé, indiquez "excused" avec le motif dans "reason" ; si { $person } ne faisait qu’observer, corrigez "capacity"

com-post-vacant = le poste de chef de mission est enregistré comme vacant du { $from } au { $to } et, pendant { $uncovered ->
        [one] l’un de ces jours
       *[other] { $uncovered } de ces jours
    }, aucun intérim n’est enregistré
    .primary = aucun chef de mission, en titre ou par intérim, pendant { $uncovered ->
            [one] { $uncovered } jour
           *[other] { $uncovered } jours
        } de cette vacance
    .vacancy = vacance de poste { $vacancy }
    .help = si quelqu’un assurait l’intérim, ajoutez une désignation "acting-com" fondée sur "vacancy" pour les jours non couverts ; si le poste a été pourvu, mettez fin à la vacance et ajoutez l’affectation ; si le chef de mission d’une autre mission couvre celle-ci, indiquez cette mission dans "covered_by"

smt-com-representation-missing = aucune représentation auprès de l’Équipe de gestion de la sécurité ({ $platform }) n’est celle du chef de mission à la date du { $date }
    .primary = { $members-given ->
            [yes] l’OIM a ici pour membre { $members }
           *[no] l’OIM n’a pas de membre ici
        }
    .chief = chef de mission ce jour-là
    .member = occupe un siège de membre
    .help = ajoutez une représentation { $chief-given ->
            [yes] de { $chief }
           *[no] du chef de mission
        } en qualité de "member", ou corrigez-en les dates ; si quelqu’un assure l’intérim du chef de mission, ajoutez une désignation "acting-com" couvrant le { $date } et une représentation de cette personne ; si le poste est vacant, ajoutez une vacance de poste

smt-security-officer-not-observer = { $person } siège à l’Équipe de gestion de la sécurité ({ $platform }) en qualité de "{ $capacity }", alors que les chargés de la sécurité y assistent en observateurs
    .primary = qualité enregistrée { $meeting-given ->
            [yes] à la réunion { $meeting }
           *[no] ici
        } : "{ $capacity }"
    .role = poste de { $person } le { $date }
    .help = indiquez la qualité "observer" ; si { $person } assurait l’intérim du chef de mission, ajoutez une désignation "acting-com" couvrant le { $date } ; si les termes de référence locaux font des chargés de la sécurité des membres, indiquez-le dans "local_terms"

smt-chair-not-do = l’Équipe de gestion de la sécurité ({ $platform }) est enregistrée comme présidée par { $chair } et non par le responsable désigné
    .primary = n’est pas le responsable désigné
    .help = indiquez la fonction du responsable désigné, par exemple "DO", ou mettez fin à cette présidence ; si les termes de référence locaux prévoient une autre présidence, indiquez-le dans "local_terms" ; si la plateforme est une équipe de zone ou une cellule de sécurité, corrigez son type
