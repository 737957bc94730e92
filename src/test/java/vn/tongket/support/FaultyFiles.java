package vn.tongket.support;

import static vn.tongket.support.FaultyFile.Format.CAMPAIGN;
import static vn.tongket.support.FaultyFile.Format.ORGANIZATION;
import static vn.tongket.support.FaultyFile.bytes;
import static vn.tongket.support.FaultyFile.campaign;
import static vn.tongket.support.FaultyFile.units;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Every mistake that an import names, one file each; what is expected is written from formats.md, not from the code. */
public final class FaultyFiles {

    private static final String ROW = "/appendices/0/indicators/";
    private static final String PATH = "$.appendices[0].indicators";

    private FaultyFiles() {}

    public static List<FaultyFile> all() {
        return Stream.of(
                        unreadable(),
                        organization(),
                        head(),
                        dates(),
                        outline(),
                        appendices(),
                        indicators(),
                        rules(),
                        lists())
                .flatMap(List::stream)
                .toList();
    }

    private static List<FaultyFile> unreadable() {
        return List.of(
                bytes(CAMPAIGN, "an empty file", new byte[] {' ', '\n'}).has("$", "Tệp rỗng."),
                bytes(ORGANIZATION, "no JSON", "Kính gửi".getBytes(StandardCharsets.UTF_8))
                        .has("$", "Tệp không phải JSON hợp lệ (dòng 1, cột 1)."),
                bytes(ORGANIZATION, "a list instead of an object", "[]".getBytes(StandardCharsets.UTF_8))
                        .has("$", "Sai kiểu dữ liệu: phải là một đối tượng { }."),
                bytes(ORGANIZATION, "no UTF-8", new byte[] {'{', '"', (byte) 0xC3, '"', '}'})
                        .has("$", "Tệp không ở bảng mã UTF-8."),
                bytes(
                                CAMPAIGN,
                                "cut off",
                                "{\"schema_version\": \"1.1\", \"outline\": [{\"code\": \"A\""
                                        .getBytes(StandardCharsets.UTF_8))
                        .has("$.outline[0].code", "Tệp bị cắt cụt: hết tệp khi nội dung chưa kết thúc."),
                bytes(
                                ORGANIZATION,
                                "a hundred thousand brackets",
                                "[".repeat(100_000).getBytes(StandardCharsets.UTF_8))
                        .has("$" + "[0]".repeat(49), "Tệp lồng nhau quá sâu, tối đa 50 tầng."),
                bytes(
                                CAMPAIGN,
                                "a text of ten megabytes",
                                ("{\"language\": \"" + "a".repeat(10_000_000) + "\"}").getBytes(StandardCharsets.UTF_8))
                        .has("$.language", "Văn bản quá dài, tối đa 200.000 ký tự."),
                bytes(
                                ORGANIZATION,
                                "six million values",
                                ("[" + "1,".repeat(6_000_000) + "1]").getBytes(StandardCharsets.UTF_8))
                        // One of the five million is the bracket.
                        .has("$[4999998]", "Tệp có quá nhiều giá trị."),
                bytes(CAMPAIGN, "two files in one", (CAMPAIGN.text() + " {}").getBytes(StandardCharsets.UTF_8))
                        .has("$", "Sau nội dung JSON còn nội dung khác."),
                units("a field twice")
                        .replace("\"as_of\":", "\"as_of\": \"2017-01-01\", \"as_of\":")
                        .has("$.as_of", "Trường “as_of” có hai lần."),
                units("a sign that no database keeps")
                        .replace("Công đoàn Tổng công ty Sông Đà", "Công đoàn\\u0000 Sông Đà")
                        .has("$.units[2].name", "Văn bản có ký tự điều khiển không dùng được."),
                units("a number out of all measure")
                        .set("/units/2/sort_order", "1")
                        .replace("\"sort_order\":1,", "\"sort_order\":1e999999999,")
                        .has("$.units[2].sort_order", "Số quá lớn hoặc quá nhiều chữ số."));
    }

    private static List<FaultyFile> organization() {
        return List.of(
                units("a parent that is nowhere")
                        .set("/units/2/parent", "\"KHONG_CO\"")
                        .has("$.units[2].parent", "Không có đơn vị “KHONG_CO”."),
                units("a circle of two")
                        .set("/units/1/parent", "\"SONGDA\"")
                        .has("$.units[1].parent", "Đơn vị “CDXDVN” là cấp trên của chính nó."),
                units("its own parent")
                        .set("/units/2/parent", "\"SONGDA\"")
                        .has("$.units[2].parent", "Đơn vị “SONGDA” là cấp trên của chính nó."),
                units("a code twice")
                        .set("/units/7/code", "\"SONGDA\"")
                        .has("$.units[7].code", "Mã đơn vị “SONGDA” bị trùng."),
                units("codes that make one group name")
                        .set("/units/8/code", "\"song-da\"")
                        .has("$.units[8].code", "Mã “song-da” và “SONGDA” cho cùng một tên nhóm “SONGDA”."),
                units("an unknown category")
                        .set("/units/2/category", "\"XYZ\"")
                        .has("$.units[2].category", "Không có loại đơn vị “XYZ”."),
                units("a category twice")
                        .repeat("/categories/0")
                        .has("$.categories[8].code", "Mã loại “CDTCT” bị trùng."),
                units("an unknown tier")
                        .set("/categories/0/tier", "\"district\"")
                        .has(
                                "$.categories[0].tier",
                                "Không có giá trị “district”; chỉ nhận: national, sector, upper, grassroots, member."),
                units("an unknown mode")
                        .set("/units/2/reporting_mode", "\"maybe\"")
                        .has(
                                "$.units[2].reporting_mode",
                                "Không có giá trị “maybe”; chỉ nhận: none, coordinated, required, consolidator, recipient."),
                units("an address that is none")
                        .set("/units/2/contacts/1/email", "\"canbo songda\"")
                        .has(
                                "$.units[2].contacts[1].email",
                                "“canbo songda” không đúng dạng: địa chỉ thư điện tử, ví dụ canbo@congdoan.example."),
                units("a code with a slash")
                        .set("/units/9/code", "\"SONG/DA\"")
                        .has(
                                "$.units[9].code",
                                "“SONG/DA” không đúng dạng: chữ cái không dấu, chữ số, dấu chấm, gạch nối, gạch dưới, tối đa 60 ký tự."),
                units("no name and an unknown field")
                        .remove("/units/2/name")
                        .set("/units/2/title", "\"Sông Đà\"")
                        .has("$.units[2].name", "Thiếu trường bắt buộc “name”.")
                        .has("$.units[2].title", "Không có trường nào tên là “title”."),
                units("an empty name").set("/units/2/name", "\"\"").has("$.units[2].name", "Không được để trống."),
                units("a text where a number belongs")
                        .set("/units/2/sort_order", "\"20\"")
                        .has("$.units[2].sort_order", "Sai kiểu dữ liệu: phải là số nguyên."),
                units("a day that does not exist")
                        .set("/units/2/valid_from", "\"2017-02-30\"")
                        .has(
                                "$.units[2].valid_from",
                                "“2017-02-30” không phải ngày có thật, dạng năm-tháng-ngày (2017-11-05)."),
                units("closed before it was founded")
                        .set("/units/2/valid_from", "\"2017-05-01\"")
                        .set("/units/2/valid_to", "\"2016-05-01\"")
                        .has("$.units[2].valid_to", "Ngày chấm dứt phải không trước ngày thành lập."),
                units("guided by nobody")
                        .set("/units/2/guided_by", "\"KHONG_CO\"")
                        .has("$.units[2].guided_by", "Không có đơn vị “KHONG_CO”."),
                units("guided by its parent")
                        .set("/units/2/guided_by", "\"CDXDVN\"")
                        .has("$.units[2].guided_by", "Cấp trên và đơn vị phối hợp chỉ đạo phải khác nhau."),
                units("its own successor")
                        .set("/units/2/successor", "\"SONGDA\"")
                        .has("$.units[2].successor", "Đơn vị không thể kế thừa chính mình."),
                units("an event of an unknown unit")
                        .set("/history_events/0/units/0", "\"KHONG_CO\"")
                        .has("$.history_events[0].units[0]", "Không có đơn vị “KHONG_CO”."),
                units("a transfer to nowhere")
                        .remove("/history_events/0/to")
                        .has("$.history_events[0].to", "Chuyển, sáp nhập đơn vị cần có đơn vị nhận “to”."),
                units("another version of the format")
                        .set("/schema_version", "\"2.0\"")
                        .has("$.schema_version", "Chỉ nhận giá trị “1.1”."),
                units("no units")
                        .set("/units", "[]")
                        .set("/history_events", "[]")
                        .has("$.units", "Danh sách không được rỗng."));
    }

    private static List<FaultyFile> head() {
        return List.of(
                campaign("an issuer that is nowhere")
                        .set("/campaign/issuer", "\"KHONG_CO\"")
                        .has("$.campaign.issuer", "Không có đơn vị “KHONG_CO”."),
                campaign("an issuer that may not")
                        .set("/campaign/issuer", "\"SONGDA\"")
                        .has("$.campaign.issuer", "Đơn vị “SONGDA” không được tổ chức chiến dịch (consolidator)."),
                campaign("a superior that is nowhere")
                        .set("/campaign/reports_to", "\"KHONG_CO\"")
                        .has("$.campaign.reports_to", "Không có đơn vị “KHONG_CO”."),
                campaign("its own superior")
                        .set("/campaign/reports_to", "\"CDXDVN\"")
                        .has("$.campaign.reports_to", "Đơn vị tổ chức không báo cáo cho chính mình."),
                campaign("an unknown type")
                        .set("/campaign/type", "\"review\"")
                        .has("$.campaign.type", "Không có giá trị “review”; chỉ nhận: tong_ket, so_ket."),
                campaign("a code with a blank")
                        .set("/campaign/code", "\"TK 20\"")
                        .has(
                                "$.campaign.code",
                                "“TK 20” không đúng dạng: chữ cái không dấu, chữ số, dấu chấm, gạch nối, gạch dưới, tối đa 60 ký tự."),
                campaign("a number pattern without a number")
                        .set("/campaign/plan_document/number_pattern", "\"45/KH-CĐXD\"")
                        .has(
                                "$.campaign.plan_document.number_pattern",
                                "“45/KH-CĐXD” không đúng dạng: mẫu số, ký hiệu có {so} ở chỗ ghi số, ví dụ {so}/KH-CĐXD."),
                campaign("a basis document's code twice")
                        .set("/campaign/basis_documents/1/code", "\"B1\"")
                        .has("$.campaign.basis_documents[1].code", "Mã văn bản căn cứ “B1” bị trùng."),
                campaign("no signature")
                        .remove("/campaign/plan_document/signature")
                        .has("$.campaign.plan_document.signature", "Thiếu trường bắt buộc “signature”."));
    }

    private static List<FaultyFile> dates() {
        return List.of(
                campaign("a deadline before the plan")
                        .set("/campaign/deadline/nominal", "\"2017-09-06\"")
                        .has(
                                "$.campaign.deadline.nominal",
                                "Hạn gửi báo cáo (hết ngày 05/09/2017) phải sau ngày ban hành kế hoạch 05/09/2017."),
                campaign("a reminder after the deadline")
                        .set("/campaign/reminders/working_days_before/0", "-3")
                        .has(
                                "$.campaign.reminders.working_days_before[0]",
                                "Ngày nhắc phải trước hạn gửi báo cáo: số ngày không được âm."),
                campaign("a reminder twice")
                        .set("/campaign/reminders/working_days_before", "[5, 5]")
                        .has("$.campaign.reminders.working_days_before[1]", "Ngày nhắc “5” bị trùng."),
                campaign("grace that ends before the deadline")
                        .set("/campaign/deadline/grace_until", "\"2017-11-03\"")
                        .has("$.campaign.deadline.grace_until", "Ngày gia hạn nhận thêm phải sau hạn gửi báo cáo."),
                campaign("unknown semantics and roll")
                        .set("/campaign/deadline/semantics", "\"after\"")
                        .set("/campaign/deadline/roll", "\"back\"")
                        .has("$.campaign.deadline.semantics", "Không có giá trị “after”; chỉ nhận: before, by.")
                        .has("$.campaign.deadline.roll", "Không có giá trị “back”; chỉ nhận: none, forward."),
                campaign("milestones out of order")
                        .set("/campaign/milestones/3/date", "\"2017-12-20\"")
                        .has(
                                "$.campaign.milestones[5].date",
                                "Mốc “Trình Ban Thường vụ” (04/12/2017) phải sau mốc “Khóa số liệu” (20/12/2017)."),
                campaign("a milestone's kind twice")
                        .set("/campaign/milestones/1/kind", "\"issue\"")
                        .has("$.campaign.milestones[1].kind", "Mốc “Tập huấn nhập số liệu” bị lặp lại."),
                campaign("a period that ends before it begins")
                        .set("/campaign/period/to_year", "2007")
                        .set("/campaign/period/last_year_cutoff", "null")
                        .has("$.campaign.period.to_year", "Năm cuối phải không trước năm đầu."),
                campaign("a cut-off in another year")
                        .set("/campaign/period/last_year_cutoff", "\"2016-09-30\"")
                        .has(
                                "$.campaign.period.last_year_cutoff",
                                "Ngày chốt số 30/09/2016 không thuộc năm cuối 2017."));
    }

    private static List<FaultyFile> outline() {
        return List.of(
                campaign("an empty outline").set("/outline", "[]").has("$.outline", "Danh sách không được rỗng."),
                campaign("an outline of headings alone")
                        .set("/outline", """
                                [{"code": "A", "title": "Phần", "level": 1, "sections": [{"code": "A.1", "title": "Mục",
                                  "level": 2, "is_heading": true, "max_chars": 0, "applies_to": "ALL"}]}]""")
                        .has("$.outline", "Đề cương không có mục nào để viết."),
                campaign("a section's code twice")
                        .set("/outline/0/sections/1/code", "\"MD.1\"")
                        .has("$.outline[0].sections[1].code", "Mã mục “MD.1” bị trùng."),
                campaign("a level that jumps")
                        .set("/outline/0/sections/0/level", "3")
                        .has("$.outline[0].sections[0].level", "Bậc nhảy từ 1 sang 3."),
                campaign("more at least than at most")
                        .set("/outline/0/sections/0/min_chars", "9000")
                        .has("$.outline[0].sections[0].min_chars", "Số ký tự tối thiểu lớn hơn tối đa."),
                campaign("a link to nothing")
                        .set("/outline/1/sections/1/linked_appendices/0", "\"PL99\"")
                        .has("$.outline[1].sections[1].linked_appendices[0]", "Không có phụ lục hay biểu “PL99”."),
                campaign("an unknown category in applies_to")
                        .set("/outline/0/sections/0/applies_to", "[\"CDTCT\", \"XYZ\"]")
                        .has("$.outline[0].sections[0].applies_to[1]", "Không có loại đơn vị “XYZ”."),
                campaign("applies_to neither ALL nor a list")
                        .set("/outline/0/sections/0/applies_to", "\"SOME\"")
                        .has(
                                "$.outline[0].sections[0].applies_to",
                                "“SOME” không đúng dạng: “ALL”, hoặc danh sách mã loại đơn vị."),
                campaign("an unknown way to consolidate")
                        .set("/outline/0/sections/0/consolidation", "\"guess\"")
                        .has(
                                "$.outline[0].sections[0].consolidation",
                                "Không có giá trị “guess”; chỉ nhận: summarise, merge_list, quote, table, none."));
    }

    private static List<FaultyFile> appendices() {
        return List.of(
                campaign("an appendix's code twice")
                        .set("/appendices/7/code", "\"PL01\"")
                        .set("/outline/1/sections", "[]")
                        .has("$.appendices[7].code", "Mã phụ lục, biểu “PL01” bị trùng."),
                campaign("a column outside the period")
                        .set("/appendices/0/columns/0/year", "2007")
                        .has("$.appendices[0].columns[0].year", "Năm 2007 nằm ngoài thời kỳ 2008–2017."),
                campaign("a year with two columns")
                        .set("/appendices/0/columns/1/year", "2008")
                        .has("$.appendices[0].columns[1].year", "Năm 2008 có hai cột."),
                campaign("a column of no year")
                        .remove("/appendices/0/columns/0/year")
                        .has("$.appendices[0].columns[0].year", "Cột không tính sẵn cần có năm."));
    }

    private static List<FaultyFile> indicators() {
        return List.of(
                campaign("an indicator's code twice")
                        .set(ROW + "13/code", "\"PL01.DTTS\"")
                        .set("/rules/5/left", "\"PL01.DTTS\"")
                        .has(PATH + "[13].code", "Mã chỉ tiêu “PL01.DTTS” bị trùng."),
                campaign("a part of nothing")
                        .set(ROW + "1/breakdown_of", "\"PL01.KHONG\"")
                        .has(PATH + "[1].breakdown_of", "Không có chỉ tiêu “PL01.KHONG”."),
                campaign("parts of each other")
                        .set(ROW + "0/breakdown_of", "\"PL01.LD_NU\"")
                        .has(
                                PATH + "[1].breakdown_of",
                                "Quan hệ “một phần của” đi vòng: PL01.LD → PL01.LD_NU → PL01.LD."),
                campaign("a weight that is nothing")
                        .set(ROW + "14/unit_agg/weight", "\"PL01.KHONG\"")
                        .has(PATH + "[14].unit_agg.weight", "Không có chỉ tiêu “PL01.KHONG”."),
                campaign("a mean without a weight")
                        .remove(ROW + "14/unit_agg/weight")
                        .has(PATH + "[14].unit_agg.weight", "Phép “weighted_mean” cần “weight”."),
                campaign("a weight that is text")
                        .set(ROW + "14/unit_agg/weight", "\"PL01.GHI_CHU\"")
                        .has(PATH + "[14].unit_agg.weight", "Chỉ tiêu “PL01.GHI_CHU” là chữ, không phải số."),
                campaign("a denominator that is nothing")
                        .set(ROW + "15/unit_agg/denominator", "\"PL01.KHONG\"")
                        .has(PATH + "[15].unit_agg.denominator", "Không có chỉ tiêu “PL01.KHONG”."),
                campaign("a ratio without a numerator")
                        .remove(ROW + "15/unit_agg/numerator")
                        .has(PATH + "[15].unit_agg.numerator", "Phép “ratio” cần “numerator”."),
                campaign("an unknown operation")
                        .set(ROW + "0/unit_agg/op", "\"median\"")
                        .has(
                                PATH + "[0].unit_agg.op",
                                "Không có giá trị “median”; chỉ nhận: sum, weighted_mean, ratio, max, min, none."),
                campaign("an unknown operation over the years")
                        .set(ROW + "0/period_agg/op", "\"first\"")
                        .has(
                                PATH + "[0].period_agg.op",
                                "Không có giá trị “first”; chỉ nhận: last, sum, max, min, ratio_of_year_sums, none."),
                campaign("text that is added up")
                        .set(ROW + "16/unit_agg/op", "\"sum\"")
                        .has(PATH + "[16].unit_agg.op", "Chỉ tiêu chữ chỉ dùng phép “none”."),
                campaign("a formula of nothing")
                        .set("/appendices/1/indicators/9/formula/args/0", "\"PL02.KHONG\"")
                        .has("$.appendices[1].indicators[9].formula.args[0]", "Không có chỉ tiêu “PL02.KHONG”."),
                campaign("a formula that needs itself")
                        .set("/appendices/1/indicators/9/formula/args/0", "\"PL02.DA_DT\"")
                        .has(
                                "$.appendices[1].indicators[9].formula.args[0]",
                                "Công thức đi vòng: PL02.DA_DT → PL02.DA_DT."),
                campaign("formulas that need each other")
                        .set("/appendices/1/indicators/9/formula/args/0", "\"PL02.TL_DA_DT\"")
                        .has(
                                "$.appendices[1].indicators[10].unit_agg.numerator",
                                "Công thức đi vòng: PL02.DA_DT → PL02.TL_DA_DT → PL02.DA_DT."),
                campaign("an unknown formula")
                        .set("/appendices/1/indicators/9/formula/op", "\"subtract\"")
                        .has("$.appendices[1].indicators[9].formula.op", "Không có giá trị “subtract”; chỉ nhận: add."),
                campaign("a computed row without a formula")
                        .remove("/appendices/1/indicators/9/formula")
                        .has(
                                "$.appendices[1].indicators[9].formula",
                                "Chỉ tiêu tính sẵn cần công thức hoặc phép “ratio”."),
                campaign("a default copied from nothing")
                        .set("/appendices/3/indicators/4/leaf_value/copy", "\"PL04.KHONG\"")
                        .has("$.appendices[3].indicators[4].leaf_value.copy", "Không có chỉ tiêu “PL04.KHONG”."),
                campaign("valid from outside the period")
                        .set("/appendices/3/indicators/7/valid_from_year", "2020")
                        .has("$.appendices[3].indicators[7].valid_from_year", "Năm 2020 nằm ngoài thời kỳ 2008–2017."),
                campaign("an unknown kind of figure")
                        .set(ROW + "0/type", "\"double\"")
                        .has(
                                PATH + "[0].type",
                                "Không có giá trị “double”; chỉ nhận: int, decimal, percent, money, text."),
                campaign("ten decimals")
                        .set(ROW + "14/decimals", "10")
                        .has(PATH + "[14].decimals", "Phải không quá 6."),
                campaign("samples of nothing")
                        .set("/demo_profile/series/PL01.KHONG", "{\"share_of\": \"PL01.LD\", \"share\": 0.5}")
                        .has("$.demo_profile.series['PL01.KHONG']", "Không có chỉ tiêu “PL01.KHONG”."),
                campaign("samples outside the period")
                        .set("/demo_profile/series/PL01.LD/index/2030", "1")
                        .has(
                                "$.demo_profile.series['PL01.LD'].index['2030']",
                                "Năm 2030 nằm ngoài thời kỳ 2008–2017."));
    }

    private static List<FaultyFile> rules() {
        return List.of(
                campaign("a rule's code twice")
                        .set("/rules/1/code", "\"R001\"")
                        .has("$.rules[1].code", "Mã quy tắc “R001” bị trùng."),
                campaign("an unknown kind of rule")
                        .set("/rules/0/kind", "\"equals\"")
                        .has(
                                "$.rules[0].kind",
                                "Không có giá trị “equals”; chỉ nhận: compare, sum_equals, range, balance, yoy_change, iff_positive, implies_positive, non_negative, integer, parent_equals_children, blank_vs_zero."),
                campaign("a rule about nothing")
                        .set("/rules/0/left", "\"PL01.KHONG\"")
                        .has("$.rules[0].left", "Không có chỉ tiêu “PL01.KHONG”."),
                campaign("a part that is nothing")
                        .set("/rules/1/parts/1", "\"PL01.KHONG\"")
                        .has("$.rules[1].parts[1]", "Không có chỉ tiêu “PL01.KHONG”."),
                campaign("a comparison with nothing")
                        .remove("/rules/0/right")
                        .has("$.rules[0].right", "Quy tắc “compare” cần “right”."),
                campaign("an unknown comparison")
                        .set("/rules/0/op", "\"!=\"")
                        .has("$.rules[0].op", "Không có giá trị “!=”; chỉ nhận: <=, <, >=, >, ==."),
                campaign("a range upside down")
                        .set("/rules/6/min", "70")
                        .has("$.rules[6].min", "Giá trị nhỏ nhất lớn hơn giá trị lớn nhất."),
                campaign("an explanation in a number")
                        .set("/rules/47/explain_in", "\"PL01.LD\"")
                        .has("$.rules[47].explain_in", "Chỉ tiêu “PL01.LD” phải là dòng chữ."),
                campaign("an unknown selector")
                        .set("/rules/48/indicators", "\"*all\"")
                        .has(
                                "$.rules[48].indicators",
                                "“*all” không đúng dạng: danh sách mã chỉ tiêu, hoặc “*numeric”, “*int”, “*sum”, “*required”."),
                campaign("an unknown severity")
                        .set("/rules/0/severity", "\"fatal\"")
                        .has("$.rules[0].severity", "Không có giá trị “fatal”; chỉ nhận: error, warn."));
    }

    private static List<FaultyFile> lists() {
        return List.of(
                campaign("a list's column twice")
                        .set("/list_forms/0/columns/1/key", "\"so_ky_hieu\"")
                        .has("$.list_forms[0].columns[1].key", "Mã cột “so_ky_hieu” bị trùng."),
                campaign("a choice of nothing")
                        .remove("/list_forms/1/columns/1/values")
                        .has("$.list_forms[1].columns[1].values", "Cột kiểu “enum” cần các giá trị để chọn."),
                campaign("a file that must be there")
                        .set("/list_forms/0/columns/4/required", "true")
                        .has("$.list_forms[0].columns[4].required", "Cột kiểu “file” không được bắt buộc."),
                campaign("a list with an appendix's code")
                        .set("/list_forms/3/code", "\"PL08\"")
                        .set("/outline/1/sections", "[]")
                        .has("$.list_forms[3].code", "Mã phụ lục, biểu “PL08” bị trùng."),
                campaign("five mistakes at once")
                        .set("/campaign/type", "7")
                        .set("/rules/0/left", "\"PL01.KHONG\"")
                        .set("/outline/0/sections/0/min_chars", "9000")
                        .set("/note", "\"?\"")
                        .remove("/workflow")
                        .has("$.campaign.type", "Sai kiểu dữ liệu: phải là chữ trong ngoặc kép.")
                        .has("$.rules[0].left", "Không có chỉ tiêu “PL01.KHONG”.")
                        .has("$.outline[0].sections[0].min_chars", "Số ký tự tối thiểu lớn hơn tối đa.")
                        .has("$.note", "Không có trường nào tên là “note”.")
                        .has("$.workflow", "Thiếu trường bắt buộc “workflow”."));
    }
}
