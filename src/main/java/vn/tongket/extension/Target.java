package vn.tongket.extension;

import org.jspecify.annotations.Nullable;

/**
 * For whom, exactly.
 *
 * @param value the unit's code, the category's code, the seat; null for all
 */
public record Target(ExtensionScope scope, @Nullable String value) {

    public static final Target ALL = new Target(ExtensionScope.ALL, null);

    static Target unit(String code) {
        return new Target(ExtensionScope.UNIT, code);
    }
}
