package vn.tongket.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.tongket.report.Receipts;
import vn.tongket.report.web.ReportFacts.Fact;
import vn.tongket.shared.Vietnamese;

/** The receipt as a page for anyone who holds its hash; the mail links to it. */
@Controller
class ReceiptPage {

    private final Receipts receipts;

    ReceiptPage(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/receipts/{hash}")
    String show(@PathVariable String hash, HttpServletResponse response, Model model) {
        Receipts.Receipt receipt = receipts.of(hash);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // The address is the secret: it is told to no other site, and to no search engine.
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("receipt", receipt);
        model.addAttribute("heading", heading(receipt));
        model.addAttribute("facts", facts(receipt));
        return "report/receipt";
    }

    private static String heading(Receipts.Receipt receipt) {
        if (receipt.recalledAt() != null) {
            return "Báo cáo đã được đơn vị rút lại";
        }
        return receipt.incomingNumber() == null ? "Báo cáo đã gửi, chờ vào sổ" : "Biên nhận báo cáo";
    }

    private static List<Fact> facts(Receipts.Receipt receipt) {
        return List.of(
                new Fact("Đơn vị gửi", receipt.unitName()),
                new Fact("Nơi nhận", receipt.issuerName()),
                new Fact("Về việc", receipt.campaignTitle()),
                new Fact("Số, ký hiệu", receipt.documentNumber() + " ngày " + Vietnamese.day(receipt.signedOn())),
                new Fact("Lần gửi", String.valueOf(receipt.version())),
                new Fact("Gửi lúc", Vietnamese.minute(receipt.sentAt())),
                new Fact("Số đến", incoming(receipt)),
                new Fact("Tình trạng", standing(receipt)));
    }

    private static String incoming(Receipts.Receipt receipt) {
        if (receipt.incomingNumber() != null) {
            return receipt.incomingNumber().toString();
        }
        return receipt.recalledAt() == null ? "chờ văn thư vào sổ" : "không vào sổ";
    }

    private static String standing(Receipts.Receipt receipt) {
        if (receipt.recalledAt() != null) {
            return "đơn vị đã rút lại lúc " + Vietnamese.minute(receipt.recalledAt()) + ", không còn giá trị";
        }
        return receipt.punctuality().isEmpty() ? "chưa xác định" : receipt.punctuality();
    }
}
