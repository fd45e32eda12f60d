## Gestión de la seguridad. Véase en integrity.ftl el significado de los atributos.

smt-com-absent = ningún Jefe de misión, titular o interino, figura como presente en la reunión del Equipo de Gestión de la Seguridad celebrada el { $date }
    .primary =
        { $presence-given ->
            [yes] { $person } figura aquí como { $presence ->
                [absent] ausente
                [excused] ausente con justificación
               *[other] { $presence }
            }
           *[no] { $person-given ->
                [yes] { $person } no figura en esta lista
               *[no] nadie de esta lista es Jefe de misión ese día
            }
        }
    .chief = Jefe de misión en esa fecha
    .acting-ended = la designación interina más cercana termina este día
    .acting-begins = la designación interina más cercana comienza este día
    .platform = el Equipo de Gestión de la Seguridad
    .help = si el Jefe de misión asistió, cambie "presence" a "present"; si alguien ejerció de interino, añada una designación "acting-com" que abarque el { $date } y registre a esa persona como presente; si el Jefe de misión se excusó, registre "excused" con un "reason"; si el cargo estaba vacante, registre la vacante; si la reunión no se celebró, corrija su "status"

smt-observer-only = la OIM consta en la reunión del Equipo de Gestión de la Seguridad del { $date } únicamente a través de observadores ({ $observers })
    .primary = { smt-com-absent.primary }
    .observer = presente como observador
    .chief = Jefe de misión en esa fecha
    .acting-ended = la designación interina más cercana termina este día
    .acting-begins = la designación interina más cercana comienza este día
    .platform = el Equipo de Gestión de la Seguridad
    .help = los observadores asisten junto al Jefe de misión, no en su lugar: si el Jefe de misión también asistió, añádalo con el valor "present" en "presence"; si uno de los presentes ejerció de Jefe de misión interino, añada una designación "acting-com" que abarque el { $date }; si el Jefe de misión se excusó, registre "excused" con un "reason"; si la reunión no se celebró, corrija su "status"

smt-delegate-not-acting = según los registros, { $person } ocupó el puesto del Jefe de misión en la reunión del Equipo de Gestión de la Seguridad del { $date }, pero ninguna designación interina abarca ese día
    .primary = presente aquí { $chief-given ->
            [yes] en lugar de { $chief }
           *[no] mientras nadie ocupa el cargo
        }
    .acting-ended = la designación { $designation-given ->
            [yes] { $designation } termina
           *[no] como Jefe de misión interino termina
        } este día
    .acting-begins = la designación { $designation-given ->
            [yes] { $designation } comienza
           *[no] como Jefe de misión interino comienza
        } este día
    .chief-row = lo que consta sobre el Jefe de misión
    .chief = Jefe de misión en esa fecha
    .help = si { $person } ejerció de Jefe de misión interino, añada una designación "acting-com" que abarque el { $date } y esta plataforma{ $designation-given ->
            [yes] , o corrija las fechas de { $designation }
           *[no] {""}
        }; si el Jefe de misión asistió, cambie "presence" a "present"; si el Jefe de misión se excusó, registre "excused" con un "reason"; si { $person } solo asistió en calidad de observador, corrija "capacity"

com-post-vacant = el cargo de Jefe de misión consta como vacante del { $from } al { $to }, y durante { $uncovered ->
        [one] uno de esos días
       *[other] { $uncovered } de esos días
    } no consta nadie como interino
    .primary = ningún Jefe de misión, titular o interino, durante { $uncovered ->
            [one] un día
           *[other] { $uncovered } días
        } de esta vacante
    .vacancy = vacante { $vacancy }
    .help = si alguien ejerció de interino, añada una designación "acting-com" con el fundamento "vacancy" para los días sin cubrir; si el cargo se cubrió, ponga fin a la vacante y añada la asignación; si el Jefe de misión de otra misión cubre esta, indique esa misión en "covered_by"

smt-com-representation-missing = ninguna representación en el Equipo de Gestión de la Seguridad { $platform } corresponde al Jefe de misión el { $date }
    .primary = { $members-given ->
            [yes] el miembro de la OIM aquí es { $members }
           *[no] la OIM no tiene ningún miembro aquí
        }
    .chief = Jefe de misión en esa fecha
    .member = ocupa un puesto de miembro
    .help = añada una representación para { $chief-given ->
            [yes] { $chief }
           *[no] el Jefe de misión
        } con la calidad "member", o corrija sus fechas; si alguien ejerce de Jefe de misión interino, añada una designación "acting-com" que abarque el { $date } y una representación de esa persona; si el cargo está vacante, registre la vacante

smt-security-officer-not-observer = { $person } participa en el Equipo de Gestión de la Seguridad { $platform } en calidad de "{ $capacity }", aunque los oficiales de seguridad asisten como observadores
    .primary = registrado con la calidad "{ $capacity }" { $meeting-given ->
            [yes] en { $meeting }
           *[no] aquí
        }
    .role = cargo de { $person } el { $date }
    .help = registre la calidad "observer"; si { $person } ejerció de Jefe de misión interino, añada una designación "acting-com" que abarque el { $date }; si los términos de referencia locales hacen miembros a los oficiales de seguridad, regístrelos en "local_terms"

smt-chair-not-do = el Equipo de Gestión de la Seguridad { $platform } consta como presidido por { $chair }, no por el Oficial Designado
    .primary = no es el Oficial Designado
    .help = registre la función del Oficial Designado, por ejemplo "DO", o ponga fin a esta presidencia; si los términos de referencia locales prevén otra presidencia, regístrelos en "local_terms"; si la plataforma es un equipo de zona o una célula de seguridad, corrija su tipo
