package vn.tongket.notification.text;

import java.util.List;

/** What comes in the place of a placeholder: nothing, a word or sentence, or the items of a list. */
@FunctionalInterface
public interface Facts {

    /** Asked only for what a text names, so that dear ones are worked out when they are wanted. */
    List<String> of(Placeholder placeholder);
}
