package ventas;

import orquesta.asset.Relation;
import orquesta.datasets.Datasets;
import orquesta.datasets.Keys;
import orquesta.text.UserException;

/** The catalogue: {@code catalogo.parquet} if it is there, else {@code catalogo.csv}. */
final class Catalogo {
    private static final String PARQUET = "catalogo.parquet";
    private static final String CSV = "catalogo.csv";

    private Catalogo() {}

    static String archivo(Datasets datasets) {
        return datasets.has(PARQUET) ? PARQUET : CSV;
    }

    static String codificacion(Datasets datasets) {
        return datasets.has(PARQUET) ? "UTF-8" : datasets.encoding(CSV).name();
    }

    /**
     * Its rows with a product, in the file's order: key of product and category, tax as a share. A row that cannot be
     * read, or a tax that is no share, ends the step: a catalogue that is half right would give wrong taxes.
     */
    static Relation filas(Datasets datasets) {
        Relation textos = datasets.records(archivo(datasets), "producto", "categoria_norm", "impuesto");
        return Relation.with("filas", textos)
                .function("llave", Keys.KEY)
                .function("fila_ilegible", linea -> {
                    throw new UserException(archivo(datasets), "data.catalogue.ragged", linea);
                })
                .function("sin_tasa", texto -> {
                    throw new UserException(archivo(datasets), "data.catalogue.tax", texto);
                })
                .macro("limpio(t)", "trim(t, " + Reglas.BLANCOS + ")")
                .macro("sin_ceros(t)", """
                    regexp_replace(regexp_replace(regexp_replace(t,
                        '^-(0(\\.0+)?)$', '\\1'), '(\\.[0-9]*?)0+$', '\\1'), '\\.$', '')""")
                .macro("por_valor(x)", "if(typeof(x) = 'VARCHAR', x::varchar, sin_ceros(x::varchar))")
                .macro("tasa(t, linea)", """
                    case
                        when t = '' then 0
                        when regexp_full_match(t, '0([.,][0-9]{1,4})?') then replace(t, ',', '.')::decimal(5, 4)
                        else sin_tasa('"' || t || '" (' || linea || ')')::decimal(5, 4)
                    end""")
                .sql("""
                    with llaves as (
                        select
                            line as linea,
                            case when legible then llave(producto)
                                else fila_ilegible(line::varchar)
                            end as producto,
                            llave(coalesce(categoria_norm, '')) as categoria,
                            limpio(coalesce(por_valor(impuesto), '')) as impuesto
                        from filas
                    )
                    select
                        linea,
                        producto,
                        if(categoria = '', 'sin_categoria', categoria) as categoria_norm,
                        tasa(impuesto, linea)::decimal(5, 4) as impuesto,
                        impuesto = '' as impuesto_vacio
                    from llaves
                    where producto <> ''
                    """);
    }
}
