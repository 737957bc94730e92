package vn.tongket.rollup.web;

import java.util.Map;
import vn.tongket.rollup.RollUpNote;
import vn.tongket.shared.Vietnamese;

/**
 * A note as the page shows it.
 *
 * @param written {@code Nguyễn Văn An, 08:15 ngày 05/11/2017}; empty when nobody has written
 */
record NoteShown(String text, String written, int version) {

    static final NoteShown NONE = new NoteShown("", "", 0);

    /** {@code names} of people by login. */
    static NoteShown of(RollUpNote note, Map<String, String> names) {
        String by = note.editedBy();
        return by == null || note.editedAt() == null
                ? NONE
                : new NoteShown(
                        note.text(),
                        names.getOrDefault(by, by) + ", " + Vietnamese.minute(note.editedAt()),
                        note.version());
    }
}
