package orquesta.datasets.generate;

import static orquesta.datasets.generate.Variant.CATALOGUE;
import static orquesta.datasets.generate.Variant.HEADER;
import static orquesta.datasets.generate.Variant.PLAIN_CATALOGUE;
import static orquesta.datasets.generate.Variant.PLAIN_SALES;
import static orquesta.datasets.generate.Variant.ROWS;
import static orquesta.datasets.generate.Variant.SALES;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The defects of whole files. */
final class Variants {
    private Variants() {}

    static List<Variant> all() {
        return Stream.of(encodings(), shapes(), quotes(), headers(), contents(), catalogues())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Variant> encodings() {
        return List.of(
                Variant.sales("bom", "\ufeff" + PLAIN_SALES),
                Variant.sales("latin1", PLAIN_SALES, StandardCharsets.ISO_8859_1)
                        .warns("encoding"),
                Variant.sales("utf16", "\ufeff" + PLAIN_SALES, StandardCharsets.UTF_16LE)
                        .fails(SALES, "utf16"),
                Variant.sales("nul", PLAIN_SALES.replace("feria", "fe\u0000ria"))
                        .fails(SALES, "nul")
                        .with("line", 4),
                Variant.sales("binary", "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR", StandardCharsets.ISO_8859_1)
                        .fails(SALES, "nul")
                        .with("line", 3));
    }

    private static List<Variant> shapes() {
        return List.of(
                Variant.sales(
                        "semicolon",
                        PLAIN_SALES
                                .replace(", 250", "¬ 250")
                                .replace(',', ';')
                                .replace('¬', ',')
                                .replace("14.990;00", "14.990,00")),
                Variant.sales(
                        "mixed_line_ends",
                        HEADER.replace("\n", "\r\n")
                                + ROWS.get(0)
                                + ROWS.get(1).replace("\n", "\r\n")
                                + ROWS.get(2)
                                + ROWS.get(3)
                                + ROWS.get(4).replace("\n", "\r\n")
                                + ROWS.get(5).stripTrailing()),
                Variant.sales(
                                "blank_lines",
                                "\n" + HEADER + ROWS.get(0) + "\n\r\n" + ROWS.get(1) + "  \n" + ROWS.get(2)
                                        + "\t\u00a0\n\n")
                        .refuses(5, Map.of("fila_ilegible", 2))
                        .warns("many_refused"),
                Variant.sales(
                                "ragged_rows",
                                PLAIN_SALES
                                        .replace("490,3", "490,5,3")
                                        .replace("\"14.990,00\"", "14.990,00")
                                        .replace("2025-03-03,Taller", "Taller"))
                        .refuses(6, Map.of("fila_ilegible", 3))
                        .warns("many_refused"));
    }

    private static List<Variant> quotes() {
        return List.of(
                Variant.sales(
                        "quoted_line_breaks",
                        PLAIN_SALES
                                .replace("Poncho de alpaca", "\"Poncho\r\nde alpaca\"")
                                .replace("Sartén antia", "\"Sartén\n\n antia")
                                .replace("ente,H", "ente\",H")),
                Variant.sales("doubled_quotes", PLAIN_SALES.replace("V1,", "\"V\"\"1\"\"\",")),
                Variant.sales("bare_quote", PLAIN_SALES.replace("tienda Temuco", "tienda \"Temuco\"")),
                Variant.sales("unclosed_quote", PLAIN_SALES.replace("Taller de", "\"Taller de"))
                        .fails(SALES, "unclosed_quote")
                        .with("line", 7),
                Variant.sales(
                                "quote_opens_later",
                                PLAIN_SALES.replace("Poncho de alpaca,Ropa", "\"Poncho\n de alpaca\",\"Ropa"))
                        .fails(SALES, "text_after_quote")
                        .with("line", 4),
                Variant.sales("text_after_quote", PLAIN_SALES.replace("Poncho de alpaca", "\"Poncho\" de alpaca"))
                        .fails(SALES, "text_after_quote")
                        .with("line", 3));
    }

    private static List<Variant> headers() {
        return List.of(
                Variant.sales(
                        "odd_header",
                        PLAIN_SALES.replace(
                                HEADER, HEADER.toUpperCase(Locale.ROOT).replace(",", " ,\u00a0"))),
                Variant.sales(
                                "other_columns",
                                "nota,CANTIDAD,precio,producto,fecha,id_venta\n,3,490,Lápiz pasta azul,2025-03-01,V1\nok,1,990,Volantín chileno,2025-03-01,V2\n")
                        .refuses(2, Map.of()),
                Variant.sales("missing_columns", PLAIN_SALES.replace("precio,cantidad", "valor,unidades"))
                        .fails(SALES, "missing_columns")
                        .with("columns", List.of("precio", "cantidad")),
                Variant.sales("repeated_column", PLAIN_SALES.replace("categoria", " Precio "))
                        .fails(SALES, "repeated_column")
                        .with("columns", List.of("precio")),
                Variant.sales("header_only", HEADER).refuses(0, Map.of()),
                Variant.sales("empty", "").fails(SALES, "empty"));
    }

    private static List<Variant> contents() {
        return List.of(
                Variant.sales(
                                "american",
                                HEADER
                                        + "V1,03/25/2025,Poncho de alpaca,Ropa,\"49,990.00\",1,web,\nV2,12/31/2025,Volantín chileno,Juguetes,990.00,4,web,\n"
                                        + "V3,2025-03-01,Sartén antiadherente,Hogar,\"14,990\",1,web,\n")
                        .refuses(3, Map.of("precio_ilegible", 2, "fecha_ilegible", 1))
                        .with("outcome", "blocked")
                        .warns("many_refused"),
                Variant.sales("many_refused", PLAIN_SALES.replace("490,3", "n/d,3"))
                        .refuses(6, Map.of("precio_ilegible", 1))
                        .warns("many_refused"));
    }

    private static List<Variant> catalogues() {
        return List.of(
                Variant.catalogue(
                        "catalogue_semicolon",
                        PLAIN_CATALOGUE
                                .replace(", 250", "¬ 250")
                                .replace(',', ';')
                                .replace('¬', ',')
                                .replace("0.19", "0,19")),
                Variant.catalogue("catalogue_ragged", PLAIN_CATALOGUE.replace("ropa,0.19", "ropa,0,19"))
                        .fails(CATALOGUE, "ragged_row")
                        .with("line", 3),
                Variant.catalogue("catalogue_bad_tax", PLAIN_CATALOGUE.replace("ropa,0.19", "ropa,19%"))
                        .fails(CATALOGUE, "bad_tax")
                        .with("line", 3),
                Variant.catalogue("catalogue_conflict", PLAIN_CATALOGUE + "PONCHO  DE ALPACA,hogar,0\n")
                        .warns("conflicts"),
                Variant.catalogue("catalogue_unknown", PLAIN_CATALOGUE.replace("poncho", "manta"))
                        .warns("unknown_products"),
                Variant.catalogue("catalogue_empty_tax", PLAIN_CATALOGUE.replace("ropa,0.19", "ropa,"))
                        .warns("empty_taxes"),
                Variant.catalogue("catalogue_missing", "").without(CATALOGUE).fails(CATALOGUE, "no_file"));
    }
}
