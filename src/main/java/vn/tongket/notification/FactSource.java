package vn.tongket.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tongket.notification.text.Placeholder;

/** Knows what comes in the place of some placeholders. */
interface FactSource {

    /** The words for that notice, none where there is nothing to say; null when this source does not know them. */
    @Nullable
    List<String> of(Placeholder placeholder, Notice notice);
}
