package vn.tongket.extension.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.tongket.extension.ExtensionScope;
import vn.tongket.extension.Target;

/**
 * The fields by which more time is asked for many, as typed.
 *
 * @param target {@code CATEGORY:TCT}, {@code SEAT:Hà Nội}, {@code ALL:}
 * @param counted how many units the page says that it would move; null before it was asked
 */
record BulkForm(
        String target, String day, String reason, @Nullable Integer counted) {

    static final BulkForm EMPTY = new BulkForm("", "", "", null);

    BulkForm counted(int count) {
        return new BulkForm(target, day, reason, count);
    }

    /** Null when nothing was chosen that there is. */
    @Nullable
    Target meant() {
        int colon = target.indexOf(':');
        if (colon < 0) {
            return null;
        }
        return Arrays.stream(ExtensionScope.values())
                .filter(scope -> scope.name().equals(target.substring(0, colon)))
                .map(scope -> scope == ExtensionScope.ALL ? Target.ALL : new Target(scope, target.substring(colon + 1)))
                .findFirst()
                .orElse(null);
    }
}
