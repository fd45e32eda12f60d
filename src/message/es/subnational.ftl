## Coordinación por debajo del nivel nacional. Véase en integrity.ftl el significado de los atributos.

ocha-role-mismatch = { $fault ->
        [ocha-chairs-hct] OCHA consta como quien preside el Equipo Humanitario de País { $platform }, que le corresponde facilitar
        [iccg-chaired-by-other] el Grupo de Coordinación Interclúster { $platform } consta como presidido por { $chair }, no por OCHA
       *[ocha-facilitates-iccg] OCHA consta como facilitadora del Grupo de Coordinación Interclúster { $platform }, cuya presidencia le corresponde
    }
    .primary = { $fault ->
            [ocha-chairs-hct] OCHA no preside el equipo
            [iccg-chaired-by-other] no es ninguno de estos: { $expected }
           *[ocha-facilitates-iccg] OCHA preside el grupo
        }
    .help = { $fault ->
            [ocha-chairs-hct] registre a OCHA como "facilitator" y al Coordinador Humanitario como "chair"
           *[other] registre a OCHA como "chair"; si OCHA no está en el país, regístrelo en "ocha_presence" de la misión; si los términos de referencia locales prevén otra presidencia, regístrelos en "local_terms"
        }

subnational-presence-unrepresented = la OIM está presente en { $place }, pero no tiene puesto en { $platform } el { $date }
    .primary = ninguna representación, en ninguna calidad, abarca el { $date }
    .office = una oficina de la OIM en ese lugar
    .site = un programa de la OIM trabaja en ese lugar
    .help = añada la representación del jefe de suboficina o del personal de programas en ese lugar{ $candidates-given ->
        [yes] , por ejemplo { $candidates }
       *[no] {""}
    }; si otro lugar de destino cubre la plataforma, o no hay acceso a ella, regístrelo en "local_terms" (covered-by-hub, no-access)

subnational-representative-elsewhere = { $person } representa a la OIM en { $platform }, en { $place }, pero su lugar de destino es { $duty_station } el { $date }
    .primary = { $person } está en otro lugar de destino, aunque la OIM tiene una oficina en { $place }
    .station = lugar de destino en esa fecha
    .place = donde se reúne la plataforma
    .help = designe al jefe de suboficina o al personal de programas en { $place }; si { $person } solo cubre el puesto por un tiempo, indique "cover" con el motivo y el último día; si la plataforma se cubre desde otro lugar por acuerdo, regístrelo en "local_terms" (covered-by-hub)

cmcoord-anachronism = la plataforma { $platform } consta como activa desde el { $from }, pero la coordinación civil-militar comenzó en Malí el { $earliest }
    .primary = antes del { $earliest }
    .platform = coordinación civil-militar
    .help = corrija la fecha, o el tipo de la plataforma si entonces se trataba de otra reunión

cmcoord-composition = la célula de coordinación civil-militar { $platform } no tiene el { $date } la composición prevista en sus términos de referencia
    .primary = deben formar parte de ella las fuerzas armadas, UNDSS, el PMA y OCHA, que la coordina
    .coordinator = la coordina { $coordinator }
    .platform = la célula
    .help = añada los miembros que faltan{ $missing-given ->
        [yes] {" "}({ $missing })
       *[no] {""}
    } e indique a OCHA como "coordinator"; si la lista está incompleta a propósito, omita "members"

cmcoord-iom-member = la OIM consta como miembro de la célula de coordinación civil-militar { $platform } el { $date }
    .primary = { $person-given ->
        [yes] { $person } participa como "{ $capacity }" sin "basis"
       *[no] la OIM no es miembro de la célula
    }
    .other = consta también aquí
    .platform = la célula
    .help = si la OIM fue invitada, regístrelo como "basis" del puesto, o registre la calidad "observer"; de lo contrario, elimine la entrada o corrija el tipo de la plataforma
