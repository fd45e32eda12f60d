## Nombres. Véase en integrity.ftl el significado de los atributos.

noncanonical-platform-name = { $fault ->
        [alias] { $platform } consta como "{ $written }", otro nombre de "{ $type }"
        [known-name] { $platform } consta como "other", aunque su nombre local es uno de los de "{ $type }"
        [unexplained-other] { $platform } consta como "other" sin ninguna nota
       *[unnamed-cluster] { $platform } consta como clúster sin decir cuál
    }
    .primary = { $fault ->
            [alias] otro nombre de "{ $type }"
            [known-name] se conoce como "{ $type }"
            [unexplained-other] en ningún lugar consta qué es
           *[unnamed-cluster] sin código en "clusters"
        }
    .name = un nombre de "{ $type }"
    .help = { $fault ->
            [alias] escriba "{ $type }"; el nombre que recibe en el país se indica en "local_names"
            [known-name] registre el tipo "{ $type }", o corrija el nombre local
            [unexplained-other] si es uno de los tipos previstos, regístrelo; de lo contrario, explique qué es en "note"
           *[unnamed-cluster] añada los códigos de sus clústeres como "clusters"
        }

superseded-cluster-name = la plataforma { $platform } está activa con { $clusters }, que la transición de la misión del { $transition } fusionó con otro clúster
    .primary = ahora forma parte de { $successor }
    .transition = la transición de la misión
    .help = registre el clúster { $successor }; si el clúster anterior ha terminado, ponga fin a su estado "active"; si la transición aún no se ha producido, corrija "cluster_transition_date"

ambiguous-acronym = { $unit } designaba otra unidad hasta el { $until }, cuando { $contact } ya existía
    .primary = ¿a cuál de estas unidades se refiere: { $meanings }?
    .from = el contacto comienza este día
    .help = escriba el nombre completo de la unidad, o ponga fin a este contacto el { $until } e inicie otro para la unidad actual

superseded-unit-name = { $contact } menciona la unidad { $unit }, que ya no existía el { $date }
    .primary = { $until-given ->
        [yes] existió hasta el { $until }
       *[no] fue sustituida
    }
    .help = { $successor-given ->
        [yes] indique { $successor }, que ocupó su lugar
       *[no] indique la unidad que ahora tiene sus funciones, que se repartieron entre varias
    }; si el contacto terminó junto con la unidad, indique su último día

superseded-strategy-name = { $programme } comenzó el { $from }, pero lleva la etiqueta { $framework }, que para entonces había concluido
    .primary = { $framework } había concluido cuando comenzó el programa
    .from = primer día de { $programme }
    .help = etiquete el programa con { $successor-given ->
        [yes] { $successor }
       *[no] la estrategia vigente
    } y sus objetivos

superseded-un-framework-name = { $programme } llama "{ $name }" al marco de un ciclo que comienza en { $cycle }
    .primary = el nombre de los marcos de ciclos anteriores a la reforma
    .cycle = el ciclo comienza aquí
    .help = désele el nombre { $successor-given ->
        [yes] { $successor }
       *[no] actual
    }; si se trata de un marco anterior, corrija el primer año de su ciclo
