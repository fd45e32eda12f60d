## Coordinación para el desarrollo. Véase en integrity.ftl el significado de los atributos.

omt-representation-rmo = { $person } representa a la OIM en el Equipo de Gestión de Operaciones { $platform } sin { $rmo-given ->
        [yes] ser Oficial de gestión de recursos el { $date }
       *[no] ocupar el cargo administrativo de mayor rango el { $date }
    }
    .primary = { $role-given ->
            [yes] { $role } en esa fecha
           *[no] sin cargo en esa fecha
        }
    .rmo = Oficial de gestión de recursos en esa fecha
    .role = cargo de { $person }
    .help = asigne el puesto a { $rmo-given ->
            [yes] { $rmo }
           *[no] quien ocupe el cargo administrativo de mayor rango
        }; si { $person } solo está como oyente, registre la calidad "observer"; si se trata de una suplencia breve, indique "cover" con el motivo y el último día

pmt-representation-level = { $person } representa a la OIM en el Equipo de Gestión de Programas { $platform } sin un cargo superior de programas el { $date }
    .primary = { $role-given ->
            [yes] { $role } en esa fecha
           *[no] sin cargo en esa fecha
        }
    .role = cargo de { $person }
    .help = asigne el puesto al Jefe de misión adjunto o a un Gerente superior de programas; si { $person } ya tiene otro cargo, añada la asignación; si { $person } solo está como oyente, registre la calidad "observer"

unct-representation-level = { $person } representa a la OIM en el Equipo de las Naciones Unidas en el País { $platform } sin estar al frente de la misión el { $date }
    .primary = { $role-given ->
            [yes] { $role } en esa fecha
           *[no] sin cargo en esa fecha
        }
    .role = cargo de { $person }
    .chief = Jefe de misión en esa fecha
    .help = el puesto corresponde { $chief-given ->
            [yes] al Jefe de misión, { $chief }
           *[no] al Jefe de misión
        }; asígneselo, o corrija sus fechas; si { $person } ejerce de Jefe de misión interino, añada una designación "acting-com" que abarque el { $date } y esta plataforma; si { $person } actúa en suplencia, registre la calidad "alternate"

unct-chair-not-rc = el Equipo de las Naciones Unidas en el País { $platform } consta como presidido por { $chair }, no por el Coordinador Residente
    .primary = no es el Coordinador Residente
    .help = registre la función del Coordinador Residente, por ejemplo "RC" o "RC/HC", o ponga fin a esta presidencia; si los términos de referencia locales prevén otra presidencia, regístrelos en "local_terms"

platform-parent-mismatch = { $type ->
        [hct] el Equipo Humanitario de País { $platform } consta como dependiente de { $parents }, pese a estar por encima
        [unct] el Equipo de las Naciones Unidas en el País { $platform } consta como dependiente de { $parents }, pese a estar por encima
        [smt] el Equipo de Gestión de la Seguridad { $platform } consta como dependiente de { $parents }, pese a estar por encima
       *[other] la plataforma { $platform } ({ $type }) consta como dependiente de { $parents } ({ $parent_types }), no de una plataforma del tipo previsto ({ $expected })
    }
    .primary = no está por encima de { $platform }
    .parent = registrada como su plataforma superior
    .help = { $type ->
            [hct] elimine esta plataforma superior e incluya { $platform } entre las superiores de la otra
            [unct] elimine esta plataforma superior e incluya { $platform } entre las superiores de la otra
            [smt] elimine esta plataforma superior e incluya { $platform } entre las superiores de la otra
           *[other] indique la plataforma a la que rinde cuentas, o añádala; si la plataforma superior o { $platform } es de otro tipo, corrija el tipo
        }
