## Registros tardíos, antiguos o inacabados. Véase en integrity.ftl el significado de los atributos.

representation-expired = ya nadie habla por la OIM en { $platform }: el puesto de { $person } terminó el { $ended }, { $days ->
        [one] un día
       *[other] { $days } días
    } antes del { $date }
    .primary = el último día del último puesto
    .begins = { $successor-given ->
        [yes] { $successor } comienza este día
       *[no] el puesto siguiente comienza este día
    }
    .platform = sigue activa
    .help = añada la representación de quien le sucede, o aplace el último día si { $person } sigue ocupando el puesto; si el puesto debía terminar, indique "not-relevant" en "relevance" con un motivo o marque el registro como "historic"

policy-version-gap = { $records ->
        [one] un registro no se juzgó por ser anterior
       *[other] { $records } registros no se juzgaron por ser anteriores
    } a la primera política en la materia (el más antiguo, del { $earliest })
    .primary = la misión
    .early = anterior a la política en la materia
    .help = no saque conclusiones del silencio de missionlint sobre esa época: las políticas son posteriores ({ $packs }); con --policy latest verá qué dirían de estos registros las políticas actuales

scale-up-overrun = { $fault ->
        [renamed] una emergencia de nivel 3 que comenzó el { $from } se llama Scale-Up
       *[other] el Scale-Up del { $from } duró hasta el { $to } o más, es decir, más de { $months ->
            [one] un mes
           *[other] { $months } meses
        }
    }
    .primary = { $fault ->
        [renamed] el nombre en uso hasta noviembre de 2018
       *[other] más tiempo del que permite el protocolo
    }
    .from = comienza este día
    .to = debe terminar este día
    .help = { $fault ->
        [renamed] escriba "iasc-scale-up"
       *[other] indique el último día de la activación; si se prorrogó, indique "extension" como true
    }

late-entry = la reunión { $meeting }, del { $date }, se introdujo el { $recorded }, { $days ->
        [one] un día
       *[other] { $days } días
    } después
    .primary = introducida más de { $limit ->
        [one] un día
       *[other] { $limit } días
    } después de la reunión
    .start = la reunión comienza aquí
    .help = compruebe en el acta quién asistió, pues se anotó con retraso; si la fecha de introducción o la de la reunión es errónea, corríjala

meeting-cadence-gap = la plataforma { $platform } debe reunirse con una periodicidad de { $cadence }, pero no consta ninguna reunión entre el { $from } y el { $to }
    .primary = ninguna reunión en { $days } días; se admiten { $allowed }
    .before = la última reunión antes del intervalo
    .after = la reunión siguiente
    .help = añada las reuniones que faltan, incluidas las canceladas; si no hubo ninguna, declare el "period" del archivo como "complete"; si la plataforma ya se reúne con menor frecuencia o ha dejado de reunirse, corrija su "cadence" o su estado

period-incomplete = { $fault ->
        [open] el período del { $from } al { $to } ha terminado, pero no se ha declarado completo
        [running] el período del { $from } al { $to } consta como completo el { $date }, antes de terminar
       *[outcome-open] el período del { $from } al { $to } consta como completo, pero { $meeting-given ->
            [yes] la reunión { $meeting }
           *[no] una reunión
        } sigue constando como prevista
    }
    .primary = { $fault ->
        [open] no declarado completo
        [running] declarado completo demasiado pronto
       *[outcome-open] al { $date } ya ha pasado, pero aquí sigue prevista
    }
    .end = el período termina aquí
    .start = la reunión comienza aquí
    .help = { $fault ->
        [open] añada las reuniones que faltan y después indique "complete" como true
        [running] indique "complete" como false hasta que termine el período y se hayan introducido todas sus reuniones
       *[outcome-open] registre si la reunión se celebró o se canceló, o indique "complete" como false
    }

stale-record = el registro "{ $kind }" { $id } se confirmó o modificó por última vez el { $last }, hace { $days } días
    .primary = nada posterior al { $last }
    .help = un registro "{ $kind }" debe confirmarse al cabo de { $limit ->
        [one] un día
       *[other] { $limit } días
    }: compruebe si sigue siendo válido, corríjalo si no lo es e indique en "confirmed" el día en que lo comprobó; si ya no está vigente, indique su último día; si solo se conserva como constancia, indique "historic" como true
