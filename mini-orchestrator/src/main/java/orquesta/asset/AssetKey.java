package orquesta.asset;

import orquesta.text.Names;

/** The name of an asset, in snake_case. */
public record AssetKey(String name) implements StepKey {
    public AssetKey {
        Names.requireKey("asset", name);
    }

    @Override
    public AssetKey asset() {
        return this;
    }

    @Override
    public String text() {
        return name;
    }

    @Override
    public String kind() {
        return "asset";
    }

    @Override
    public String toString() {
        return name;
    }
}
