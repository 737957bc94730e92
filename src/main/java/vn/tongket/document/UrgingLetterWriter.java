package vn.tongket.document;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.tongket.campaign.PlanDocument.Signature;
import vn.tongket.shared.Vietnamese;

/** Writes the letter that urges unions whose report is overdue (domain notes, 5). */
final class UrgingLetterWriter {

    /** So many are named on the letter itself; more stand in a list that goes with it. */
    private static final int NAMED = 12;

    private static final double[] WIDTHS = {12, 80, 26, 47};
    private static final String[] HEADS = {"STT", "Đơn vị", "Hạn gửi", "Tình trạng"};

    /** A union that has not sent, the last day it had, and where its report stands. */
    record Addressee(String name, LocalDate deadline, String state) {}

    /**
     * What the letter says.
     *
     * @param subject the campaign's title, without what follows "về"
     * @param plan {@code 45/KH-CĐXD} with its date, as the letter quotes it
     * @param department where the report is to be sent
     * @param newDeadline the day until which it is to be sent now
     */
    record Letter(
            LetterHead head,
            String subject,
            String plan,
            String department,
            List<Addressee> addressees,
            LocalDate newDeadline,
            Signature signature,
            List<String> recipients) {}

    private final Letter content;
    private final OfficialLetter letter;

    private UrgingLetterWriter(Letter content) {
        this.content = content;
        this.letter = OfficialLetter.begin(content.head(), "Công văn đôn đốc gửi báo cáo " + content.subject());
    }

    /** A Word file (.docx). */
    static byte[] write(Letter content) {
        UrgingLetterWriter writer = new UrgingLetterWriter(content);
        writer.write();
        return writer.letter.file().bytes();
    }

    private void write() {
        boolean listed = content.addressees().size() > NAMED;
        letter.about("đôn đốc gửi báo cáo " + content.subject());
        letter.addressees(
                listed
                        ? List.of("Các công đoàn có tên trong danh sách kèm theo")
                        : content.addressees().stream().map(Addressee::name).toList());
        letter.paragraph("Theo %s, báo cáo %s của các đơn vị gửi về %s %s."
                .formatted(content.plan(), content.subject(), content.department(), deadlines()));
        letter.paragraph("Đến %s, %s chưa nhận được báo cáo của %s."
                .formatted(Vietnamese.longDate(date()), content.head().issuingBody(), whose(listed)));
        letter.paragraph("Đề nghị đồng chí Chủ tịch chỉ đạo hoàn thành và gửi báo cáo về %s chậm nhất hết %s."
                .formatted(content.department(), Vietnamese.longDate(content.newDeadline())));
        letter.ending("Quá thời hạn trên, đơn vị được tính là không gửi báo cáo khi xét thi đua./.");
        letter.close(content.signature(), content.recipients());
        if (listed) {
            list();
        }
    }

    /** Their last days; two when one of them is a day off after the other. */
    private String deadlines() {
        String days = content.addressees().stream()
                .map(Addressee::deadline)
                .distinct()
                .sorted()
                .map(Vietnamese::day)
                .collect(Collectors.joining(" hoặc "));
        return "chậm nhất hết ngày " + days + (days.contains(" ") ? ", theo hạn của từng đơn vị" : "");
    }

    private String whose(boolean listed) {
        if (listed) {
            return "%s đơn vị có tên trong danh sách kèm theo"
                    .formatted(Vietnamese.count(content.addressees().size()));
        }
        return content.addressees().size() == 1 ? "đơn vị" : "các đơn vị có tên trên";
    }

    private void list() {
        WordFile file = letter.file();
        file.newSection(Page.PORTRAIT);
        file.paragraph(Style.ANNEX_TITLE, "DANH SÁCH ĐƠN VỊ CHƯA GỬI BÁO CÁO");
        file.paragraph(Style.ANNEX_SOURCE, "(Kèm theo " + content.head().reference("Công văn") + ")");
        Grid grid = Grid.ruled(file, WIDTHS);
        Grid.Row head = grid.head();
        for (String text : HEADS) {
            head.cell(Style.CELL_HEAD, text).middle();
        }
        int position = 1;
        for (Addressee addressee : content.addressees()) {
            Grid.Row row = grid.row();
            row.cell(Style.CELL_CENTRE, String.valueOf(position++)).middle();
            row.cell(Style.CELL_TEXT, addressee.name()).middle();
            row.cell(Style.CELL_CENTRE, Vietnamese.day(addressee.deadline())).middle();
            row.cell(Style.CELL_CENTRE, addressee.state()).middle();
        }
    }

    private LocalDate date() {
        LocalDate date = content.head().date();
        if (date == null) {
            throw new IllegalStateException("a letter that goes out has a date");
        }
        return date;
    }
}
