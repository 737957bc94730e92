package vn.tongket.notification;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.tongket.document.DossierPart;
import vn.tongket.document.DossierWriter.Entry;
import vn.tongket.shared.Vietnamese;

/** All notices of a campaign as they went out, for its dossier. */
@Component
class NoticesInDossier implements DossierPart {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CampaignNotices notices;

    NoticesInDossier(CampaignNotices notices) {
        this.notices = notices;
    }

    @Override
    public List<Entry> entries(String campaign) {
        StringBuilder table = new StringBuilder(
                BYTE_ORDER_MARK + CsvLine.of("STT", "Loại", "Đơn vị", "Địa chỉ", "Tình trạng", "Lúc", "Tiêu đề"));
        StringBuilder texts = new StringBuilder(BYTE_ORDER_MARK);
        int position = 1;
        for (Notice.Logged notice : notices.log(campaign)) {
            String time = notice.sentAt() == null ? "" : Vietnamese.minute(notice.sentAt());
            String unit = notice.unitCode() == null ? "" : notice.unitCode();
            String address = notice.address() == null ? "" : notice.address();
            String subject = notice.subject() == null ? "" : notice.subject();
            table.append(CsvLine.of(
                    position,
                    notice.kind().label(),
                    unit,
                    address,
                    notice.fate().words(),
                    time,
                    subject));
            texts.append("===== %d. %s – %s – %s\r\n%s\r\n\r\n%s\r\n"
                    .formatted(position, notice.kind().label(), address, time, subject, String.valueOf(notice.body())));
            position++;
        }
        return List.of(
                new Entry("thong-bao/danh-sach.csv", table.toString().getBytes(StandardCharsets.UTF_8)),
                new Entry("thong-bao/noi-dung.txt", texts.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
