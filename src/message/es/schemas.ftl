## Esquemas que aporta el usuario. Véase en integrity.ftl el significado de los atributos.

schema-invalid = { $problem ->
    [wrong-type] { field-name } debe ser de tipo { $expected }, no de tipo { $found }
    [value-not-allowed] "{ $found }" no está permitido para { field-name }
    [missing-property] falta "{ $property }"
    [unknown-key] "{ $key }" no puede estar aquí
    [misspelt-key] "{ $key }" parece un error de escritura por "{ $property }", que falta
    [invalid-format] "{ $found }" no es un valor válido de { $format }
    [pattern-mismatch] "{ $found }" no tiene la forma que exige { field-name }
    [number-out-of-range] { $found } está fuera del intervalo admitido para { field-name }
    [text-length] { field-name } es demasiado { $bound ->
        [least] corto
       *[most] largo
     }
    [item-count] { field-name } tiene { $bound ->
        [least] muy pocos
       *[most] demasiados
     } elementos
    [repeated-item] { field-name } contiene dos veces el mismo elemento
    [pattern] "{ $found }" no es una expresión regular
    [uri] "{ $found }" no es la dirección de un esquema
    [repeated-id] dos esquemas se llaman "{ $found }"
    [number] { $found } es un número demasiado grande para comparar con él
    [too-many-ways] por sus referencias, partes de este esquema juzgan cada valor más de { $limit } veces
    [unusable] no se puede usar el esquema: { $reason }
   *[other] { field-name } no es lo que admite la versión de JSON Schema
 }
    .primary = { $nearest-given ->
        [yes] ¿quiso decir "{ $nearest }"?
       *[no] { $problem ->
            [wrong-type] es de tipo { $found }
            [missing-property] aquí falta "{ $property }"
            [unknown-key] no está permitido aquí
            [number-out-of-range] { $bound ->
                [least] debe ser como mínimo { $limit }
                [above] debe ser mayor que { $limit }
                [most] debe ser como máximo { $limit }
               *[below] debe ser menor que { $limit }
             }
            [item-count] { $bound ->
                [least] necesita al menos { $limit }
               *[most] admite como máximo { $limit }
             }
            [repeated-item] aquí se repite
           *[other] aquí
         }
     }
    .first = aquí aparece por primera vez
    .help = { $problem ->
        [value-not-allowed] use uno de estos valores: { $options }
        [wrong-type] escriba un valor de tipo { $expected }
        [pattern] corrija la expresión; sigue ECMA-262, como en JavaScript
        [uri] escriba una dirección como https://example.org/order.schema.json, o una ruta relativa
        [repeated-id] dé a cada esquema un nombre propio
        [number] escriba un número menor
        [too-many-ways] haga que remita una sola vez a cada parte
        [unusable] corrija el esquema
       *[other] corrija el esquema; su "$schema" indica la versión que debe cumplir
     }

schema-unknown-draft = "{ $found }" no es una versión conocida de JSON Schema
    .primary = { $nearest-given ->
        [yes] ¿quiso decir "{ $nearest }"?
       *[no] desconocida
     }
    .help = escriba una de estas: { $options }

schema-unresolved-reference = { $reason ->
    [no-such-place] no hay nada en "{ $reference }"
    [not-a-schema] "{ $reference }" lleva a algo que no es un esquema
    [no-such-file] no existe el archivo "{ $reference }"
    [unreadable] no se pudo leer "{ $reference }": { $detail }
    [not-a-uri] "{ $reference }" no es una referencia
   *[other] ninguno de los esquemas disponibles es "{ $reference }"
 }
    .primary = { $nearest-given ->
        [yes] ¿quiso decir "{ $nearest }"?
       *[no] { $reason ->
            [not-a-schema] allí no hay un esquema
            [unreadable] no se puede leer
            [not-a-uri] no es una referencia
           *[other] no lleva a ninguna parte
         }
     }
    .help = { $reason ->
        [no-such-place] { $detail-given ->
            [yes] corríjala, o añada la definición a { $detail }
           *[no] corríjala, o añada la definición
         }
        [not-a-schema] una referencia debe llevar a un objeto o a true o false
        [no-such-file] escriba la ruta relativa a este archivo, o añada el archivo
        [unreadable] haga que el archivo pueda leerse
        [not-a-uri] escriba los espacios como %20, y de igual modo los demás caracteres que una dirección no admite
        [absolute] escriba la ruta relativa a este archivo
        [no-such-id] no existe ese archivo junto a este, y ninguno de los archivos leídos tiene el "$id" { $detail }
       *[other] no se obtiene nada de la red: guarde ese esquema en un archivo y haga referencia a él por su ruta relativa a este archivo
     }

schema-unsupported-pattern = { $construct ->
    [look-around] el patrón contiene la aserción de contexto { $written }, que no puede buscarse en tiempo lineal
    [back-reference] el patrón contiene la referencia hacia atrás { $written }, que no puede buscarse en tiempo lineal
   *[too-large] el patrón es demasiado grande para buscarlo de forma segura
 }
    .primary = no admitido
    .help = { $construct ->
        [look-around] escríbalo sin ella, por ejemplo como dos patrones en "allOf", uno de ellos en "not"
        [back-reference] escriba por extenso lo que puede repetirse
       *[too-large] limite la longitud con "maxLength" y no con repeticiones
     }

schema-unknown-keyword = { $drafts-given ->
    [yes] "{ $keyword }" es una palabra clave de { $drafts }, pero este esquema está escrito en { $draft }
   *[no] "{ $keyword }" no es una palabra clave de JSON Schema { $draft }
 }
    .primary = { $drafts-given ->
        [yes] { $instead-given ->
            [yes] { $draft } tiene: { $instead }
           *[no] no existe en { $draft }
         }
       *[no] { $nearest-given ->
            [yes] ¿quiso decir "{ $nearest }"?
           *[no] no comprueba nada
         }
     }
    .help = { $drafts-given ->
        [yes] use lo que ofrece esa versión, o indique otra en "$schema"
       *[no] corrija la ortografía o elimínela; comience sus propias claves por x-
     }

schema-endless-reference = "{ $reference }" lleva de vuelta a donde está, sin dar un paso hacia el interior del valor
    .primary = no llega a decir nada
    .back = el camino de vuelta lleva aquí
    .help = haga referencia a lo que se quiere decir, o elimínela; dentro de "properties" o "items" un esquema puede hacer referencia a sí mismo

schema-ignored-keyword = "{ $keyword }" no tiene efecto aquí
    .primary = { $why ->
        [reference] no se tiene en cuenta
       *[no-if] no hay ningún "if"
     }
    .reference = sustituye todo lo que está a su lado
    .help = { $why ->
        [reference] ponga "$ref" dentro de "allOf", junto al cual valen las palabras clave, o use la versión 2019-09 o posterior
       *[no-if] añada "if", o elimínela
     }

schema-unknown-format = "{ $found }" no es un formato de JSON Schema { $draft }
    .primary = { $nearest-given ->
        [yes] ¿quiso decir "{ $nearest }"?
       *[no] no comprueba nada
     }
    .help = corrija la ortografía, o use "pattern"; un formato desconocido no comprueba nada
