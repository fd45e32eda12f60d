## Data that should not be in the records. See integrity.ftl for what the attributes mean.

sensitive-content-in-security-record = { $fault ->
        [future-place] l’enregistrement { $id } indique où se tiendra une réunion de sécurité encore à venir
       *[other] l’enregistrement { $id } est relatif à la sécurité et contient du texte libre
    }
    .primary = { $fault ->
        [future-place] le lieu d’une réunion à venir
       *[other] texte libre
    }
    .start = encore à venir
    .platform = la plateforme concernée
    .help = { $fault ->
        [future-place] retirez "place" jusqu’à ce que la réunion ait eu lieu
       *[other] supprimez le texte et conservez-le là où la plateforme garde ses comptes rendus ; un ordre du jour que tout le monde peut lire peut rester si l’enregistrement porte la mention "public"
    }

personal-contact-detail = le champ "{ $field }" de l’enregistrement { $id } { $fault ->
        [telephone] contient un numéro de téléphone
        [guess] ressemble à l’adresse électronique d’une personne
       *[other] contient une adresse électronique qui n’est pas une adresse fonctionnelle de l’organisation
    }
    .primary = { $fault ->
        [telephone] contient un numéro de téléphone
        [guess] ressemble au nom d’une personne
       *[other] contient une adresse électronique
    }
    .help = { $fault ->
        [guess] utilisez l’adresse fonctionnelle de l’unité ; si c’en est une, laissez-la
       *[other] supprimez cet élément ; désignez les personnes par leur identifiant et les unités par leur adresse fonctionnelle
    }

retention-exceeded = les présences à la réunion { $meeting } du { $date } sont encore enregistrées au { $as_of }, plus de { $years ->
        [one] { $years } an
       *[other] { $years } ans
    } après
    .primary = présences conservées trop longtemps
    .years = nombre d’années pendant lesquelles la mission conserve les présences
    .help = videz la liste des présences, ou archivez la réunion là où des données personnelles peuvent être conservées ; si les enregistrements doivent être gardés pour un audit, accordez une dérogation à ce constat en indiquant le motif
