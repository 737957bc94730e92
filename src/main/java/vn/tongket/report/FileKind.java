package vn.tongket.report;

import java.util.List;

/** The files that a report takes; what a file is, its content says. */
enum FileKind {
    PDF("application/pdf", List.of(".pdf")),
    PNG("image/png", List.of(".png")),
    JPEG("image/jpeg", List.of(".jpg", ".jpeg"));

    private final String mediaType;
    private final List<String> endings;

    FileKind(String mediaType, List<String> endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    String mediaType() {
        return mediaType;
    }

    /** The endings of its names, the usual one first. */
    List<String> endings() {
        return endings;
    }
}
