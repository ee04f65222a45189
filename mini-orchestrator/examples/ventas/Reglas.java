package ventas;

import java.time.LocalDate;
import orquesta.asset.Relation;
import orquesta.datasets.Keys;

/** What a row of sales means, and the first rule that it breaks. The values are said in SQL; each macro is one of them. */
final class Reglas {
    /** What counts as a blank: space, tab, CR, LF, and the two spaces that do not break. */
    static final String BLANCOS = "' ' || chr(9) || chr(13) || chr(10) || chr(160) || chr(8239)";

    private static final String BLANCO = "[ \\t\\r\\n\\x{00A0}\\x{202F}]*";
    private static final String MARCA = "(\\$|[Cc][Ll][Pp])";
    private static final String ENTERO = "[+-]?[0-9]{1,12}";
    private static final String AGRUPADO = "[+-]?[1-9][0-9]{0,2}(\\.[0-9]{3}){1,3}";

    private Reglas() {}

    /** Adds the meaning of each column beside its text, and the rule that refuses the row: null if it is used. */
    static Relation aplicar(Relation filas, LocalDate hoy) {
        return Relation.with("filas", filas)
                .macro("limpio(t)", "trim(t, " + BLANCOS + ")")
                .macro("sin_marca(t)", "regexp_replace(t, '^" + MARCA + BLANCO + "|" + BLANCO + MARCA + "$', '')")
                .macro("sin_marcas(t)", "sin_marca(sin_marca(limpio(t)))")
                .macro("numero(t)", """
                    case
                        when regexp_full_match(t, '%s([.,][0-9]{1,2})?') then replace(t, ',', '.')::decimal(14, 2)
                        when regexp_full_match(t, '%s(,[0-9]{1,2})?')
                            then replace(replace(t, '.', ''), ',', '.')::decimal(14, 2)
                    end""".formatted(ENTERO, AGRUPADO))
                .macro("entero(t)", """
                    case
                        when regexp_full_match(t, '[+-]?[0-9]{1,9}([.,]0{1,2})?')
                            then regexp_replace(t, '[.,]0{1,2}$', '')::bigint
                        when regexp_full_match(t, '[+-]?[1-9][0-9]{0,2}(\\.[0-9]{3}){1,2}(,0{1,2})?')
                            then replace(regexp_replace(t, ',0{1,2}$', ''), '.', '')::bigint
                    end""")
                // functions of one text alone: DuckDB calls such a function once for each text of a dictionary, a cast once a row
                .macro("iso(t)", """
                    regexp_replace(regexp_replace(t,
                        '^([0-9]{2})-([0-9]{2})-([0-9]{4})$', '\\3-\\2-\\1'),
                        '^([0-9]{2})/([0-9]{2})/([0-9]{4})$', '\\3-\\2-\\1')""")
                .macro("dia(t)", """
                    try_strptime(
                        regexp_extract(iso(t), '^[2-9][0-9]{3}-[0-9]{2}-[0-9]{2}$'),
                        '%Y-%m-%d')::date""")
                .function("llave", Keys.KEY)
                .sql("""
                    with textos as (
                        select
                            *,
                            sin_marcas(precio) as precio_limpio,
                            limpio(cantidad) as cantidad_limpia,
                            if(regexp_full_match(id_venta, '[!-~]+'), id_venta, limpio(id_venta)) as id,
                            llave(producto) as llave
                        from filas
                    ),
                    valores as (
                        select
                            *,
                            numero(precio_limpio) as precio_leido,
                            entero(cantidad_limpia) as cantidad_leida,
                            dia(limpio(fecha)) as dia
                        from textos
                    ),
                    juzgadas as (
                        select
                            line as linea,
                            case
                                when not legible then 'fila_ilegible'
                                when precio_limpio = '' then 'precio_nulo'
                                when precio_leido is null then 'precio_ilegible'
                                when cantidad_limpia = '' then 'cantidad_nula'
                                when cantidad_leida is null then 'cantidad_ilegible'
                                when dia is null then 'fecha_ilegible'
                                when dia > date '%s' then 'fecha_futura'
                                when precio_leido <= 0 or cantidad_leida <= 0 then 'total_no_positivo'
                                when id = '' then 'id_nulo'
                            end as primera_regla,
                            id as id_venta,
                            dia as fecha,
                            llave as producto,
                            precio_leido as precio,
                            cantidad_leida::decimal(9, 0) as cantidad,
                            id_venta as id_venta_texto,
                            fecha as fecha_texto,
                            producto as producto_texto,
                            precio as precio_texto,
                            cantidad as cantidad_texto
                        from valores
                    ),
                    repetidas as (
                        select linea from juzgadas where primera_regla is null
                        qualify row_number() over (partition by id_venta order by linea) > 1
                    )
                    select
                        linea,
                        if(linea in (from repetidas), 'id_repetido', primera_regla) as regla,
                        * exclude (linea, primera_regla)
                    from juzgadas
                    """.formatted(hoy));
    }
}
