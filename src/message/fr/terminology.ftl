## Names. See integrity.ftl for what the attributes mean.

noncanonical-platform-name = { $fault ->
        [alias] la plateforme { $platform } est enregistrée comme "{ $written }", un autre nom de "{ $type }"
        [known-name] la plateforme { $platform } est enregistrée comme "other", bien que son nom local soit l’un de ceux de "{ $type }"
        [unexplained-other] la plateforme { $platform } est enregistrée comme "other" sans note
       *[unnamed-cluster] la plateforme { $platform } est enregistrée comme un cluster sans qu’il soit précisé lequel
    }
    .primary = { $fault ->
            [alias] un autre nom de "{ $type }"
            [known-name] connu comme "{ $type }"
            [unexplained-other] rien n’indique de quoi il s’agit
           *[unnamed-cluster] aucun code dans "clusters"
        }
    .name = un nom de "{ $type }"
    .help = { $fault ->
            [alias] écrivez "{ $type }" ; le nom utilisé dans le pays a sa place dans "local_names"
            [known-name] indiquez le type "{ $type }", ou corrigez le nom local
            [unexplained-other] si c’est l’un des types prévus, indiquez-le ; sinon, expliquez de quoi il s’agit dans une "note"
           *[unnamed-cluster] ajoutez les codes de ses clusters dans "clusters"
        }

superseded-cluster-name = la plateforme { $platform } est active sous { $clusters }, dont la transition de la mission du { $transition } a entraîné la fusion avec un autre cluster
    .primary = fusionné dans { $successor }
    .transition = la transition de la mission
    .help = indiquez le cluster { $successor } ; si l’ancien cluster n’existe plus, mettez fin à son statut "active" ; si la transition n’a pas encore eu lieu, corrigez "cluster_transition_date"

ambiguous-acronym = { $unit } désignait une autre unité jusqu’au { $until }, alors que le contact { $contact } existait déjà
    .primary = laquelle de ces unités est visée : { $meanings } ?
    .from = le contact commence ce jour-là
    .help = écrivez le nom de l’unité en toutes lettres, ou mettez fin à ce contact le { $until } et créez-en un autre pour l’unité actuelle

superseded-unit-name = le contact { $contact } indique l’unité { $unit }, qui n’existait plus à la date du { $date }
    .primary = { $until-given ->
        [yes] a existé jusqu’au { $until }
       *[no] a été remplacée
    }
    .help = { $successor-given ->
        [yes] indiquez { $successor }, qui lui a succédé
       *[no] indiquez l’unité qui exerce désormais ses attributions, réparties entre plusieurs
    } ; si le contact a pris fin avec l’unité, indiquez son dernier jour

superseded-strategy-name = le programme { $programme } a commencé le { $from } mais est rattaché à la stratégie { $framework }, alors arrivée à son terme
    .primary = la stratégie { $framework } était arrivée à son terme au début du programme
    .from = premier jour du programme { $programme }
    .help = rattachez le programme { $successor-given ->
        [yes] à la stratégie { $successor }
       *[no] à la stratégie actuelle
    } et à ses objectifs

superseded-un-framework-name = le programme { $programme } donne le nom « { $name } » à un cadre de coopération dont le cycle commence en { $cycle }
    .primary = nom des cadres dont le cycle est antérieur à la réforme
    .cycle = le cycle commence ici
    .help = donnez-lui { $successor-given ->
        [yes] le nom { $successor }
       *[no] son nom actuel
    } ; si le cadre est plus ancien, corrigez la première année de son cycle
