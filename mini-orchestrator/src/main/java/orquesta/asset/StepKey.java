package orquesta.asset;

/** What a step works on: an asset, or a check of an asset. Ordered by text. */
public sealed interface StepKey extends Comparable<StepKey> permits AssetKey, CheckKey {
    /** The asset itself, or the one that the check judges. */
    AssetKey asset();

    /** {@code ingresos_totales} or {@code ingresos_totales#check_ingresos}. */
    String text();

    /** {@code asset} or {@code check}. */
    String kind();

    /** Reads what {@link #text()} wrote. */
    static StepKey parse(String text) {
        int hash = text.indexOf('#');
        return hash < 0
                ? new AssetKey(text)
                : new CheckKey(new AssetKey(text.substring(0, hash)), text.substring(hash + 1));
    }

    @Override
    default int compareTo(StepKey other) {
        return text().compareTo(other.text());
    }
}
