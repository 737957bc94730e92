package vn.tongket.demo;

import java.util.Arrays;
import java.util.List;
import vn.tongket.shared.Vietnamese;

/** Texts for the cells of sample lists, by the words of a column's label. */
final class SamplePools {

    private record Pool(String words, List<String> texts) {}

    /** The n-th texts of the pools belong together, so that a target meets its unit and its result. */
    private static final List<Pool> POOLS = List.of(
            new Pool("so, ky hieu", List.of("12/KH-CĐ", "27/HD-CĐ", "08/CTr-CĐ", "35/KH-CĐ", "19/CV-CĐ")),
            new Pool("co quan ban hanh", List.of("{u}")),
            new Pool(
                    "trich yeu",
                    List.of(
                            "Kế hoạch tổ chức học tập, quán triệt và thực hiện nghị quyết",
                            "Hướng dẫn tổ chức hội nghị người lao động và đối thoại tại nơi làm việc",
                            "Chương trình hành động thực hiện nghị quyết",
                            "Kế hoạch sơ kết việc thực hiện nghị quyết",
                            "Công văn về việc rà soát thỏa ước lao động tập thể")),
            new Pool("don vi tinh", List.of("%", "%", "%", "người", "lượt người")),
            new Pool(
                    "chi tieu",
                    List.of(
                            "Đoàn viên được học tập, quán triệt nghị quyết",
                            "Doanh nghiệp ký thỏa ước lao động tập thể",
                            "Lao động qua đào tạo nghề",
                            "Đoàn viên ưu tú giới thiệu kết nạp Đảng mỗi năm",
                            "Huấn luyện an toàn, vệ sinh lao động mỗi năm")),
            new Pool("muc tieu", List.of("95", "90", "85", "10", "500")),
            new Pool("ket qua den", List.of("97.5", "90", "81.5", "12", "620")),
            new Pool("danh gia", List.of("Vượt", "Đạt", "Chưa đạt", "Vượt", "Vượt")),
            new Pool(
                    "giai thich",
                    List.of(
                            "Vượt nhờ đưa báo cáo viên đến tận nơi làm việc",
                            "Đạt kế hoạch, các đơn vị còn lại đang thương lượng",
                            "Chưa đạt do lao động thời vụ nhiều, kinh phí đào tạo hạn chế",
                            "Vượt nhờ phối hợp tốt với cấp ủy và Đoàn Thanh niên",
                            "Vượt do tổ chức huấn luyện theo từng đội")),
            new Pool(
                    "tap the|mo hinh",
                    List.of(
                            "Mô hình bữa cơm công đoàn kết hợp đối thoại",
                            "Tổ tự quản an toàn ở các đội sản xuất",
                            "Mô hình thợ bậc cao kèm thợ trẻ",
                            "Tủ sách lưu động tại nơi làm việc",
                            "Câu lạc bộ sáng kiến, cải tiến")),
            new Pool("linh vuc", List.of("quyền lợi", "an toàn", "tay nghề", "tuyên truyền", "sáng kiến")),
            new Pool(
                    "tom tat",
                    List.of(
                            "Mỗi quý một lần, lãnh đạo và công đoàn cùng ăn ca với người lao động, nghe và trả lời ngay các kiến"
                                    + " nghị; việc cần thời gian được ghi sổ và báo kết quả ở kỳ sau.",
                            "Mỗi đội cử một an toàn viên luân phiên kiểm tra trước ca, ghi sổ nguy cơ và dừng việc khi chưa an"
                                    + " toàn; nhiều năm liền không xảy ra tai nạn nặng.",
                            "Thợ bậc cao nhận kèm hai thợ trẻ trong sáu tháng theo đề cương chung, cuối kỳ thi tay nghề có hội"
                                    + " đồng chấm.",
                            "Sách pháp luật và báo được luân chuyển hằng tháng tới các điểm làm việc ở xa, do tổ trưởng công"
                                    + " đoàn phụ trách.",
                            "Câu lạc bộ họp hằng tháng, giúp người lao động viết và bảo vệ sáng kiến trước hội đồng.")),
            new Pool(
                    "ket qua do",
                    List.of(
                            "Trên 90% kiến nghị được giải quyết trong quý",
                            "Ba năm liền không có tai nạn nặng",
                            "{s} thợ trẻ nâng bậc trước thời hạn",
                            "{s} lượt mượn sách mỗi tháng",
                            "{s} sáng kiến được công nhận")),
            new Pool("cap tiep nhan", List.of("Chính phủ", "Quốc hội", "bộ ", "Tổng Liên đoàn", "công đoàn")),
            new Pool("nhom van de", List.of("nhà ở", "bảo hiểm", "tay nghề", "cán bộ", "khác")),
            new Pool(
                    "noi dung",
                    List.of(
                            "Đề nghị có cơ chế bố trí quỹ đất và vốn vay ưu đãi để xây dựng nhà ở cho người lao động.",
                            "Đề nghị tăng cường thanh tra, xử lý nghiêm việc nợ, trốn đóng bảo hiểm xã hội.",
                            "Đề nghị hỗ trợ kinh phí đào tạo lại và nâng bậc cho công nhân trực tiếp.",
                            "Đề nghị bổ sung quy định bảo vệ cán bộ công đoàn không chuyên trách khi thương lượng.",
                            "Đề nghị cấp tài liệu tuyên truyền ngắn gọn, phù hợp với lao động lưu động.")),
            new Pool(
                    "ly do|can cu",
                    List.of(
                            "Nhu cầu nhà ở của người lao động lớn hơn khả năng đáp ứng của đơn vị.",
                            "Nợ bảo hiểm kéo dài làm người lao động không được giải quyết chế độ kịp thời.",
                            "Thợ bậc cao còn thiếu trong khi kinh phí đào tạo của đơn vị hạn chế.",
                            "Cán bộ cơ sở hưởng lương của doanh nghiệp nên còn e ngại khi thương lượng.",
                            "Lao động phân tán, ít có điều kiện học tập trung.")),
            new Pool(
                    "",
                    List.of(
                            "Thực hiện theo kế hoạch của {u}",
                            "Đã triển khai ở các đơn vị trực thuộc",
                            "Hoàn thành theo tiến độ đề ra",
                            "Tiếp tục duy trì trong thời gian tới",
                            "Được đoàn viên, người lao động hưởng ứng")));

    private SamplePools() {}

    /** The text for that row of a column; the last pool suits every label. */
    static String text(String label, int index) {
        String folded = Vietnamese.fold(label);
        List<String> texts = POOLS.stream()
                .filter(pool -> Arrays.stream(pool.words().split("\\|")).anyMatch(folded::contains))
                .findFirst()
                .orElseThrow()
                .texts();
        return texts.get(index % texts.size());
    }
}
