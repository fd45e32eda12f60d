## Records that are late, old or unfinished. See integrity.ftl for what the attributes mean.

representation-expired = personne ne parle plus au nom de l’OIM auprès de la plateforme { $platform } : le siège de { $person } a pris fin le { $ended }, { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } avant le { $date }
    .primary = le dernier jour du dernier siège
    .begins = { $successor-given ->
        [yes] { $successor } commence ce jour-là
       *[no] le siège suivant commence ce jour-là
    }
    .platform = encore active
    .help = ajoutez la représentation de la personne qui prend la relève, ou repoussez le dernier jour si { $person } y siège toujours ; si le siège devait prendre fin, donnez à "relevance" la valeur "not-relevant" avec le motif ou, dans la représentation, donnez à "historic" la valeur true

policy-version-gap = { $records ->
        [one] { $records } enregistrement (du { $earliest }) est antérieur à la première politique en la matière et n’est donc pas évalué d’après elle
       *[other] { $records } enregistrements (le plus ancien date du { $earliest }) sont antérieurs à la première politique en la matière et ne sont donc pas évalués d’après elle
    }
    .primary = la mission
    .early = avant la politique en la matière
    .help = ne tirez aucune conclusion du silence de l’outil sur cette époque, antérieure à { $packs } ; utilisez --policy latest pour savoir ce que les politiques actuelles diraient de ces enregistrements

scale-up-overrun = { $fault ->
        [renamed] une activation commencée le { $from } s’appelle « Scale-Up » et non « urgence de niveau 3 »
       *[other] le Scale-Up du { $from } a duré jusqu’au { $to } ou au-delà, soit plus de { $months ->
            [one] { $months } mois
           *[other] { $months } mois
        }
    }
    .primary = { $fault ->
        [renamed] le nom en usage jusqu’en novembre 2018
       *[other] au-delà de la durée prévue par le protocole
    }
    .from = commence ce jour-là
    .to = devrait prendre fin ce jour-là
    .help = { $fault ->
        [renamed] écrivez "iasc-scale-up"
       *[other] indiquez le dernier jour de l’activation ; si elle a été prolongée, donnez à "extension" la valeur true
    }

late-entry = la réunion { $meeting } du { $date } a été saisie le { $recorded }, { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } plus tard
    .primary = saisie plus de { $limit ->
        [one] { $limit } jour
       *[other] { $limit } jours
    } après la réunion
    .start = la réunion commence ici
    .help = vérifiez les présences d’après le compte rendu, car elles ont été consignées tardivement ; si la date de saisie ou celle de la réunion est erronée, corrigez-la

meeting-cadence-gap = la plateforme { $platform } devrait se réunir selon la périodicité { $cadence }, mais aucune réunion n’est enregistrée du { $from } au { $to }
    .primary = { $days } jours sans réunion, pour un maximum de { $allowed }
    .before = la dernière réunion avant l’interruption
    .after = la réunion suivante
    .help = ajoutez les réunions manquantes, y compris celles qui ont été annulées ; s’il n’y en a pas eu, donnez à "complete" la valeur true dans la "period" du fichier ; si la plateforme se réunit désormais moins souvent ou plus du tout, corrigez sa "cadence" ou son statut

period-incomplete = { $fault ->
        [open] la période du { $from } au { $to } est terminée mais n’est pas déclarée complète
        [running] la période du { $from } au { $to } est déclarée complète à la date du { $date }, avant son terme
       *[outcome-open] la période du { $from } au { $to } est déclarée complète, alors que { $meeting-given ->
            [yes] la réunion { $meeting }
           *[no] une réunion
        } y est encore enregistrée comme prévue
    }
    .primary = { $fault ->
        [open] n’est pas déclarée complète
        [running] déclarée complète trop tôt
       *[outcome-open] passée à la date du { $date }, mais encore prévue ici
    }
    .end = la période se termine ici
    .start = la réunion commence ici
    .help = { $fault ->
        [open] ajoutez les réunions manquantes, puis donnez à "complete" la valeur true
        [running] donnez à "complete" la valeur false jusqu’à ce que la période soit terminée et que toutes ses réunions soient saisies
       *[outcome-open] indiquez si la réunion a été tenue ou annulée, ou donnez à "complete" la valeur false
    }

stale-record = la dernière confirmation ou modification de l’enregistrement { $id } ("{ $kind }") remonte au { $last }, soit { $days } jours avant la date du contrôle
    .primary = rien de plus récent que le { $last }
    .help = un enregistrement "{ $kind }" doit être confirmé au bout de { $limit ->
        [one] { $limit } jour
       *[other] { $limit } jours
    } : vérifiez s’il est toujours exact, corrigez-le si ce n’est pas le cas et inscrivez dans "confirmed" le jour de la vérification ; s’il n’est plus en vigueur, indiquez son dernier jour ; s’il n’est conservé que pour mémoire, donnez à "historic" la valeur true
