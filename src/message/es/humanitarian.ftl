## Coordinación humanitaria. Véase en integrity.ftl el significado de los atributos.

cluster-staff-mismatch = { $person } representa a la OIM en { $platform } ({ $clusters }), pero el { $date } ninguno de los programas de esa persona corresponde a { $clusters }
    .primary = ningún programa de { $person } corresponde a { $clusters } el { $date }
    .areas = áreas programáticas de { $person }
    .clusters = clústeres de { $platform }
    .role = función de { $person } ese día
    .help = designe { $candidates-given ->
            [yes] a otra persona cuyos programas correspondan a este clúster, por ejemplo { $candidates }
           *[no] a un oficial de programas u operaciones cuyos programas correspondan a este clúster
        }; o bien, si los programas de { $person } están registrados de forma incompleta, añada el que falta o sus "areas" o "clusters"; o registre la calidad "observer"; o, si se trata de una suplencia breve, indique "cover" con el motivo y el último día

cluster-role-unsuitable = { $person } representa a la OIM en { $platform } como { $role }, que no es una función de programas ni de operaciones
    .primary = { $person } no tiene ninguna función de programas, operaciones o coordinación el { $date }
    .role = función de { $person } ese día
    .help = designe a un oficial de programas u operaciones del mismo programa; o bien, si { $person } ya tiene otra función, añada la asignación; o registre la calidad "observer"; o, si se trata de una suplencia breve, indique "cover" con el motivo y el último día

hct-alternate-unsupported = { $fault ->
        [no-designation] { $person } ocupa un puesto en el Equipo Humanitario de País { $platform } sin una designación como suplente
        [expired] { $person } ocupa un puesto en el Equipo Humanitario de País { $platform } del { $from } al { $to }, pero durante { $uncovered ->
            [one] uno de esos días
           *[other] { $uncovered } de esos días
        } no estaba vigente ninguna designación como suplente
        [no-ground] la designación de { $person } como suplente en el Equipo Humanitario de País { $platform } no se basa en la experiencia limitada del Jefe de misión
       *[not-team-lead] { $person } es suplente en el Equipo Humanitario de País { $platform } sin ser Jefe del equipo de respuesta rápida
    }
    .primary = { $fault ->
            [no-designation] sin designación como suplente
            [expired] sin designación durante una parte del período
            [no-ground] la designación tiene otro fundamento, o ninguno
           *[not-team-lead] no es Jefe del equipo de respuesta rápida el { $to }
        }
    .ended = la designación más cercana termina este día
    .begins = la designación más cercana comienza este día
    .ground = en qué se basa la designación
    .role = cargo de { $person } el { $to }
    .help = { $fault ->
            [no-ground] si el Jefe de misión tiene experiencia limitada en emergencias, indique en la designación el fundamento "com-limited-experience"; si el Jefe de misión estaba ausente, registre una designación "acting-com"
            [not-team-lead] designe al Jefe del equipo de respuesta rápida o, si { $person } lo es, añada la asignación; de lo contrario, el puesto corresponde al Jefe de misión
           *[other] añada una designación "hct-alternate" con el fundamento "com-limited-experience" para los días sin cubrir, o corrija las fechas; si { $person } ya no habla allí en nombre de la OIM, ponga fin a la representación
        }

hct-coordinator-not-observer = { $person } ({ $role }) participa en el Equipo Humanitario de País { $platform } en calidad de "{ $capacity }", aunque los coordinadores de clúster asisten como observadores
    .primary = registrado como "{ $capacity }"
    .role = cargo de { $person } el { $date }
    .help = registre la calidad "observer" y asigne el puesto de la OIM a su representante de mayor rango; si los términos de referencia locales hacen miembros a los coordinadores, regístrelos en "local_terms"

hct-representation-level = { $person } representa a la OIM en el Equipo Humanitario de País { $platform } sin estar al frente de la misión el { $date }
    .primary = { $role-given ->
            [yes] { $role } en esa fecha
           *[no] sin cargo en esa fecha
        }
    .role = cargo de { $person }
    .chief = Jefe de misión en esa fecha
    .help = el puesto corresponde { $chief-given ->
            [yes] al Jefe de misión, { $chief }
           *[no] al Jefe de misión
        }; si { $person } ejerce de Jefe de misión interino, añada una designación "acting-com" que abarque el { $date } y esta plataforma; si { $person } es Jefe del equipo de respuesta rápida, añada una designación "hct-alternate"; si { $person } solo está como oyente, registre la calidad "observer"

iccg-non-coordinator = { $person } ocupa el puesto de la OIM en el Grupo de Coordinación Interclúster { $platform } sin coordinar ningún clúster el { $date }
    .primary = { $role-given ->
            [yes] { $role } en esa fecha
           *[no] sin cargo en esa fecha
        }
    .role = cargo de { $person }
    .help = el puesto corresponde al coordinador de un clúster liderado por la OIM; si { $person } coordina alguno, o un grupo de trabajo, añada la asignación, la entrada en "cluster_coordinators" o una representación allí como "coordinator"; si { $person } solo está como oyente, registre la calidad "observer"

hct-chair-not-hc = el Equipo Humanitario de País { $platform } consta como presidido por { $chair }, no por quien corresponde ({ $expected })
    .primary = no es el Coordinador Humanitario
    .designated = la misión tiene Coordinador Humanitario desde esta fecha
    .help = registre la función de quien preside, por ejemplo "HC" o "RC/HC", o ponga fin a esta presidencia; si ya no hay Coordinador Humanitario, corrija "humanitarian_coordinator" en el registro de la misión; si OCHA presta apoyo al equipo, regístrela como "facilitator"; si los términos de referencia locales prevén otra presidencia, regístrelos en "local_terms"

refugee-context-cluster = { $fault ->
        [cluster-in-refugee-context] { $platform } consta como clúster activo, aunque la respuesta se coordina según el modelo para refugiados desde el { $since }
       *[sector-typed-as-cluster] { $platform } consta como clúster, aunque es un sector de la respuesta para refugiados
    }
    .primary = { $fault ->
            [cluster-in-refugee-context] en el modelo para refugiados no hay clústeres
           *[sector-typed-as-cluster] es un sector, no un clúster
        }
    .model = el modelo de contexto el { $date }
    .forum = un foro de coordinación para refugiados
    .help = { $fault ->
            [cluster-in-refugee-context] si ya es un sector, registre el tipo "working-group" con el entorno "sector"; si ha terminado, ponga fin a su estado "active"; si siguen existiendo clústeres junto a los sectores, cambie el modelo de contexto a "mixed"
           *[sector-typed-as-cluster] registre el tipo "working-group" con el entorno "sector"; si es un clúster para personas desplazadas, corrija sus plataformas superiores o su entorno
        }

cluster-double-hat = { $person } coordina { $platform } ({ $clusters }), y nadie más habla allí por los programas de la OIM el { $date }
    .primary = { $person } debe coordinar y hablar por la OIM a la vez
    .coordinator = coordina el clúster
    .platform = el clúster
    .help = designe como "member" o "alternate" a otra persona cuyos programas correspondan a { $clusters }, por ejemplo { $candidates }, y mantenga a { $person } con la calidad "coordinator"

cluster-lead-without-coordinator = la OIM es { $capacity ->
        [co-lead] organismo colíder
       *[other] organismo líder
    } de { $platform } ({ $clusters }) desde el { $since }, pero el { $date } nadie coordina el clúster por la OIM
    .primary = activo, liderado por la OIM, sin coordinador de la OIM
    .lead = la OIM como organismo líder
    .vacancy = este cargo está vacante y no se ha anunciado
    .ended = el último coordinador indicado aquí terminó este día
    .help = { $vacancy-given ->
        [yes] anuncie la vacante { $vacancy } e indique "advertised"
       *[no] registre la asignación del coordinador, o una vacante con "advertised"
    }; si coordina un asociado, regístrelo en "local_terms" (coordinator-by-partner); si la OIM ya no lidera el clúster, indique el último día en "lead_agencies"

cluster-programme-uncovered = nadie habla por la OIM en { $platform } ({ $clusters }) el { $date }, aunque hay programas que le corresponden: { $programmes }
    .primary = no hay aquí miembro, suplente ni coordinador el { $date }
    .areas = áreas programáticas que deben tener voz allí
    .help = añada una representación con la calidad "member" { $candidates-given ->
        [yes] para una persona cuyos programas correspondan al clúster, por ejemplo { $candidates }
       *[no] para un oficial de programas u operaciones del programa
    }; si se cubre desde otro lugar, o no hay acceso, regístrelo en "local_terms" (covered-by-hub, no-access)

iccg-coordinator-absent = la OIM lidera o colidera { $platform } ({ $clusters }), pero el { $date } ninguno de sus coordinadores tiene puesto en { $iccg }
    .primary = sin voz en { $iccg }
    .lead = la OIM como organismo líder
    .coordinator = coordina el clúster por la OIM
    .group = grupo interclúster activo
    .help = { $coordinators-given ->
        [yes] añada una representación de { $coordinators } en { $iccg }
       *[no] registre quién coordina { $platform } y añada la representación en { $iccg }
    }; si coordina un asociado, regístrelo en "local_terms" (coordinator-by-partner)

cluster-attendance-mismatch = { $person } asistió a { $platform } ({ $clusters }) por la OIM entre el { $from } y el { $to }, pero ninguno de los programas de esa persona corresponde a { $clusters }
    .primary = { $count ->
        [one] una vez
       *[other] { $count } veces
    } sin tener allí puesto ni programa
    .again = aquí asistió de nuevo
    .areas = áreas programáticas de { $person }
    .clusters = clústeres de { $platform }
    .help = si { $person } solo estuvo como oyente, registre su calidad como "observer"; si los programas de { $person } están registrados de forma incompleta, añada el que falta; de lo contrario, envíe a otra persona cuyos programas correspondan al clúster
