## Integridad de los registros.
##
## Cada mensaje: qué está mal aquí, con sus valores. Atributos: `primary` dice qué hay en el lugar señalado, `help` qué
## hacer, los demás qué hay en los lugares relacionados. Cada hecho de la evidencia es una variable; `$x-given` es "yes"
## donde consta el hecho x.

duplicate-id = el id { $id } ya lo usa otro registro "{ $kind }"
    .primary = aquí se usa de nuevo
    .first = aquí se usa por primera vez
    .help = asigne otro id a uno de los dos registros y corrija las referencias a él, o elimine el registro erróneo

attendance-outside-assignment = { $person } asistió a la reunión { $meeting } el { $date } sin tener una asignación ese día
    .primary = aquí figura como presente
    .ended = la última asignación anterior a ese día termina aquí
    .begins = la primera asignación posterior a ese día comienza aquí
    .help = si { $person } estaba en funciones ese día, corrija las fechas de la asignación o añada una (también cuentan las comisiones de servicio, los refuerzos y las consultorías); si no, corrija la asistencia o la fecha de la reunión

attendee-without-representation = { $person } asistió a reuniones de { $platform } { $count ->
        [one] una vez
       *[other] { $count } veces
    } entre el { $from } y el { $to } sin tener allí un puesto permanente
    .primary = aquí asistió por primera vez sin puesto
    .again = aquí asistió de nuevo
    .help = añada una representación de { $person } en { $platform } para ese período; si { $person } solo estuvo como oyente, registre su calidad como "observer"

concurrent-office-holder = { $person } y { $other } ocuparon a la vez el cargo de { $role } del { $from } al { $to }: { $days ->
        [one] un día
       *[other] { $days } días
    }
    .primary = ocupa también el cargo
    .earlier = ocupa ya el cargo
    .help = corrija las fechas de las asignaciones, o la función de quien no ocupó el cargo; en el caso del Jefe de misión, una designación "acting-com" que abarque todo el período común lo explica

country-mismatch = { $country } no es uno de los países de la misión ({ $countries })
    .primary = no es un país de esta misión
    .countries = los países de la misión
    .help = corrija el país, o añádalo a los países de la misión; si se trata de personal cedido a otro país, indique como tipo de asignación "surge", "standby" o "tdy", o la oficina de la otra misión como lugar de destino

dangling-reference = no existe nada de tipo "{ $expected }" con el id { $reference }
    .primary = no lleva a ninguna parte
    .nearest = este id se le parece
    .help = { $nearest-given ->
        [yes] escriba { $nearest } si eso es lo que se quiso decir; de lo contrario, añada { $reference } como "{ $expected }", o corrija la referencia
       *[no] añada { $reference } como "{ $expected }", o corrija la referencia
     }

future-attendance = { $present ->
        [one] una persona figura como presente
       *[other] { $present } personas figuran como presentes
    } en la reunión { $meeting } el { $date }, fecha posterior al { $as_of }, día de esta revisión
    .primary = presente en una reunión aún por celebrar
    .start = la reunión comienza aquí
    .help = registre la asistencia una vez celebrada la reunión; si ya se celebró, corrija su comienzo

interval-inverted = el final ({ $to }) es anterior al comienzo ({ $from })
    .primary = anterior al comienzo
    .from = comienza aquí
    .help = intercambie los dos valores, o corrija el que sea erróneo; las horas se comparan teniendo en cuenta su diferencia con UTC

meeting-outside-platform-lifetime = { $status ->
        [suspended] la plataforma { $platform } se reunió el { $date }, cuando estaba suspendida
        [deactivated] la plataforma { $platform } se reunió el { $date }, cuando estaba desactivada
        [not-established] la plataforma { $platform } se reunió el { $date }, cuando no estaba establecida
        [none] la plataforma { $platform } se reunió el { $date }, día para el que no consta su estado
       *[other] la plataforma { $platform } se reunió el { $date }, cuando no estaba activa
    }
    .primary = se celebró ese día
    .status = el estado en esa fecha
    .ended = el último estado anterior a ese día termina aquí
    .begins = el primer estado posterior a ese día comienza aquí
    .help = si la plataforma estaba activa, corrija su estado; si esta reunión fue una excepción, indique en "extraordinary" el valor "extraordinary" o "handover"; de lo contrario, corrija la fecha o la plataforma de la reunión

pcode-country-mismatch = { $parent-given ->
        [yes] el P-code { $pcode } no comienza por { $parent }, el P-code de la oficina superior
       *[no] el P-code { $pcode } no corresponde a ninguno de estos países: { $countries }
    }
    .primary = { $parent-given ->
        [yes] fuera de la zona de la oficina superior
       *[no] no comienza por el código del país
     }
    .parent = el P-code de la oficina superior
    .countries = los países de la misión
    .help = { $parent-given ->
        [yes] busque el lugar en los P-codes de OCHA y corrija el código, o indique como superior la oficina de la que depende
       *[no] busque el lugar en los P-codes de OCHA y corrija el código; si la oficina está en otro país, indique ese país
     }

person-in-two-places = { $person } figura en dos lugares a la vez ({ $start }): en la reunión { $meeting } ({ $place }) y en la reunión { $other } ({ $other_place })
    .primary = presente en persona en esta reunión
    .other = presente en persona también en esta
    .help = corrija la hora o el lugar de las reuniones, o la asistencia; si { $person } participó a distancia, indique "remote" en "mode"

platform-parent-cycle = al pasar de cada plataforma a su superior se forma un círculo: { $platforms }
    .primary = este vínculo forma parte del círculo
    .link = este también
    .help = decida cuál de estas plataformas está por encima de las demás y elimine el vínculo que indique lo contrario

unknown-country-code = { $code } no es un código de país ISO 3166-1 alfa-3
    .primary = código desconocido
    .help = { $suggestion-given ->
        [yes] escriba { $suggestion }
       *[no] escriba el código de tres letras del país, por ejemplo MLI; para Kosovo se acepta XKX
     }

wrong-kind-reference = { $reference } es { $actual ->
        [office] una oficina
       *[other] un registro "{ $actual }"
    }, no { $expected ->
        [office] una oficina
       *[other] un registro "{ $expected }"
    }
    .primary = { $expected ->
        [office] aquí se espera una oficina
       *[other] aquí se espera un registro "{ $expected }"
     }
    .actual = aquello a lo que lleva la referencia
    .help = escriba el id del "{ $expected }" que corresponda
