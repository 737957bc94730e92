package vn.tongket.organization;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The units and categories that exist before a file is taken: each unit's code with its parent's, null at a root. */
record ExistingUnits(Map<String, @Nullable String> parents, Set<String> categories) {

    static final ExistingUnits NONE = new ExistingUnits(Map.of(), Set.of());

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
