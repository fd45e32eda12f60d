## Quién debe estar representado y dónde. Véase en integrity.ftl el significado de los atributos.

active-platform-unrepresented = nadie representa a la OIM en { $platform }, plataforma activa desde el { $since }
    .primary = ninguna representación, en ninguna calidad, abarca el { $date }
    .status = activa ese día
    .help = añada la representación de quien participa en ella; si la OIM no participa, indique "not-relevant" en "relevance" con un motivo; si la plataforma ya no se reúne, ponga fin al estado "active"; si la cubre otro lugar de destino, regístrelo en "local_terms" (covered-by-hub, no-access)

mcof-sector-not-engaged = { $programme } responde a una crisis ({ $areas }), pero la OIM no tiene puesto en ninguna de las plataformas correspondientes: { $platforms }
    .primary = ninguna representación en { $platforms } abarca el { $date }
    .areas = áreas programáticas para las que hay plataformas activas
    .platform = activa para una de estas áreas
    .help = añada una representación, al menos como "observer", en una de estas plataformas: { $platforms }; si ninguna interesa a la OIM, indique "not-relevant" en su "relevance" con un motivo

continuing-platform-disengaged = la plataforma { $platform } celebró { $meetings ->
        [one] una reunión
       *[other] { $meetings } reuniones
    } entre el { $from } y el { $to }, y no consta la presencia de nadie de la OIM
    .primary = nadie de la OIM asistió a sus reuniones de los últimos { $window } días
    .meeting = celebrada sin nadie de la OIM
    .help = si alguien asistió, añada su asistencia; de lo contrario, indique quién representa a la OIM en { $platform } y asegúrese de que asista; si la OIM no participa en ella, indique "not-relevant" en "relevance" con el motivo

platform-status-missing = { $fault ->
        [no-record] no consta en la misión ningún { $type ->
            [unct] Equipo de las Naciones Unidas en el País
            [pmt] Equipo de Gestión de Programas
            [omt] Equipo de Gestión de Operaciones
            [smt] Equipo de Gestión de la Seguridad
           *[other] registro de plataforma de tipo "{ $type }"
        }
        [no-status] { $platform-given ->
            [yes] { $platform }
           *[no] la plataforma
        } no tiene estado el { $date }
       *[stale] el estado de { $platform-given ->
            [yes] { $platform }
           *[no] la plataforma
        } se confirmó o modificó por última vez { $last-given ->
            [yes] el { $last }
           *[no] en fecha desconocida
        }
    }
    .primary = { $fault ->
        [no-record] ninguna plataforma de tipo "{ $type }"
        [no-status] sin estado desde aquí hasta el { $date }
       *[stale] tiene { $days-given ->
            [yes] { $days }
           *[no] demasiados
        } días; se admiten { $limit-given ->
            [yes] { $limit }
           *[no] menos
        }
    }
    .platform = esta plataforma
    .help = { $fault ->
        [no-record] añada una plataforma de tipo "{ $type }" con su estado; si ese órgano no existe en el país, regístrelo como "not-established" con el motivo
        [no-status] añada el estado vigente el { $date }
       *[stale] pregunte si la plataforma sigue funcionando como consta, corrija su estado si no es así e indique en "confirmed" el día en que preguntó
    }

suspended-contact-missing = la plataforma { $platform } está suspendida desde el { $since }, y { $missing ->
        [convener] no consta su entidad convocante
        [contact] no consta desde entonces ningún contacto con su entidad convocante
       *[other] no constan ni su entidad convocante ni ningún contacto desde entonces
    }
    .primary = lleva { $days ->
        [one] un día
       *[other] { $days } días
    } suspendida al { $date }
    .status = suspendida desde aquí
    .help = { $missing ->
        [convener] registre como "convener" la organización que la convoca
        [contact] póngase en contacto con la entidad convocante y añada un registro contact-log; un intento sin respuesta también cuenta, con el resultado "unreachable"
       *[other] registre como "convener" la organización que la convoca, póngase en contacto con ella y añada un registro contact-log
    }; si la plataforma vuelve a funcionar o se ha abandonado, corrija su estado

suspended-contact-stale = el último contacto con la entidad convocante de { $platform }, que está suspendida, fue el { $date }, hace { $days ->
        [one] un día
       *[other] { $days } días
    }
    .primary = el último contacto, { $contact }; se espera uno cada { $limit } días
    .status = suspendida desde aquí
    .help = póngase de nuevo en contacto con la entidad convocante y añada un registro contact-log; si la plataforma vuelve a funcionar o se ha abandonado, corrija su estado
