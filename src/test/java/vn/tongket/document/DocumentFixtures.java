package vn.tongket.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignFile.BasisDocument;
import vn.tongket.campaign.CampaignFile.DeadlineTerms;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.campaign.CampaignFile.OutlinePart;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.campaign.PlanDocument;
import vn.tongket.campaign.PlanDocument.PlanSection;
import vn.tongket.campaign.PlanDocument.Signature;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Appendix.Column;
import vn.tongket.statistics.AppliesTo;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.Indicator.PeriodAgg;
import vn.tongket.statistics.Indicator.UnitAgg;

/** A small campaign of an invented resolution, ten years long. */
final class DocumentFixtures {

    static final String SUBJECT =
            "Tổng kết 10 năm thực hiện Nghị quyết số 20-NQ/TW về tiếp tục xây dựng giai cấp công nhân"
                    + " Việt Nam thời kỳ đẩy mạnh công nghiệp hóa, hiện đại hóa đất nước";
    static final LetterHead ISSUED = new LetterHead(
            "Tổng Liên đoàn Lao động Việt Nam",
            "Công đoàn Xây dựng Việt Nam",
            "Hà Nội",
            "45/KH-CĐXD",
            LocalDate.of(2017, 9, 8));
    static final LetterHead UNIT = new LetterHead(
            ISSUED.issuingBody(), "Công đoàn Tổng công ty Sông Đà", "Hà Nội", "5/BC-CĐSĐ", LocalDate.of(2017, 11, 2));
    static final Signature DEPUTY = new Signature("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH", "Nguyễn Văn Ân");
    static final PlanWriter.Due BEFORE_5_NOVEMBER =
            new PlanWriter.Due(LocalDate.of(2017, 11, 5), true, LocalDate.of(2017, 11, 4));

    static final List<BasisDocument> BASIS = List.of(
            new BasisDocument("B1", "79-KL/TW", LocalDate.of(2013, 12, 25), "Bộ Chính trị", "Kết luận", null),
            new BasisDocument("B2", null, null, "Công đoàn Xây dựng Việt Nam", "Chương trình hành động", null));

    static final PlanDocument PLAN = new PlanDocument(
            "KẾ HOẠCH",
            "{so}/KH-CĐXD",
            "45/KH-CĐXD",
            LocalDate.of(2017, 9, 8),
            List.of("Công đoàn Xây dựng Việt Nam hướng dẫn như sau:"),
            List.of(
                    new PlanSection(
                            "I",
                            "Mục đích, yêu cầu",
                            null,
                            List.of(
                                    new PlanSection("I.1", "Mục đích", List.of("Nhìn lại mười năm."), null),
                                    new PlanSection("I.2", "Yêu cầu", List.of("- Khách quan.", "- Đầy đủ."), null))),
                    new PlanSection("II", "Nội dung tổng kết", List.of("Theo đề cương."), null)),
            "Đề nghị các công đoàn trực thuộc thực hiện.",
            List.of("Các công đoàn trực thuộc", "Lưu: VT, TG"),
            DEPUTY);

    static final List<OutlinePart> OUTLINE = List.of(
            new OutlinePart("MD", "", "Phần mở đầu", null, 1, List.of(text("MD.1", "1", "Cách làm", 2, AppliesTo.ALL))),
            new OutlinePart(
                    "P1",
                    "Phần thứ nhất",
                    "KẾT QUẢ",
                    null,
                    1,
                    List.of(
                            new Section(
                                    "P1.I",
                                    "I",
                                    "Chỉ đạo",
                                    null,
                                    2,
                                    true,
                                    false,
                                    0,
                                    0,
                                    null,
                                    null,
                                    null,
                                    AppliesTo.ALL),
                            text("P1.I.1", "1", "Học tập", 3, AppliesTo.ALL),
                            text("P1.I.2", "2", "Chỉ cấp trên", 3, new AppliesTo(List.of("CDTCT"))))));

    static final ListForm PROPOSALS = new ListForm(
            "LF03",
            "KIẾN NGHỊ, ĐỀ XUẤT",
            null,
            1,
            List.of(
                    new ListColumn("noi_dung", "Nội dung", "text", true, null, 800),
                    new ListColumn("ngay", "Ngày", "date", true, null, null),
                    new ListColumn("muc", "Mức", "decimal", false, null, null),
                    new ListColumn("cap", "Cấp nhận", "enum", true, List.of("Bộ Xây dựng", "Tổng Liên đoàn"), null),
                    new ListColumn("dong_y", "Đồng ý", "bool", true, null, null)),
            null,
            null);

    private DocumentFixtures() {}

    private static Section text(String code, String no, String title, int level, AppliesTo appliesTo) {
        return new Section(
                code,
                no,
                title,
                null,
                level,
                false,
                true,
                300,
                1500,
                "Nêu ngắn gọn.",
                List.of("PL01"),
                null,
                appliesTo);
    }

    static Appendix workforce() {
        return appendix("PL01", AppliesTo.ALL, 2008, 2017);
    }

    static Appendix appendix(String code, AppliesTo appliesTo, int fromYear, int toYear) {
        List<Column> columns = new ArrayList<>();
        for (int year = fromYear; year <= toYear; year++) {
            columns.add(new Column("y" + year, String.valueOf(year), year, year == toYear, false, null));
        }
        columns.add(new Column("total", "10 năm", null, false, true, "period_agg"));
        return new Appendix(
                code,
                "SỐ LƯỢNG LAO ĐỘNG",
                null,
                "Số có mặt tại ngày 31/12.",
                appliesTo,
                "landscape",
                columns,
                List.of(
                        indicator(code + ".LD", "1", "Tổng số lao động", Indicator.Type.INT, false, null),
                        indicator(code + ".NU", "1.1", "Trong đó: nữ", Indicator.Type.INT, false, null),
                        indicator(code + ".TL", "2", "Tỷ lệ nữ", Indicator.Type.PERCENT, true, null),
                        indicator(code + ".DT", "3", "Đối thoại", Indicator.Type.INT, false, 2013),
                        indicator(code + ".GC", "4", "Giải thích", Indicator.Type.TEXT, false, null)));
    }

    private static Indicator indicator(
            String code, String no, String name, Indicator.Type type, boolean computed, Integer validFrom) {
        return new Indicator(
                code,
                no,
                name,
                "người",
                type,
                Indicator.Measure.STOCK,
                computed,
                true,
                null,
                null,
                validFrom,
                null,
                null,
                null,
                new UnitAgg("sum", null, null, null, BigDecimal.ONE),
                new PeriodAgg("last", null, null, null));
    }

    static CampaignFile campaign() {
        CampaignFile.Head head = new CampaignFile.Head(
                "TK-2017",
                "tong_ket",
                SUBJECT,
                null,
                "CDXDVN",
                "TLD",
                new CampaignFile.FocalDepartment("TG", "Ban Tuyên giáo"),
                PLAN,
                BASIS,
                new CampaignFile.Period(2008, 2017, null, null),
                new DeadlineTerms(null, BEFORE_5_NOVEMBER.nominal(), "before", "none", null, null, null),
                new CampaignFile.LengthLimits(33000, 20000, 2200),
                new CampaignFile.Reminders(List.of(20), null),
                List.of(),
                null);
        return new CampaignFile(
                "1.1",
                "vi",
                null,
                head,
                OUTLINE,
                List.of(workforce()),
                List.of(PROPOSALS),
                List.of(),
                new CampaignFile.Workflow(null, List.of(), List.of(), List.of(), List.of()),
                null);
    }
}
