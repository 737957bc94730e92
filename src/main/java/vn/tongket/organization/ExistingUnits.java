package vn.tongket.organization;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The units and categories that exist before a file is taken.
 *
 * @param parents each unit's code with its parent's, null at a root
 * @param changes the day of the last event that moved or ended a unit, by its code
 */
record ExistingUnits(Map<String, @Nullable String> parents, Map<String, LocalDate> changes, Set<String> categories) {

    static final ExistingUnits NONE = new ExistingUnits(Map.of(), Map.of(), Set.of());

    /** Whether an event changed its place or its end since that day: a tree of that day does not undo it. */
    boolean isChangedSince(String code, LocalDate treeDay) {
        LocalDate change = changes.get(code);
        return change != null && change.isAfter(treeDay);
    }

    boolean has(String code) {
        return parents.containsKey(code);
    }

    /** What group names are made of, in upper case, with the code it comes from. */
    Map<String, String> codesByGroupKey() {
        Map<String, String> codes = new HashMap<>();
        parents.keySet()
                .forEach(code -> codes.put(UnionRole.lettersAndDigits(code).toUpperCase(Locale.ROOT), code));
        return codes;
    }
}
