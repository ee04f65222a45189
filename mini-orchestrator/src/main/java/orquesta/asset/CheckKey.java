package orquesta.asset;

import orquesta.text.Names;

/** The name of a check, with the asset that it judges: {@code asset#check}. */
public record CheckKey(AssetKey asset, String name) implements StepKey {
    public CheckKey {
        Names.requireKey("check", name);
    }

    @Override
    public String text() {
        return asset.name() + "#" + name;
    }

    @Override
    public String kind() {
        return "check";
    }

    @Override
    public String toString() {
        return text();
    }
}
