package vn.tongket.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.report.ReportForm;
import vn.tongket.shared.ImportJson;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.FigureForm.Respondent;
import vn.tongket.statistics.Indicator;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.workbook.Reading.Content;

/** The shipped campaign's form for one union, and drafts of it in which every kind of value occurs. */
final class Samples {

    static final CampaignFile FILE = file();
    static final ReportForm FORM = form();
    static final Expected EXPECTED = expected("TK.WORKBOOK-2017");
    static final WorkbookTemplate.Words WORDS = new WorkbookTemplate.Words(
            FILE.campaign().title(), "Công đoàn Tổng công ty Sông Đà", "04/11/2017", "08:00 ngày 06/10/2017");

    private Samples() {}

    /** What SONGDA is to fill in first in a campaign of that code. */
    static Expected expected(String campaign) {
        return new Expected(
                campaign,
                "SONGDA",
                1,
                FORM,
                FILE.outline(),
                new Expected.Names(FILE.campaign().title(), "Công đoàn Tổng công ty Sông Đà"));
    }

    static byte[] template(Content draft) {
        return WorkbookTemplate.of(EXPECTED, WORDS, draft);
    }

    /** What these bytes say, guarded and read as every upload is. */
    static Reading read(byte[] bytes) {
        return read(bytes, EXPECTED);
    }

    static Reading read(byte[] bytes, Expected expected) {
        Path file = UploadWorker.temporary();
        try {
            Files.write(file, bytes);
            return UploadWorker.read(
                    FileSort.of(file), file, expected, List.of(new WorkbookReading(), new WordReading()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            UploadWorker.delete(file);
        }
    }

    /** Numbers, marks and blanks in every open cell, and rows in every list. */
    static Content full() {
        Map<String, Map<String, String>> figures = new TreeMap<>();
        int[] count = {0};
        for (Indicator row : FORM.figures().indicators()) {
            for (int year : FORM.figures().years(row.code())) {
                if (!row.computed() && !FORM.figures().isClosed(row, year)) {
                    String value = value(row, count[0]++);
                    if (!value.isEmpty()) {
                        figures.computeIfAbsent(row.code(), code -> new TreeMap<>())
                                .put(String.valueOf(year), value);
                    }
                }
            }
        }
        Map<String, List<Map<String, Object>>> lists = new TreeMap<>();
        FORM.lists().forEach(list -> lists.put(list.code(), rows(list, 3)));
        return new Content(Map.of(), figures, lists);
    }

    /** As the reader answers it: blanks in every open cell that holds nothing. */
    static Map<String, Map<String, String>> withBlanks(Map<String, Map<String, String>> figures) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (Indicator row : FORM.figures().indicators()) {
            for (int year : FORM.figures().years(row.code())) {
                if (!row.computed() && !FORM.figures().isClosed(row, year)) {
                    all.computeIfAbsent(row.code(), code -> new TreeMap<>())
                            .put(
                                    String.valueOf(year),
                                    figures.getOrDefault(row.code(), Map.of()).getOrDefault(String.valueOf(year), ""));
                }
            }
        }
        return all;
    }

    private static String value(Indicator row, int at) {
        if (row.isText()) {
            return at % 3 == 0 ? "" : "=Biến động năm " + at;
        }
        return switch (at % 13) {
            case 0 -> "-";
            case 1 -> "...";
            case 2 -> "x";
            case 3 -> "";
            case 4 -> "0";
            default -> row.fractionDigits() == 0 ? String.valueOf(1234 + at) : (20 + at % 40) + ".5";
        };
    }

    static List<Map<String, Object>> rows(ListForm list, int count) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (ListColumn column : list.columns()) {
                if (!column.type().equals("file")) {
                    row.put(column.key(), cell(column, i));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private static Object cell(ListColumn column, int i) {
        return switch (column.type()) {
            case "int" -> String.valueOf(i + 1);
            case "decimal" -> (i + 1) + ".25";
            case "date" -> "201" + i + "-11-05";
            case "bool" -> i % 2 == 0;
            case "enum" -> column.values().get(i % column.values().size());
            default ->
                List.of("=1+1", "+84 Nhà ở\n\n- Công nhân", "@Đào tạo, tay nghề")
                        .get(i % 3);
        };
    }

    private static CampaignFile file() {
        try {
            return ImportJson.value(
                    ImportJson.mapper().readTree(IssuedCampaign.resource("/demo/campaign-20-NQ-TW.json")),
                    CampaignFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReportForm form() {
        return new ReportForm(
                FILE.sections(),
                FigureForm.of(
                        FILE.appendices(),
                        new Respondent("TCT", null, false),
                        FILE.campaign().period().lastYearCutoff()),
                FILE.listForms(),
                FILE.rules(),
                List.of(),
                null);
    }
}
