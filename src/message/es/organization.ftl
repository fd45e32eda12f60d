## La estructura y los marcos de la organización. Véase en integrity.ftl el significado de los atributos.

cross-cutting-incomplete = { $missing-given ->
        [yes] { $programme } no dice nada sobre { $missing }{ $unexplained-given ->
            [yes] , y no aborda { $unexplained } ni indica el motivo
           *[no] {""}
        }
       *[no] { $programme } no aborda { $unexplained-given ->
            [yes] { $unexplained }
           *[no] una cuestión transversal
        } y no indica el motivo
    }
    .primary = { $missing-given ->
        [yes] no se mencionan todas las cuestiones transversales
       *[no] no se aborda, y no se indica el motivo
    }
    .unexplained = no se aborda, y no se indica el motivo
    .help = diga de cada cuestión en "cross_cutting" si se aborda ("addressed"); donde no se aborde, indique el motivo en "reason", por ejemplo que no concierne al programa

mcof-sector-missing = { $programme } responde a una crisis, pero no lleva la etiqueta de ningún sector del MCOF
    .primary = ningún sector de la versión de { $version }
    .areas = sus áreas
    .help = añada "mcof" con la versión { $version } y { $sectors-given ->
        [yes] los sectores en los que trabaja, por ejemplo { $sectors }
       *[no] los sectores en los que trabaja
    }; si el programa no responde a una crisis, indique "crisis" como false

mcof-vocabulary = { $fault ->
        [anachronism] { $programme } lleva la etiqueta del MCOF, pero terminó antes de que este existiera
        [old-version] { $programme } lleva la etiqueta del MCOF de { $version }, que ya no estaba vigente cuando comenzó
        [new-version] { $programme } lleva la etiqueta del MCOF de { $version }, pero terminó antes
       *[unknown-sector] { $sector-given ->
            [yes] { $sector }
           *[no] esto
        } no es un sector del MCOF de { $version }
    }
    .primary = { $fault ->
        [unknown-sector] no es un sector de esa versión
       *[other] no estaba vigente mientras duró el programa
    }
    .bound = { $fault ->
        [old-version] el programa comienza aquí
       *[other] el programa termina aquí
    }
    .version = la versión con la que está etiquetado
    .help = { $fault ->
        [unknown-sector] { $nearest-given ->
            [yes] escriba { $nearest } si eso es lo que se quiso decir
           *[no] escriba el sector con el nombre que le da esa versión
        }{ $expected-given ->
            [yes] , o indique la versión { $expected } si la etiqueta se asignó según ella
           *[no] {""}
        }
        [anachronism] elimine la etiqueta, o corrija las fechas del programa
       *[other] etiquete el programa según la versión { $expected-given ->
            [yes] { $expected }
           *[no] vigente
        } con los sectores de esta, o corrija las fechas del programa
    }

strategic-objective-unknown = { $fault ->
        [period] { $programme } terminó antes de que comenzara { $framework }, cuya etiqueta lleva
       *[unknown] { $objective-given ->
            [yes] { $objective }
           *[no] esto
        } no es un objetivo de { $framework }
    }
    .primary = { $fault ->
        [period] comenzó cuando el programa ya había terminado
       *[unknown] no es un objetivo de esa estrategia
    }
    .framework = la estrategia con la que está etiquetado
    .end = último día del programa
    .help = { $fault ->
        [period] etiquete el programa con la estrategia de su época, o corrija sus fechas
       *[unknown] escriba uno de estos: { $allowed }; o indique la estrategia que tiene este objetivo
    }

office-kind-conflict = { $fault ->
        [closed] { $office } ya estaba cerrada el { $date }
        [not-regional] { $office } no es una oficina regional ni subregional
        [other-kind] no existe la oficina { $office }; la de esa ciudad es de otro tipo
       *[unknown] no existe la oficina { $office }
    }
    .primary = { $fault ->
        [closed] { $until-given ->
            [yes] conocida hasta el { $until }
           *[no] ya no existe
        }
        [not-regional] es otro tipo de oficina
        [other-kind] allí hay otro tipo de oficina
       *[unknown] no se conoce esta oficina
    }
    .help = indique la oficina correcta; conocidas en ese lugar o de ese tipo: { $known }; si la entrada ya no está vigente, indique su último día

regional-office-mismatch = { $fault ->
        [none] no consta ninguna oficina regional de la misión el { $date }
       *[other-office] { $office-given ->
            [yes] { $office }
           *[no] la oficina regional
        } no cubre { $countries }
    }
    .primary = { $fault ->
        [none] sin oficina regional desde aquí hasta el { $date }
       *[other-office] no cubre ninguno de los países de la misión
    }
    .countries = los países de la misión
    .help = { $fault ->
        [none] añada la oficina regional que presta apoyo a la misión
       *[other-office] indique la oficina que cubre el país ({ $expected }), o corrija los países
    }

rts-missing = { $fault ->
        [unit] el especialista temático regional en { $office } pertenece a { $unit-given ->
            [yes] { $unit }
           *[no] otra unidad
        }, no al Departamento de Respuesta Humanitaria y Recuperación
        [elsewhere] el especialista temático regional está en { $contact_office-given ->
            [yes] { $contact_office }
           *[no] otra oficina
        }, no en { $office }
       *[none] no consta ningún especialista temático regional en { $office } el { $date }
    }
    .primary = { $fault ->
        [unit] otra unidad
        [elsewhere] una oficina distinta de la que corresponde a la misión
       *[none] ningún especialista para esta misión
    }
    .office = la oficina regional de la misión
    .help = { $fault ->
        [unit] corrija la unidad, o añada al especialista de ese departamento
        [elsewhere] añada al especialista en { $office }, o corrija la oficina indicada en { $contact-given ->
            [yes] { $contact }
           *[no] el contacto
        } o la oficina regional de la misión
       *[none] añada un contacto con la función "regional-thematic-specialist" y esa oficina; también cuenta un especialista interino
    }
