package vn.tongket.document;

/** The sign that ends an official document's body. */
final class Prose {

    private Prose() {}

    /** The text with that sign, {@code ./.}. */
    static String ended(String text) {
        String stripped = text.strip();
        return stripped.endsWith("./.") ? stripped : stripped.replaceAll("[.;,\\s]+$", "") + "./.";
    }
}
