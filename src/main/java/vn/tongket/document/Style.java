package vn.tongket.document;

import java.util.Locale;

/** The paragraph styles of {@code styles.xml}; a constant's name is the style's id in capitals. */
enum Style {
    SUPERIOR,
    ISSUER,
    NATION,
    MOTTO,
    RULE,
    NUMBER,
    ABOUT,
    PLACE_DATE,
    KIND,
    SUBJECT,
    ADDRESSEE,
    ADDRESSEES,
    ADDRESSEE_ITEM,
    BODY,
    BASIS,
    GUIDANCE,
    HINT,
    ITEM,
    SUB_ITEM,
    NUMBERED,
    HEADING1,
    HEADING2,
    HEADING3,
    HEADING4,
    SIGNER,
    SIGNER_NAME,
    RECIPIENTS_LABEL,
    RECIPIENT,
    FORM_CODE,
    ANNEX,
    ANNEX_TITLE,
    ANNEX_SOURCE,
    FILL,
    NOTE,
    CELL_HEAD,
    CELL_TEXT,
    CELL_CENTRE,
    CELL_NUMBER,
    CELL_TOTAL,
    PAGE_NUMBER,
    END;

    private final String id;

    Style() {
        StringBuilder camel = new StringBuilder();
        for (String word : name().split("_")) {
            camel.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        id = camel.toString();
    }

    String id() {
        return id;
    }

    /** The heading of that depth, 1 for parts; deeper than 4 looks like 4. */
    static Style heading(int depth) {
        return switch (depth) {
            case 1 -> HEADING1;
            case 2 -> HEADING2;
            case 3 -> HEADING3;
            default -> HEADING4;
        };
    }
}
