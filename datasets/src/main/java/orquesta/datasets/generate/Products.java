package orquesta.datasets.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** What the shop sells, in the order of {@code products.txt}, and how often each of it is sold. */
final class Products {
    private final List<Product> all;
    private final List<Product> sales;

    private Products(List<Product> all, long seed) {
        this.all = all;
        List<Product> ranked = shuffled(all, new Dice(seed, -1));
        List<Product> shares = new ArrayList<>();
        for (int rank = 0; rank < ranked.size(); rank++) {
            shares.addAll(Collections.nCopies(1200 / (rank + 12), ranked.get(rank)));
        }
        sales = List.copyOf(shares);
    }

    static Products load(long seed) {
        InputStream in = Objects.requireNonNull(Products.class.getResourceAsStream("products.txt"));
        List<Product> all = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Product.Category category = new Product.Category("", 0);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] part = line.replaceAll("[\\[\\]]", "").split("\\|", -1);
                if (line.startsWith("[")) {
                    category = new Product.Category(part[0], scaled(part[1], 4));
                } else {
                    String flag = part.length > 2 ? part[2] : "";
                    all.add(new Product(all.size(), category, part[0], scaled(part[1], 2), flag));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Products(List.copyOf(all), seed);
    }

    static int scaled(String number, int digits) {
        return new BigDecimal(number).movePointRight(digits).intValueExact();
    }

    static <T> List<T> shuffled(List<T> values, Dice dice) {
        List<T> shuffled = new ArrayList<>(values);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, dice.below(i + 1));
        }
        return shuffled;
    }

    List<Product> all() {
        return all;
    }

    /** A product as customers choose them, among those that are wanted. */
    Product sold(Dice dice, Predicate<Product> wanted) {
        Product product = dice.pick(sales);
        while (!wanted.test(product)) {
            product = dice.pick(sales);
        }
        return product;
    }
}
