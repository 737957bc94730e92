package vn.tongket.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a campaign's documents into one ZIP file with a table of contents, {@code muc-luc.txt}. */
public final class DossierWriter {

    static final String CONTENTS = "muc-luc.txt";

    /** Names that Windows keeps for devices. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    /** A file of the dossier; {@code /} in its name makes folders. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Entry(String name, byte[] content) {}

    private DossierWriter() {}

    /**
     * A ZIP file whose names are safe to unpack anywhere: no way out of the folder, no signs that Windows refuses, none
     * twice.
     *
     * @param packedAt stands as the time of each file
     */
    public static byte[] write(List<Entry> entries, LocalDateTime packedAt) {
        Set<String> taken = new HashSet<>(Set.of(CONTENTS));
        List<Entry> safe = entries.stream()
                .map(entry -> new Entry(unique(safeName(entry.name()), taken), entry.content()))
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            add(zip, new Entry(CONTENTS, contents(safe).getBytes(StandardCharsets.UTF_8)), packedAt);
            for (Entry entry : safe) {
                add(zip, entry, packedAt);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, Entry entry, LocalDateTime packedAt) throws IOException {
        ZipEntry header = new ZipEntry(entry.name());
        header.setTimeLocal(packedAt);
        zip.putNextEntry(header);
        zip.write(entry.content());
        zip.closeEntry();
    }

    private static String contents(List<Entry> entries) {
        StringBuilder text = new StringBuilder("MỤC LỤC HỒ SƠ\nTên tệp\tKích thước (byte)\tSHA-256\n");
        entries.forEach(entry ->
                text.append("%s\t%d\t%s\n".formatted(entry.name(), entry.content().length, sha256(entry.content()))));
        return text.toString();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String safeName(String name) {
        String path = Arrays.stream(DocumentText.clean(name).split("[/\\\\]"))
                .map(part -> part.replaceAll("[\\p{Cc}\\p{Cf}:*?\"<>|]", "_").strip())
                .map(part -> part.replaceAll("[. ]+$", ""))
                .filter(part -> !part.isEmpty())
                .map(part -> DEVICE.matcher(part).matches() ? "_" + part : part)
                .collect(Collectors.joining("/"));
        return path.isEmpty() ? "tep" : path;
    }

    /** Windows takes names that differ only in case for one. */
    private static String unique(String name, Set<String> taken) {
        String unique = name;
        int dot = name.lastIndexOf('.') > name.lastIndexOf('/') ? name.lastIndexOf('.') : name.length();
        for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
            unique = name.substring(0, dot) + " (" + i + ")" + name.substring(dot);
        }
        return unique;
    }
}
