package tasas;

import java.io.IOException;
import java.util.List;
import orquesta.asset.Relation;

/** The service of a bank, over a network that is not always there. Leave it as it is. */
public final class Banco {
    private final List<String> answers;
    private int asked;

    /** @param answers what comes of each call, the last one of all that follow: {@code red,red,ok} */
    public Banco(String answers) {
        this.answers = List.of(answers.split(","));
    }

    /**
     * The rates of today: {@code moneda}, {@code tasa}.
     *
     * @throws IOException if the network is down: it may be there again soon
     * @throws EsquemaException if the bank answers in another form than this program knows
     */
    public Relation tasas() throws IOException {
        String answer = answers.get(Math.min(asked++, answers.size() - 1));
        switch (answer) {
            case "red":
                throw new IOException("the bank does not answer");
            case "esquema":
                throw new EsquemaException("the bank answers in another form");
            case "columna":
                throw new ColumnaException("tasa");
            default:
                return Relation.csv("tasas.csv");
        }
    }
}
