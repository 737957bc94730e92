package vn.tongket.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bytes that stand for what was signed, the same on every machine and for ever (ADR 20): canonical JSON (RFC 8785)
 * of the content, and of the signature, which names the content by its SHA-256. What is empty is left out; figures and
 * cells of lists are the canonical strings that are stored; rows keep their order, files are sorted by name.
 */
public final class CanonicalReport {

    /** Whose report it is, and the number of its version. */
    public record Subject(String campaign, String unit, int version) {}

    /** The unit's number and date, who signed, and when it was sent; {@code content} is the content's SHA-256. */
    public record Signature(
            String content, String documentNumber, LocalDate signedOn, String signedBy, Instant sentAt) {}

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private CanonicalReport() {}

    /** The content as it is handed to the chair. */
    public static byte[] content(Subject subject, WholeContent whole) {
        Map<String, Object> form = form("tongket.report.content/1", subject);
        ReportContent content = whole.content();
        form.put("sections", withoutBlanks(content.sections()));
        form.put("figures", figures(content.figures()));
        form.put("lists", lists(content.lists()));
        form.put("explanations", withoutBlanks(content.explanations()));
        form.put("answers", answers(content.answers()));
        form.put(
                "attachments",
                whole.attachments().stream()
                        .sorted(Comparator.comparing(ReportAttachments.Hash::name))
                        .map(file -> Map.of("name", file.name(), "sha256", file.sha256()))
                        .toList());
        return CanonicalJson.of(form);
    }

    /** The version as it was sent. */
    public static byte[] version(Subject subject, Signature signature) {
        Map<String, Object> form = form("tongket.report.version/1", subject);
        form.put("content", signature.content());
        form.put("documentNumber", signature.documentNumber());
        form.put("signedOn", signature.signedOn().toString());
        form.put("signedBy", signature.signedBy());
        form.put("sentAt", MICROSECONDS.format(signature.sentAt()));
        return CanonicalJson.of(form);
    }

    /** In hexadecimal, small letters. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> form(String name, Subject subject) {
        Map<String, Object> form = new TreeMap<>();
        form.put("form", name);
        form.put("campaign", subject.campaign());
        form.put("unit", subject.unit());
        form.put("version", subject.version());
        return form;
    }

    private static Map<String, String> withoutBlanks(Map<String, String> texts) {
        Map<String, String> written = new TreeMap<>(texts);
        written.values().removeIf(String::isBlank);
        return written;
    }

    private static Map<String, Object> figures(Map<String, Map<String, String>> figures) {
        Map<String, Object> rows = new TreeMap<>();
        figures.forEach((code, years) -> {
            if (!years.isEmpty()) {
                rows.put(code, years);
            }
        });
        return rows;
    }

    private static Map<String, Object> lists(Map<String, List<Map<String, Object>>> lists) {
        Map<String, Object> filled = new TreeMap<>();
        lists.forEach((code, rows) -> {
            if (!rows.isEmpty()) {
                filled.put(code, rows);
            }
        });
        return filled;
    }

    /** In the order in which they were asked; one about the whole report has no place. */
    private static List<Map<String, String>> answers(List<ReportContent.Answer> answers) {
        return answers.stream()
                .map(answer -> {
                    Map<String, String> member = new TreeMap<>();
                    member.put("reason", answer.reason());
                    member.put("asked", answer.asked());
                    member.put("answer", answer.answer());
                    String place = answer.place();
                    if (place != null) {
                        member.put("place", place);
                    }
                    return member;
                })
                .toList();
    }
}
