package vn.tongket.document;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import vn.tongket.campaign.PlanDocument.Signature;

/**
 * The parts of an official document in their order and place (Decree 30/2020, Annex I): head, kind and subject, body,
 * signature and recipients. Writers put them together.
 */
final class OfficialLetter {

    private static final double LEFT = 75;
    private static final double RIGHT = 90;
    private static final double MOTTO_WIDTH = 56;
    private static final int AFTER_TITLE = 280;
    private static final int AFTER_ADDRESSEES = 240;
    private static final int BEFORE_SIGNATURE = 280;

    private final WordFile file;
    private final Grid.Cell number;

    private OfficialLetter(WordFile file, LetterHead head) {
        this.file = file;
        this.number = head(head);
    }

    /** A letter with its head of two cells; the nation's name never wraps in the right one. */
    static OfficialLetter begin(LetterHead head, String title) {
        WordFile file = WordFile.create(title, head.issuingBody(), head.date());
        return new OfficialLetter(file, head);
    }

    private Grid.Cell head(LetterHead head) {
        Grid grid = Grid.plain(file, LEFT, RIGHT);
        Grid.Row bodies = grid.row();
        Grid.Cell left = bodies.cell(Style.SUPERIOR, bodyName(head.superiorBody()));
        left.add(Style.ISSUER, bodyName(head.issuingBody()));
        rule(left.add(Style.RULE, ""), LEFT, LEFT / 3);
        Grid.Cell right = bodies.cell(Style.NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        right.add(Style.MOTTO, "Độc lập - Tự do - Hạnh phúc");
        rule(right.add(Style.RULE, ""), RIGHT, MOTTO_WIDTH);
        Grid.Row numbers = grid.row();
        Grid.Cell number = numbers.cell(Style.NUMBER, "Số: " + head.numberLine());
        numbers.cell(Style.PLACE_DATE, place(head.place()) + ", " + head.dateLine());
        return number;
    }

    /** What a letter without a kind is about, under its number. */
    void about(String subject) {
        number.add(Style.ABOUT, "V/v " + LineBreaks.name(subject));
    }

    private static String bodyName(String name) {
        return LineBreaks.name(DocumentText.upper(name));
    }

    /** The longest city names leave no room for the date beside the full word. */
    private static String place(String place) {
        return place.startsWith("Thành phố ") ? "TP. " + place.substring("Thành phố ".length()) : place;
    }

    private static void rule(XWPFParagraph paragraph, double room, double length) {
        int indent = Page.twips((room - length) / 2).intValue();
        paragraph.setIndentationLeft(indent);
        paragraph.setIndentationRight(indent);
    }

    /** The kind in capitals and what the document is about, with a short rule below. */
    void title(String kind, String subject) {
        title(file, kind, subject);
    }

    static void title(WordFile file, String kind, String subject) {
        file.paragraph(Style.KIND, DocumentText.upper(kind));
        file.paragraph(Style.SUBJECT, LineBreaks.subject(subject));
        XWPFParagraph rule = file.paragraph(Style.RULE, "");
        rule(rule, Page.PORTRAIT.textWidth(), Page.PORTRAIT.textWidth() / 3.0);
        rule.setSpacingAfter(AFTER_TITLE);
    }

    void addressee(String name) {
        file.paragraph(Style.ADDRESSEE, "Kính gửi: " + name);
    }

    /** One stands on the line of {@code Kính gửi}, several below it with a dash. */
    void addressees(List<String> names) {
        if (names.size() == 1) {
            addressee(names.get(0) + ".");
            return;
        }
        file.paragraph(Style.ADDRESSEES, "Kính gửi:");
        for (int i = 0; i < names.size(); i++) {
            boolean last = i == names.size() - 1;
            XWPFParagraph line = file.paragraph(Style.ADDRESSEE_ITEM, "- " + names.get(i) + (last ? "." : ";"));
            if (last) {
                line.setSpacingAfter(AFTER_ADDRESSEES);
            }
        }
    }

    void paragraph(String text) {
        file.paragraph(Style.BODY, text);
    }

    /** A paragraph that begins with a word in bold, such as a time or a place. */
    void labelled(String label, String text) {
        XWPFParagraph paragraph = file.paragraph(Style.BODY, "");
        WordFile.run(paragraph, label + " ").setBold(true);
        WordFile.run(paragraph, text);
    }

    void prose(String text) {
        new ProseWriter(file).write(text);
    }

    /** The last words of the body, ended by {@code ./.} and kept on one page with the signature. */
    void ending(String text) {
        XWPFParagraph last = file.paragraph(Style.BODY, Prose.ended(text));
        last.setKeepNext(true);
        last.setSpacingAfter(BEFORE_SIGNATURE);
    }

    /** Recipients at the left, the signer at the right. */
    void close(Signature signature, List<String> recipients) {
        Grid.Row row = Grid.plain(file, LEFT, RIGHT).row();
        Grid.Cell left = row.cell(Style.RECIPIENTS_LABEL, recipients.isEmpty() ? "" : "Nơi nhận:");
        for (int i = 0; i < recipients.size(); i++) {
            String end = i == recipients.size() - 1 ? "." : ";";
            left.add(Style.RECIPIENT, recipients.get(i).strip().replaceAll("[.;]+$", "") + end);
        }
        sign(row, signature);
    }

    /** Two signers side by side. */
    void close(Signature left, Signature right) {
        Grid.Row row = Grid.plain(file, LEFT, RIGHT).row();
        sign(row, left);
        sign(row, right);
    }

    private static void sign(Grid.Row row, Signature signature) {
        String lines = (signature.authority() + "\n" + signature.title()).strip();
        String[] line = lines.split("\n");
        Grid.Cell cell = row.cell(Style.SIGNER, DocumentText.upper(line[0]));
        for (int i = 1; i < line.length; i++) {
            cell.add(Style.SIGNER, DocumentText.upper(line[i]));
        }
        cell.add(Style.SIGNER_NAME, signature.name() == null ? "" : signature.name());
    }

    WordFile file() {
        return file;
    }
}
