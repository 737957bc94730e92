package vn.tongket.report.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.report.Receipts;
import vn.tongket.shared.TimeConfiguration;

/** Confirms a receipt to anyone who holds its hash, logged in or not. */
@RestController
class ReceiptApi {

    /** What is confirmed; {@code punctuality} in Vietnamese, empty until registered and once it was taken back. */
    record ReceiptJson(
            String hash,
            String campaign,
            String campaignTitle,
            String issuerName,
            String unit,
            String unitName,
            int version,
            String documentNumber,
            LocalDate signedOn,
            LocalDateTime sentAt,
            @Nullable Integer incomingNumber,
            String punctuality,
            @Nullable LocalDateTime recalledAt) {}

    private final Receipts receipts;

    ReceiptApi(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping(path = "/api/receipts/{hash}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReceiptJson> receipt(@PathVariable String hash) {
        Receipts.Receipt receipt = receipts.of(hash);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ReceiptJson(
                        receipt.hash(),
                        receipt.campaign(),
                        receipt.campaignTitle(),
                        receipt.issuerName(),
                        receipt.unit(),
                        receipt.unitName(),
                        receipt.version(),
                        receipt.documentNumber(),
                        receipt.signedOn(),
                        LocalDateTime.ofInstant(receipt.sentAt(), TimeConfiguration.ZONE),
                        receipt.incomingNumber(),
                        receipt.punctuality(),
                        receipt.recalledAt() == null
                                ? null
                                : LocalDateTime.ofInstant(receipt.recalledAt(), TimeConfiguration.ZONE)));
    }
}
