## Coordination below the national level. See integrity.ftl for what the attributes mean.

ocha-role-mismatch = { $fault ->
        [ocha-chairs-hct] OCHA est enregistré comme assurant la présidence de l’Équipe humanitaire pays ({ $platform }), dont il est le facilitateur
        [iccg-chaired-by-other] le Groupe de coordination inter-clusters ({ $platform }) est enregistré comme présidé par { $chair } et non par OCHA
       *[ocha-facilitates-iccg] OCHA est enregistré comme facilitateur du Groupe de coordination inter-clusters ({ $platform }), qu’il préside
    }
    .primary = { $fault ->
            [ocha-chairs-hct] OCHA ne préside pas l’équipe
            [iccg-chaired-by-other] ne figure pas parmi : { $expected }
           *[ocha-facilitates-iccg] OCHA préside le groupe
        }
    .help = { $fault ->
            [ocha-chairs-hct] indiquez OCHA comme "facilitator" et le Coordonnateur humanitaire comme "chair"
           *[other] indiquez OCHA comme "chair" ; si OCHA n’est pas présent dans le pays, indiquez-le dans "ocha_presence" de la mission ; si les termes de référence locaux prévoient une autre présidence, indiquez-le dans "local_terms"
        }

subnational-presence-unrepresented = l’OIM est présente à { $place } mais n’a pas de siège auprès de la plateforme { $platform } à la date du { $date }
    .primary = aucune représentation, en quelque qualité que ce soit, ne couvre le { $date }
    .office = un bureau de l’OIM sur place
    .site = un programme de l’OIM y travaille
    .help = ajoutez la représentation du chef de sous-bureau ou d’une personne du personnel de programme sur place{ $candidates-given ->
        [yes] , par exemple { $candidates }
       *[no] {""}
    } ; si un autre lieu d’affectation couvre la plateforme, ou si elle n’est pas accessible, indiquez-le dans "local_terms" (covered-by-hub, no-access)

subnational-representative-elsewhere = { $person } représente l’OIM auprès de la plateforme { $platform } à { $place } mais, à la date du { $date }, son lieu d’affectation est { $duty_station }
    .primary = { $person } est en poste ailleurs, bien que l’OIM ait un bureau à { $place }
    .station = lieu d’affectation ce jour-là
    .place = où la plateforme se réunit
    .help = désignez le chef de sous-bureau ou une personne du personnel de programme à { $place } ; si { $person } n’assure qu’un remplacement, ajoutez "cover" avec le motif et le dernier jour ; s’il est convenu que la plateforme est couverte depuis un autre lieu, indiquez-le dans "local_terms" (covered-by-hub)

cmcoord-anachronism = selon l’enregistrement, la plateforme { $platform } est active à partir du { $from }, mais la coordination civilo-militaire n’a commencé au Mali que le { $earliest }
    .primary = avant le { $earliest }
    .platform = coordination civilo-militaire
    .help = corrigez le jour, ou le type de la plateforme s’il s’agissait alors d’une autre réunion

cmcoord-composition = la cellule de coordination civilo-militaire ({ $platform }) n’a pas la composition prévue à la date du { $date }
    .primary = les forces armées, l’UNDSS, le PAM et OCHA en font partie ; OCHA assure la coordination
    .coordinator = coordination assurée par { $coordinator }
    .platform = la cellule
    .help = ajoutez les membres manquants{ $missing-given ->
        [yes] {" "}({ $missing })
       *[no] {""}
    } et indiquez OCHA comme "coordinator" ; si la liste est volontairement incomplète, omettez "members"

cmcoord-iom-member = l’OIM est enregistrée comme membre de la cellule de coordination civilo-militaire ({ $platform }) à la date du { $date }
    .primary = { $person-given ->
        [yes] { $person } y a la qualité "{ $capacity }" sans "basis"
       *[no] l’OIM n’est pas membre de la cellule
    }
    .other = enregistré ici également
    .platform = la cellule
    .help = si l’OIM a été invitée, indiquez-le dans "basis" du siège, ou indiquez la qualité "observer" ; sinon, supprimez l’entrée, ou corrigez le type de la plateforme
