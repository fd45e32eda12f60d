## Sintaxis, sobres, esquema, configuración. Véase en integrity.ftl el significado de los atributos.

syntax-error = { $slip ->
    [empty-document] el documento está vacío
    [second-value] un segundo valor sigue al primero; un archivo JSON contiene uno solo
    [comment] JSON no admite comentarios
    [trailing-comma] hay una coma antes de un corchete o una llave de cierre
    [extra-comma] hay una coma donde corresponde un valor o una clave
    [wrong-comma] aquí corresponde una coma en lugar de este signo
    [missing-comma] falta una coma antes de esto
    [missing-colon] faltan los dos puntos después de la clave
    [wrong-colon] aquí corresponden dos puntos en lugar de este signo
    [extra-colon] aquí sobra un signo de dos puntos
    [missing-value] aquí falta un valor
    [single-quotes] hay un texto entre comillas simples; JSON exige comillas dobles
    [typographic-quotes] hay un texto entre comillas tipográficas; JSON exige comillas dobles rectas
    [backticks] hay un texto entre acentos graves o agudos; JSON exige comillas dobles rectas
    [unquoted-key] hay una clave sin comillas
    [bare-word] hay una palabra sin comillas
    [foreign-word] esto no es un valor en JSON; JSON conoce true, false y null
    [program-code] aquí hay código de programación; JSON solo contiene valores
    [not-a-number] NaN e Infinity no son números en JSON
    [malformed-number] esto no es un número en JSON
    [decimal-comma] un número contiene una coma
    [bad-escape] una secuencia con barra inversa que JSON no conoce
    [lone-surrogate] la mitad de un par suplente (secuencia \u)
    [control-character] hay un carácter de control dentro de un texto
    [inner-quote] hay una comilla dentro de un texto que lo termina
    [extra-quote] sobra una comilla
    [doubled-quotes] las comillas están duplicadas
    [escaped-quotes] el texto se escapó dos veces: sus comillas llevan delante barras inversas
    [unopened-string] un texto no empieza con comillas
    [concatenation] hay textos unidos por un signo como en un programa; JSON solo contiene valores
    [placeholder] no se rellenó un campo de una plantilla
    [spreadsheet-error] hay un error de hoja de cálculo en lugar de un valor
    [unquoted-date] hay una fecha u hora sin comillas
    [round-bracket] hay un paréntesis en lugar de un corchete o una llave
    [line-break] un texto continúa en la línea siguiente
    [unclosed-string] un texto no termina con comillas
    [unclosed-bracket] hay un corchete o una llave sin cerrar
    [mismatched-bracket] falta un cierre antes de este, o este no es del tipo correcto
    [extra-bracket] sobra un corchete o una llave
    [missing-opening] falta la llave antes de las claves de este objeto
    [missing-list-opening] falta el corchete antes de los valores de esta lista
    [wrong-brace] hay valores sin claves entre llaves
    [wrong-bracket] hay claves entre corchetes
    [other-space] entre los valores hay un espacio especial o un carácter invisible
    [merge-conflict] una fusión quedó sin terminar: el texto contiene ambas versiones
    [trailing-text] hay texto después del final del documento
    [unexpected-character] un carácter que JSON no permite aquí
    [too-deep] más de 128 niveles de corchetes y llaves
    [too-large] 4 GiB o más en un solo documento
    [html] esto es una página web (HTML), no JSON
    [xml] esto es XML, no JSON
    [yaml] esto es YAML, no JSON
    [csv] esto es una tabla (CSV), no JSON
    [plain-text] esto es texto sin formato, no JSON
    [markdown] esto es un texto en Markdown que contiene JSON
    [spreadsheet] esto es un archivo de Excel, no JSON
    [word-document] esto es un archivo de Word, no JSON
    [office-document] esto es un archivo de Office, no JSON
    [pdf] esto es un archivo PDF, no JSON
    [zip] esto es un archivo comprimido ZIP, no JSON
    [gzip] esto es un archivo comprimido (gzip), no JSON
    [zstandard] es un archivo comprimido (Zstandard), no JSON
    [second-in-line] hay un segundo valor en esta línea; un archivo con este nombre contiene uno por línea
    [comma-after-line] una línea termina con una coma; en un archivo con este nombre no hay nada entre los valores
    [over-several-lines] un valor ocupa varias líneas; un archivo con este nombre contiene un valor por línea
   *[other] esto no es JSON
 }
    .primary = { $slip ->
        [comment] elimine esto
        [trailing-comma] elimine esta coma
        [extra-comma] elimine esta coma, o añada lo que falta
        [wrong-comma] ponga una coma en su lugar
        [missing-comma] añada una coma antes de esto
        [missing-colon] añada aquí dos puntos
        [wrong-colon] ponga dos puntos en su lugar
        [extra-colon] elimine este signo de dos puntos
        [extra-bracket] elimine este corchete o esta llave
        [missing-opening] añada una llave de apertura antes de esto
        [missing-list-opening] añada un corchete de apertura antes de esto
        [wrong-brace] ponga un corchete en su lugar
        [wrong-bracket] ponga una llave en su lugar
        [inner-quote] ponga una barra inversa delante
        [extra-quote] elimine esta comilla
        [round-bracket] ponga un corchete o una llave en su lugar
        [line-break] la línea termina dentro de este texto
        [other-space] elimine esto, o ponga un espacio normal en su lugar
        [merge-conflict] aquí comienza la versión que se leyó
        [markdown] el JSON comienza después de esta línea
        [unclosed-bracket] debería cerrarse antes de esto
        [mismatched-bracket] esto cierra otra cosa
       *[other] aquí
     }
    .opening = esto sigue abierto
    .other = aquí comienza otra versión
    .help = { $slip ->
        [empty-document] escriba un registro, o elimine el archivo
        [second-value] { $unnamed-given ->
            [yes] reúna los registros en una sola lista entre corchetes; si cada línea contiene un registro, dé al archivo la extensión .ndjson, o compruebe lo que llega por una tubería con: cat x.ndjson | missionlint check - --stdin-filename x.ndjson
           *[no] reúna los registros en una sola lista entre corchetes, o dé al archivo la extensión .ndjson y ponga un registro por línea
         }
        [comment] escriba las observaciones en "note", dentro del registro
        [single-quotes] use comillas dobles
        [typographic-quotes] use comillas dobles rectas; los procesadores de texto las sustituyen por su cuenta
        [backticks] use comillas dobles rectas
        [foreign-word] escriba true, false o null, en minúsculas y sin comillas
        [program-code] escriba el valor mismo: un texto entre comillas dobles, una fecha como "2025-03-05", una lista entre corchetes
        [decimal-comma] escriba un punto decimal, y no separe los millares
        [wrong-comma] separe los valores con comas
        [wrong-colon] ponga dos puntos entre una clave y su valor
        [extra-colon] elimine el signo de dos puntos
        [extra-bracket] elimine el corchete o la llave
        [missing-opening] añada la llave
        [missing-list-opening] añada el corchete
        [wrong-brace] ponga los valores entre corchetes
        [wrong-bracket] ponga las claves y sus valores entre llaves
        [inner-quote] escriba \" para una comilla dentro de un texto
        [extra-quote] elimine la comilla
        [doubled-quotes] escriba cada comilla una sola vez; las tablas (CSV) se guardan con comillas duplicadas
        [escaped-quotes] guarde el JSON mismo, no un texto que lo contiene
        [unopened-string] ponga comillas dobles delante del texto
        [concatenation] escriba el texto entero entre un solo par de comillas
        [placeholder] rellene el valor u omita la propiedad
        [spreadsheet-error] corrija la celda en la hoja de cálculo u omita la propiedad
        [unquoted-date] escriba la fecha entre comillas dobles, como "2025-03-05"
        [round-bracket] corrija el paréntesis
        [line-break] escriba \n donde termina una línea dentro de un texto
        [other-space] use espacios normales; al copiar de páginas web y procesadores de texto se introducen otros
        [merge-conflict] conserve una sola versión y elimine las líneas que comienzan por <<<<<<<, =======, ||||||| y >>>>>>>
        [trailing-text] { $unnamed-given ->
            [yes] elimine lo que sigue al documento; si cada línea contiene un registro, dé al archivo la extensión .ndjson, o compruebe lo que llega por una tubería con: cat x.ndjson | missionlint check - --stdin-filename x.ndjson
           *[no] elimine lo que sigue al documento
         }
        [html] exporte los datos como JSON; tal vez se guardó una página de inicio de sesión en lugar del archivo
        [xml] exporte los datos como JSON
        [yaml] convierta el archivo a JSON
        [plain-text] escriba los registros en JSON, o excluya el archivo en missionlint.toml
        [csv] convierta las filas en registros JSON
        [markdown] guarde solo el JSON, sin las líneas ``` que lo rodean
        [spreadsheet] exporte los datos como JSON
        [word-document] exporte los datos como JSON
        [office-document] exporte los datos como JSON
        [pdf] solicite los datos como JSON
        [zip] dé al archivo la extensión .zip, o descomprímalo
        [gzip] dé al archivo el nombre .json.gz o .ndjson.gz, o descomprímalo
        [zstandard] dé al archivo el nombre .json.zst o .ndjson.zst, o descomprímalo
        [unquoted-key] escriba la clave entre comillas dobles
        [trailing-comma] elimine la coma
        [extra-comma] elimine la coma, o añada lo que falta
        [missing-comma] añada la coma
        [unclosed-bracket] cierre lo que está abierto, o añada lo que se cortó
        [mismatched-bracket] cierre primero lo que está abierto, o corrija este cierre
        [bare-word] escriba los textos entre comillas dobles; true, false y null van en minúsculas
        [not-a-number] omita la propiedad donde no haya número
        [lone-surrogate] escriba el carácter mismo, en UTF-8
        [control-character] escriba \n para un fin de línea y \t para un tabulador
        [too-large] use NDJSON, un registro por línea
        [second-in-line] escriba cada registro en una línea propia
        [comma-after-line] elimine las comas al final de las líneas
        [over-several-lines] dé al archivo la extensión .json, o escriba cada registro en una línea
       *[other] { $more-given ->
            [yes] corrija aquí el texto; este documento tiene más lugares como este, que no se enumeran
           *[no] corrija aquí el texto; lo que por ello no puede leerse no se ha comprobado
         }
     }

duplicate-key = la clave "{ $key }" aparece dos veces en un mismo objeto
    .primary = aquí se usa de nuevo; vale este valor
    .first = aquí se usa por primera vez
    .help = elimine la que sea errónea

not-utf8 = { $encoding-given ->
    [yes] el archivo está guardado en { $encoding ->
        [utf-32] UTF-32
       *[other] UTF-16
     }, no en UTF-8
   *[no] el archivo no es texto UTF-8: byte { $byte }
 }
    .primary = { $encoding-given ->
        [yes] al comienzo del archivo
       *[no] primer byte que no es UTF-8
     }
    .help = { $encoding-given ->
        [yes] { $encoding ->
            [utf-32] guarde el archivo en UTF-8
           *[other] guarde el archivo en UTF-8; algunos programas de Windows llaman "Unicode" a UTF-16
         }
       *[no] guarde el archivo en UTF-8
     }

byte-order-mark = el archivo comienza con una marca de orden de bytes
    .primary = al comienzo del archivo
    .help = guarde el archivo en UTF-8 sin marca de orden de bytes (BOM)

packed-file-unread = { $defect ->
    [not-gzip] no es un archivo gzip, aunque su nombre lo diga
    [not-zstandard] no es un archivo Zstandard, aunque su nombre lo diga
    [not-zip] no es un archivo ZIP, aunque su nombre lo diga
    [cut-off] el archivo comprimido termina demasiado pronto
    [encrypted] el archivo está cifrado
    [other-method] el archivo está comprimido con un método que aquí no se lee
    [too-large] descomprimido, el archivo ocupa mucho más que lo que ocupan los registros; no se leyó hasta el final
    [too-many-files] el archivo ZIP contiene demasiados archivos
    [nested] es un archivo ZIP dentro de otro; no se examinó su contenido
    [same-name] el archivo ZIP contiene varios archivos con este nombre; no se leyó ninguno
    [leads-out] el nombre de este archivo conduce fuera del archivo ZIP; no se leyó
    [link] es un enlace; los enlaces dentro de un archivo ZIP no se siguen
    [hidden] está oculto en el archivo ZIP; no se leyó
    [near-name] el nombre es casi el de un archivo de registros, pero termina de otro modo; no se leyó
   *[damaged] el archivo comprimido está dañado
 }
    .primary = en este archivo
    .help = { $defect ->
        [not-gzip] dé al archivo el nombre de lo que contiene, o vuelva a comprimirlo
        [not-zstandard] dé al archivo el nombre de lo que contiene, o vuelva a comprimirlo
        [not-zip] dé al archivo el nombre de lo que contiene, o vuelva a comprimirlo
        [encrypted] comprima el archivo sin contraseña
        [other-method] comprima de la forma habitual: con deflate en un archivo ZIP, sin diccionario con Zstandard
        [too-large] reparta los registros en varios archivos
        [too-many-files] haga varios archivos ZIP
        [nested] ponga los propios registros en el archivo ZIP exterior
        [same-name] deje un solo archivo de cada nombre
        [leads-out] comprima la carpeta de los registros, de modo que todos los nombres comiencen dentro de ella
        [link] ponga el propio archivo en el archivo ZIP
        [hidden] quite el punto al comienzo del nombre, o deje el archivo fuera del ZIP, o exclúyalo
        [near-name] haga que el nombre termine en .json, .ndjson o .jsonl, o deje el archivo fuera del ZIP, o exclúyalo
       *[other] copie o envíe el archivo de nuevo, o vuelva a comprimirlo
     }

not-a-record = { $report-given ->
    [yes] esto es un informe de missionlint, no un registro
   *[no] esto no es un registro
 }
    .primary = { $envelope-given ->
        [yes] un sobre dentro de una lista
       *[no] { $report-given ->
            [yes] un informe de missionlint
           *[no] valor de tipo { $found }, sin kind, id ni mission
         }
     }
    .help = { $envelope-given ->
        [yes] saque el sobre de la lista: un archivo contiene un sobre, o una lista de registros
       *[no] { $report-given ->
            [yes] compruebe los archivos de los que trata el informe; "missionlint diff" compara dos informes, y --compare de review y de audit dice qué ha cambiado desde uno
           *[no] un documento contiene un registro, una lista de registros o un sobre con "records"; excluya los demás archivos en missionlint.toml
         }
     }

missing-kind = el registro no dice de qué tipo es
    .primary = aquí falta "kind"
    .help = añada "kind" al registro, o al sobre que lo contiene

unknown-kind = "{ $found }" no es un tipo de registro
    .primary = { $nearest-given ->
        [yes] ¿quiso decir "{ $nearest }"?
       *[no] no es un tipo de registro
     }
    .help = use uno de estos: { $options }

missing-mission = { $nearest-given ->
    [yes] { $found } parece un error de escritura por la misión { $nearest }, que nombran los registros de alrededor; lo que la nombra así se revisó con ellos
   *[no] el registro no dice a qué misión pertenece
 }
    .primary = { $nearest-given ->
        [yes] probablemente mal escrito
       *[no] aquí falta "mission"
     }
    .help = { $nearest-given ->
        [yes] escriba { $nearest } si es lo que se quiere decir; si existe la misión { $found }, guarde sus registros en una carpeta { $found }
       *[no] añada "mission" al registro, o al sobre que lo contiene
     }

schema-kind-conflict = "$schema" no concuerda con el tipo "{ $expected }"
    .primary = indica otro esquema
    .help = haga que termine en { $expected }.schema.json, o corrija "kind"

wrong-type = { $written-given ->
    [yes] { field-name } debe ser { type-wanted }; entre comillas es un texto{ as-form }
   *[no] { field-name } debe ser { type-wanted }, no { type-found }{ as-form }
 }
    .primary = { $written-given ->
        [yes] quite las comillas
       *[no] { type-found }
     }
    .help = { $written-given ->
        [yes] { $written ->
            [quoted-number] escriba el número sin comillas
           *[quoted-boolean] escriba true o false sin comillas
         }
       *[no] escríbalo como { type-wanted }
     }

value-not-allowed = { $none-given ->
    [yes] no se permite ningún valor para { field-name }{ as-form }
   *[no] "{ $found }" no está permitido para { field-name }{ as-form }
 }
    .primary = { $nearest-given ->
        [yes] ¿quiso decir "{ $nearest }"?
       *[no] { $written-given ->
            [yes] quite las comillas
           *[no] { $excluded-given ->
                [yes] no debe ser esto
               *[no] { $none-given ->
                    [yes] el esquema no enumera ningún valor
                   *[no] no es ninguno de los valores permitidos
                 }
             }
         }
     }
    .help = { $excluded-given ->
        [yes] use algo distinto de: { $excluded }
       *[no] { $none-given ->
            [yes] omítalo, o enumere los valores en el esquema
           *[no] use uno de estos valores: { $options }
         }
     }

missing-property = { $label-given ->
    [yes] falta el campo "{ $property }" ({ $label }){ as-form }
   *[no] falta el campo "{ $property }"{ as-form }
 }
    .primary = aquí falta "{ $property }"
    .needed_by = necesario porque consta esto
    .help = { $record ->
        [KIND] añada "{ $property }"; el esquema lo describe
       *[other] añada "{ $property }"; missionlint schema { $record } lo describe
     }

unknown-key = { $record ->
    [KIND] "{ $key }" no forma parte aquí del esquema{ as-form }
   *[other] "{ $key }" no forma parte aquí del contrato de registros{ as-form }
 }
    .primary = { $nearest-given ->
        [yes] ¿quiso decir "{ $nearest }"?
       *[no] clave desconocida
     }
    .help = { $record ->
        [KIND] corrija la ortografía o elimine la clave
       *[other] corrija la ortografía o elimine la clave; el texto libre se escribe en "note"
     }

misspelt-key = "{ $key }" parece un error de escritura por "{ $property }", que falta
    .primary = ¿quiso decir "{ $property }"?
    .help = cambie el nombre de la clave a "{ $property }"

invalid-format = "{ $found }" no es { $format ->
    [date] una fecha
    [date-time] una fecha y hora con diferencia horaria
    [time] una hora con diferencia horaria
    [duration] una duración
    [email] una dirección de correo
    [uri] un enlace
   *[other] un valor válido de { $format }
 }{ as-form }
    .primary = { $slip-given ->
        [yes] { $slip ->
            [no-such-part] { $part ->
                [month] { $value } no es un mes (01–12)
                [day] { $value } no es un día (01–31)
                [hour] { $value } no es una hora (00–23)
                [minute] { $value } no son minutos (00–59)
                [second] { $value } no son segundos (00–59)
               *[offset] { $value } no es una diferencia con UTC
             }
            [no-such-day] { $month ->
                [2] { $day ->
                    [29] { $year } no tiene 29 de febrero
                   *[other] el { $day } de febrero no existe
                 }
                [4] el { $day } de abril no existe
                [6] el { $day } de junio no existe
                [9] el { $day } de septiembre no existe
                [11] el { $day } de noviembre no existe
               *[other] ese día no existe
             }
            [order] probablemente se quiso decir { $meant }
            [order-unclear] ¿cuál es el día y cuál el mes?
            [one-digit] { $meant-given ->
                [yes] se necesitan dos cifras: { $meant }
               *[no] se necesitan dos cifras: 05, no 5
             }
            [two-digit-year] el año necesita cuatro cifras
            [separators] se necesitan guiones: { $meant }
            [with-time] aquí corresponde solo el día: { $meant }
            [blanks] elimine los espacios que lo rodean
            [no-time] falta la hora
            [no-offset] falta la diferencia con UTC
            [no-seconds] faltan los segundos
            [space] se necesita una T entre el día y la hora
            [offset-form] la diferencia necesita dos puntos, como en +01:00
            [no-p] una duración comienza por P
            [nothing] falta cuánto dura
            [weeks-mixed] en una duración, las semanas van solas
            [no-t] las horas, los minutos y los segundos van después de una T
            [fraction] una duración solo admite números enteros
           *[lower-case] una duración se escribe con mayúsculas
         }
       *[no] { $format ->
            [date] no es una fecha
            [date-time] no es una fecha y hora con diferencia horaria
            [time] no es una hora con diferencia horaria
            [duration] no es una duración
           *[other] no es un valor válido de { $format }
         }
     }
    .help = { $format ->
        [date] escriba las fechas como AAAA-MM-DD, por ejemplo 2025-03-31
        [date-time] escriba la fecha y la hora con su diferencia con UTC, por ejemplo 2025-03-05T09:00:00Z o 2025-03-05T09:00:00+01:00
        [time] escriba las horas con su diferencia con UTC, por ejemplo 09:00:00Z o 09:00:00+01:00
        [duration] escriba las duraciones según ISO 8601, por ejemplo P1M para un mes o P2W para dos semanas
        [email] escriba una dirección de correo como nombre@example.org
        [uri] escriba un enlace como https://example.org/pagina
       *[other] corrija { field-name }
     }

pattern-mismatch = "{ $found }" no tiene la forma que exige { field-name }{ as-form }
    .primary = no tiene la forma exigida
    .help = { $record ->
        [KIND] el patrón es { $pattern }
       *[other] missionlint schema { $record } da ejemplos; el patrón es { $pattern }
     }

number-out-of-range = { field-name } debe ser { $bound ->
    [least] como mínimo { $limit }
    [above] mayor que { $limit }
    [most] como máximo { $limit }
   *[below] menor que { $limit }
 }, y es { $found }{ as-form }
    .primary = { $bound ->
        [least] debe ser como mínimo { $limit }
        [above] debe ser mayor que { $limit }
        [most] debe ser como máximo { $limit }
       *[below] debe ser menor que { $limit }
     }
    .help = corrija el número

not-a-multiple = { field-name } debe ser múltiplo de { $of }, y es { $found }{ as-form }
    .primary = no es múltiplo de { $of }
    .help = corrija el número

text-length = { field-name } es demasiado { $bound ->
    [least] corto
   *[most] largo
 }{ as-form }
    .primary = { $bound ->
        [least] necesita al menos { $limit } caracteres
       *[most] admite como máximo { $limit } caracteres
     }
    .help = { $bound ->
        [least] complételo, u omita la propiedad si es opcional
       *[most] acórtelo
     }

item-count = { field-name } tiene { $bound ->
    [least] muy pocos
   *[most] demasiados
 } { $what-given ->
    [yes] { $what ->
        [contains] elementos del tipo que necesita
       *[other] elementos del tipo { $what }
     }
   *[no] elementos
 }{ as-form }
    .primary = { $bound ->
        [least] necesita al menos { $limit }
       *[most] admite como máximo { $limit }
     }
    .help = { $bound ->
        [least] añada lo que falta
       *[most] elimine lo que sobra
     }

repeated-item = { field-name } contiene dos veces el mismo elemento{ as-form }
    .primary = aquí se repite
    .first = aquí aparece por primera vez
    .help = elimine uno de los dos

not-allowed-here = { $what-given ->
    [yes] { $field-given ->
        [yes] este elemento no está permitido aquí en { field-name }{ as-form }
       *[no] esto no está permitido aquí{ as-form }
     }
   *[no] { field-name } no está permitido aquí{ as-form }
 }
    .primary = no debe estar aquí
    .together = incompatible con esto
    .help = elimínelo, o elimine lo que lo excluye

no-form-fits = { field-name } no tiene ninguna de las formas admitidas{ as-form }
    .primary = no se ajusta a ninguna
    .help = { $deciding-given ->
        [yes] escríbalo en una de estas formas: { $forms }; se necesita una de estas propiedades: { $deciding }
       *[no] { $expected-given ->
            [yes] escríbalo como { type-wanted } que se ajuste a una de las formas
           *[no] escríbalo en una de estas formas: { $forms }
         }
     }

several-forms-fit = { field-name } tiene varias formas a la vez: { $forms }{ as-form }
    .primary = solo debe ajustarse a una de ellas
    .help = haga que se ajuste a una sola de ellas

schema-mismatch = { field-name } no cumple su esquema ({ $keyword }){ as-form }
    .primary = no se cumple { $keyword }
    .help = { $record ->
        [KIND] el esquema describe lo que está permitido
       *[other] missionlint schema { $record } describe lo que está permitido
     }

config-syntax = missionlint.toml no es TOML válido: { $found }
    .primary = aquí
    .help = corrija el archivo; no se ha comprobado nada

config-unknown-key = { $what ->
    [rule] no existe la regla "{ $found }"
    [parameter] no existe el parámetro "{ $found }"
    [language] no hay mensajes en el idioma "{ $found }"
    [message] no existe el mensaje "{ $found }"
    [attribute] el mensaje no tiene la parte "{ $found }"
    [variable] el mensaje no tiene el valor "{ $found }"
    [function] no existe la función "{ $found }"
   *[setting] no existe el ajuste "{ $found }"
 }
    .primary = { $nearest-given ->
        [yes] ¿quiso decir "{ $nearest }"?
       *[no] desconocido
     }
    .help = { $what ->
        [rule] missionlint rules enumera las reglas
        [message] escriba el identificador de una regla o de otro mensaje de la herramienta
        [function] suprímala; los valores son textos y números
        [parameter] { $expected-given ->
            [yes] use uno de estos: { $expected }
           *[no] no hay parámetros que ajustar; elimínelo
         }
       *[setting] use uno de estos: { $expected }
     }

config-invalid-value = { $found } no es un valor para "{ $key }"
    .primary = { $nearest-given ->
        [yes] ¿quiso decir "{ $nearest }"?
       *[no] debería ser { config-hint }
     }
    .help = { $several ->
        [yes] escriba uno de estos: { $expected }
       *[no] escriba { config-hint }
     }

config-unreadable-file = no se pudo leer el archivo { $found }: { $expected }
    .primary = no indica ningún archivo legible
    .help = escriba la ruta relativa a missionlint.toml

allow-invalid = { $what ->
    [no-rule] una excepción autorizada no indica ninguna regla
    [no-reason] una excepción autorizada para { $found } no indica el motivo
    [no-scope] una excepción autorizada para { $found } no dice dónde vale
    [not-allowable] no se pueden autorizar hallazgos de { $found }
    [shape] { $found } no es una lista de excepciones autorizadas
   *[text] { $found } no es un valor para "{ $key }"
 }
    .primary = { $what ->
        [no-rule] no tiene "rule"
        [no-reason] no tiene "reason"
        [no-scope] no tiene "mission", "record", "path" ni "pointer"
        [not-allowable] no se refiere a lo que dicen los registros
        [shape] deberían ser entradas [[allow]]
        [record] { $nearest-given ->
            [yes] ¿quiso decir "{ $nearest }"?
           *[no] debería ser el id de un registro, solo o después de su tipo
         }
        [path] debería ser un patrón de rutas
        [pointer] debería ser un JSON Pointer
        [day] debería ser un día
       *[text] debería ser un texto que no esté vacío
     }
    .help = { $what ->
        [no-rule] indique la regla cuyos hallazgos se autorizan; missionlint rules las enumera
        [no-reason] diga por qué se autoriza el hallazgo, para quienes lo lean el año próximo
        [no-scope] indique para qué vale; para desactivar la regla en todas partes, escriba { $found } = "off" en [severity]
        [not-allowable] corrija el error en vez de autorizarlo: nadie sabe lo que no se vio
        [shape] escriba [[allow]] con rule, reason y al menos uno de mission, record, path y pointer
        [record] escriba "M-1" o "meeting/M-1"; el id de una misión se indica en "mission"
        [path] escriba un patrón relativo a missionlint.toml, por ejemplo "missions/mli/**"
        [pointer] escriba dónde está el valor en su registro, por ejemplo "/attendance/0"; o en el documento, como lo muestran los informes
        [day] escriba el último día en que vale, por ejemplo "2025-12-31"
       *[text] escriba un texto entre comillas
     }

allow-expired = la excepción autorizada para { $rule } valió hasta el { $expires }
    .primary = su último día
    .help = corrija lo que autorizaba ("{ $reason }") y después elimine la entrada; o decida de nuevo{ $owner-given ->
        [yes] {" "}con { $owner }
       *[no] {""}
     } y fije un día posterior{ $again ->
        [0] {""}
        [one] ; un hallazgo vuelve a contar
       *[other] ; { $again } hallazgos vuelven a contar
     }

allow-unused = una excepción autorizada para { $rule } no autoriza nada
    .primary = esta regla no halla nada ahí
    .help = elimine la entrada ("{ $reason }"){ $owner-given ->
        [yes] {" "}de acuerdo con { $owner }
       *[no] {""}
     }; si era para otro lugar, corrija su mission, record, path o pointer

baseline-invalid = { $what ->
    [syntax] la lista de referencia no es JSON
    [version] la lista de referencia es de la versión { $found }, que este missionlint no conoce
    [twice] la lista de referencia tiene dos veces la huella { $found }
    [lacks] una entrada de la lista de referencia no tiene "{ $key }"
   *[shape] { $key-given ->
        [yes] { $found } no es un valor para "{ $key }" de una entrada de la lista de referencia
       *[no] { $found } no es una lista de referencia
     }
 }
    .primary = { $what ->
        [syntax] desde aquí no es JSON
        [version] debería ser 1
        [twice] ya figura
       *[shape] no es lo que escribe missionlint baseline
     }
    .help = { $what ->
        [syntax] quite lo que haya dejado una fusión y ejecute missionlint baseline update
        [version] use el missionlint que la escribió o hágala de nuevo con missionlint baseline create
        [twice] elimine una de las dos
       *[shape] missionlint schema baseline describe lo que corresponde
     }

baseline-unused = una entrada de la lista de referencia para { $rule } ya no corresponde a ningún hallazgo
    .primary = corregido desde el { $created }
    .help = missionlint baseline prune la elimina

setting-held-back = { $table ->
    [allow] la excepción autorizada para { $name } aún no vale
    [as_of] este as_of aún no vale
    [baseline] esta lista de referencia aún no vale
    [exclude] los nuevos patrones de exclude aún no valen
    [overrides] esta entrada de overrides aún no vale
    [platform_names] este nombre de plataforma aún no vale
    [platform_names_added] este nuevo nombre de plataforma ya vale, así que revíselo
    [platform_names_removed] un nombre de plataforma que aquí se elimina sigue valiendo
   *[severity] este ajuste de { $name } aún no vale
 }
    .primary = falta o es distinto en { $revision }
    .help = con --allow-from, los ajustes que eximen vienen de { $revision }: llévelo allí con un cambio aparte
