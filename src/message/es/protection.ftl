## Datos que no deben estar en los registros. Véase en integrity.ftl el significado de los atributos.

sensitive-content-in-security-record = { $fault ->
        [future-place] { $id } indica dónde se celebrará una reunión de seguridad aún pendiente
       *[other] { $id } es un registro de seguridad y contiene texto libre
    }
    .primary = { $fault ->
        [future-place] el lugar de una reunión próxima
       *[other] texto libre
    }
    .start = aún por celebrar
    .platform = la plataforma a la que se refiere
    .help = { $fault ->
        [future-place] elimine "place" hasta que se haya celebrado la reunión
       *[other] elimine el texto y consérvelo donde la plataforma guarda sus actas; un orden del día que cualquiera puede leer puede mantenerse si el registro está marcado como "public"
    }

personal-contact-detail = el campo "{ $field }" de { $id } { $fault ->
        [telephone] contiene un número de teléfono
        [guess] parece la dirección de correo de una persona
       *[other] contiene una dirección de correo que no corresponde a ningún buzón funcional de la organización
    }
    .primary = { $fault ->
        [telephone] contiene un número de teléfono
        [guess] parece el nombre de una persona
       *[other] contiene una dirección de correo
    }
    .help = { $fault ->
        [guess] utilice el buzón funcional de la unidad; si este lo es, déjelo
       *[other] elimínelo; indique a las personas por sus id y a las unidades por sus buzones funcionales
    }

retention-exceeded = la lista de asistencia a la reunión { $meeting }, del { $date }, sigue registrada el { $as_of }, al cabo de más de { $years ->
        [one] un año
       *[other] { $years } años
    }
    .primary = lista de asistencia conservada demasiado tiempo
    .years = durante cuántos años conserva la misión la asistencia
    .help = vacíe la lista de asistencia, o archive la reunión donde puedan conservarse datos personales; si los registros deben conservarse para una auditoría, autorice el hallazgo como excepción e indique el motivo
