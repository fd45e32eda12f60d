## Who should be represented where. See integrity.ftl for what the attributes mean.

active-platform-unrepresented = personne ne représente l’OIM auprès de la plateforme { $platform }, active depuis le { $since }
    .primary = aucune représentation, en quelque qualité que ce soit, ne couvre le { $date }
    .status = active ce jour-là
    .help = ajoutez la représentation de la personne qui y siège ; si l’OIM n’y participe pas, donnez à "relevance" la valeur "not-relevant" avec le motif ; si la plateforme ne se réunit plus, mettez fin au statut "active" ; si un autre lieu d’affectation la couvre, indiquez-le dans "local_terms" (covered-by-hub, no-access)

mcof-sector-not-engaged = le programme { $programme } répond à une crise ({ $areas }), mais l’OIM ne siège à aucune plateforme compétente : { $platforms }
    .primary = aucune représentation auprès de { $platforms } ne couvre le { $date }
    .areas = domaines du programme pour lesquels des plateformes sont actives
    .platform = active pour l’un de ces domaines
    .help = ajoutez une représentation, au moins en qualité de "observer", auprès de l’une des plateformes suivantes : { $platforms } ; si aucune ne concerne l’OIM, donnez à "relevance" la valeur "not-relevant" avec un motif pour chacune

continuing-platform-disengaged = la plateforme { $platform } a tenu { $meetings ->
        [one] { $meetings } réunion
       *[other] { $meetings } réunions
    } du { $from } au { $to }, et aucune présence de l’OIM n’y est enregistrée
    .primary = personne de l’OIM n’était à ses réunions des { $window } derniers jours
    .meeting = réunion tenue sans l’OIM
    .help = si quelqu’un y a participé, ajoutez cette personne aux présences ; sinon, indiquez qui représente l’OIM auprès de la plateforme { $platform } et veillez à sa participation ; si l’OIM n’y a pas sa place, donnez à "relevance" la valeur "not-relevant" avec le motif

platform-status-missing = { $fault ->
        [no-record] aucune { $type ->
            [unct] Équipe pays des Nations Unies (UNCT)
            [pmt] Équipe de gestion des programmes (PMT)
            [omt] Équipe de gestion des opérations (OMT)
            [smt] Équipe de gestion de la sécurité (SMT)
           *[other] plateforme de type "{ $type }"
        } n’est enregistrée pour la mission
        [no-status] { $platform-given ->
            [yes] la plateforme { $platform }
           *[no] la plateforme
        } n’a pas de statut à la date du { $date }
       *[stale] la dernière confirmation ou modification du statut de { $platform-given ->
            [yes] la plateforme { $platform }
           *[no] la plateforme
        } est datée { $last-given ->
            [yes] du { $last }
           *[no] d’un jour inconnu
        }
    }
    .primary = { $fault ->
        [no-record] aucune plateforme de type "{ $type }"
        [no-status] aucun statut d’ici au { $date }
       *[stale] ancienneté en jours : { $days-given ->
            [yes] { $days }
           *[no] trop élevée
        } ; maximum admis : { $limit-given ->
            [yes] { $limit }
           *[no] moins
        }
    }
    .platform = cette plateforme
    .help = { $fault ->
        [no-record] ajoutez une plateforme de type "{ $type }" avec son statut ; si cette instance n’existe pas dans le pays, enregistrez-la comme "not-established" avec le motif
        [no-status] ajoutez le statut en vigueur à la date du { $date }
       *[stale] vérifiez auprès des intéressés si la plateforme fonctionne toujours comme indiqué, corrigez son statut si ce n’est pas le cas et inscrivez dans "confirmed" le jour de cette vérification
    }

suspended-contact-missing = la plateforme { $platform } est suspendue depuis le { $since }, et { $missing ->
        [convener] l’entité qui la convoque n’est pas indiquée
        [contact] aucun contact avec l’entité qui la convoque n’est enregistré depuis lors
       *[other] ni l’entité qui la convoque ni aucun contact depuis lors ne sont enregistrés
    }
    .primary = suspendue depuis { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } à la date du { $date }
    .status = suspendue à partir d’ici
    .help = { $missing ->
        [convener] indiquez dans "convener" l’organisation qui convoque la plateforme
        [contact] prenez contact avec l’entité qui convoque la plateforme et ajoutez un "contact-log" ; une tentative restée sans réponse compte, avec le résultat "unreachable"
       *[other] indiquez dans "convener" l’organisation qui convoque la plateforme, prenez contact avec elle et ajoutez un "contact-log"
    } ; si la plateforme a repris ses activités ou si elle est abandonnée, corrigez son statut

suspended-contact-stale = le dernier contact avec l’entité qui convoque la plateforme { $platform }, suspendue, remonte au { $date }, soit { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } avant la date du contrôle
    .primary = le dernier contact, { $contact } ; un contact est attendu tous les { $limit } jours
    .status = suspendue à partir d’ici
    .help = reprenez contact avec l’entité qui convoque la plateforme et ajoutez un "contact-log" ; si la plateforme a repris ses activités ou si elle est abandonnée, corrigez son statut
