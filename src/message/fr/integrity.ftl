## Record integrity.
##
## Each message: what is wrong here, with its values. Attributes: `primary` says what stands at the marked place, `help`
## what to do, the others what stands at the related places. Every fact of the evidence is a variable; `$x-given` is
## "yes" where the fact x is there.

duplicate-id = l’identifiant { $id } est déjà utilisé par un autre enregistrement "{ $kind }"
    .primary = réutilisé ici
    .first = utilisé une première fois ici
    .help = donnez un autre identifiant à l’un des deux enregistrements et corrigez les références qui y mènent, ou supprimez celui qui est erroné

attendance-outside-assignment = { $person } a participé à la réunion { $meeting } le { $date } sans avoir d’affectation ce jour-là
    .primary = présence notée ici
    .ended = la dernière affectation avant ce jour se termine ici
    .begins = la première affectation après ce jour commence ici
    .help = si { $person } était en poste ce jour-là, corrigez les dates de l’affectation ou ajoutez-en une (les missions temporaires, les renforts et les consultances comptent) ; sinon, corrigez la présence ou la date de la réunion

attendee-without-representation = { $person } a participé { $count ->
        [one] { $count } fois
       *[other] { $count } fois
    } aux réunions de la plateforme { $platform } du { $from } au { $to } sans y avoir de siège permanent
    .primary = première participation sans siège ici
    .again = nouvelle participation ici
    .help = ajoutez une représentation de { $person } auprès de la plateforme { $platform } pour cette période ; si { $person } ne faisait qu’écouter, indiquez la qualité "observer"

concurrent-office-holder = { $person } et { $other } ont occupé en même temps le même poste ({ $role }) du { $from } au { $to }, soit { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }
    .primary = occupe également le poste
    .earlier = occupe déjà le poste
    .help = corrigez les dates des affectations, ou la fonction de la personne qui n’occupait pas le poste ; pour un chef de mission, une désignation "acting-com" couvrant tout le chevauchement l’explique

country-mismatch = { $country } ne fait pas partie des pays de la mission ({ $countries })
    .primary = n’est pas un pays de cette mission
    .countries = les pays de la mission
    .help = corrigez le pays, ou ajoutez-le aux pays de la mission ; pour un collègue prêté à un autre pays, donnez à l’affectation le type "surge", "standby" ou "tdy", ou indiquez comme lieu d’affectation le bureau de l’autre mission

dangling-reference = la référence { $reference } ne mène à rien : aucun élément "{ $expected }" ne porte cet identifiant
    .primary = ne mène nulle part
    .nearest = cet identifiant est proche
    .help = { $nearest-given ->
        [yes] écrivez { $nearest } si c’est ce qui est visé ; sinon, ajoutez l’élément "{ $expected }" { $reference }, ou corrigez la référence
       *[no] ajoutez l’élément "{ $expected }" { $reference }, ou corrigez la référence
     }

future-attendance = { $present ->
        [one] { $present } personne est notée présente
       *[other] { $present } personnes sont notées présentes
    } à la réunion { $meeting } du { $date }, postérieure au jour de ce contrôle ({ $as_of })
    .primary = présence à une réunion encore à venir
    .start = la réunion commence ici
    .help = n’enregistrez les présences qu’une fois la réunion tenue ; si elle l’a été, corrigez son début

interval-inverted = la fin ({ $to }) précède le début ({ $from })
    .primary = antérieur au début
    .from = commence ici
    .help = intervertissez les deux, ou corrigez la valeur erronée ; les heures comptent avec leur décalage par rapport à l’UTC

meeting-outside-platform-lifetime = { $status ->
        [suspended] la plateforme { $platform } s’est réunie le { $date } alors qu’elle était suspendue
        [deactivated] la plateforme { $platform } s’est réunie le { $date } alors qu’elle était désactivée
        [not-established] la plateforme { $platform } s’est réunie le { $date } alors qu’elle n’était pas établie
        [none] la plateforme { $platform } s’est réunie le { $date }, jour pour lequel aucun statut n’est indiqué
       *[other] la plateforme { $platform } s’est réunie le { $date } alors qu’elle n’était pas active
    }
    .primary = réunion tenue ce jour-là
    .status = le statut ce jour-là
    .ended = le dernier statut avant ce jour se termine ici
    .begins = le premier statut après ce jour commence ici
    .help = si la plateforme était active, corrigez son statut ; si cette réunion était une exception, donnez à "extraordinary" la valeur "extraordinary" ou "handover" ; sinon, corrigez la date ou la plateforme de la réunion

pcode-country-mismatch = { $parent-given ->
        [yes] le P-code { $pcode } ne commence pas par { $parent }, le P-code du bureau dont il relève
       *[no] le P-code { $pcode } ne correspond à aucun des pays attendus : { $countries }
    }
    .primary = { $parent-given ->
        [yes] hors de la zone du bureau de rattachement
       *[no] ne commence pas par le code du pays
     }
    .parent = le P-code du bureau de rattachement
    .countries = les pays de la mission
    .help = { $parent-given ->
        [yes] recherchez la localité dans les P-codes d’OCHA et corrigez, ou indiquez comme rattachement le bureau dont elle relève
       *[no] recherchez la localité dans les P-codes d’OCHA et corrigez ; si le bureau se trouve dans un autre pays, indiquez ce pays
     }

person-in-two-places = { $person } figure en deux endroits à la fois (le { $start }) : à la réunion { $meeting } ({ $place }) et à la réunion { $other } ({ $other_place })
    .primary = en personne à cette réunion
    .other = en personne à celle-ci également
    .help = corrigez les heures ou les lieux des réunions, ou les présences ; si { $person } a participé à distance, donnez à "mode" la valeur "remote"

platform-parent-cycle = la chaîne des rattachements revient à son point de départ : { $platforms }
    .primary = ce lien fait partie de la boucle
    .link = celui-ci aussi
    .help = déterminez laquelle de ces plateformes est au-dessus des autres, et supprimez le lien qui dit le contraire

unknown-country-code = { $code } n’est pas un code de pays ISO 3166-1 alpha-3
    .primary = code inconnu
    .help = { $suggestion-given ->
        [yes] écrivez { $suggestion }
       *[no] écrivez le code à trois lettres du pays, par exemple MLI ; XKX est admis pour le Kosovo
     }

wrong-kind-reference = { $reference } est { $actual ->
        [office] un bureau
       *[other] un enregistrement "{ $actual }"
    } et non { $expected ->
        [office] un bureau
       *[other] un enregistrement "{ $expected }"
    }
    .primary = { $expected ->
        [office] un bureau est attendu ici
       *[other] un enregistrement "{ $expected }" est attendu ici
     }
    .actual = ce à quoi mène la référence
    .help = écrivez l’identifiant de l’élément "{ $expected }" visé
