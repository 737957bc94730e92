package vn.tongket.notification.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.notification.Fate;
import vn.tongket.notification.NoticeLog;
import vn.tongket.security.CurrentUser;

/** A campaign's notices and what became of them; for whoever sees all its units. */
@RestController
@RequestMapping(path = "/api/campaigns/{code}/notices", produces = MediaType.APPLICATION_JSON_VALUE)
class NoticesApi {

    /** Part of them, newest first; {@code more} when an older page follows. */
    record NoticesJson(List<NoticeJson> notices, int page, boolean more) {}

    /** A notice; {@code unit} is null when it concerns the whole campaign. */
    record NoticeJson(
            UUID id,
            Instant at,
            String kind,
            String kindLabel,
            @Nullable String unit,
            @Nullable LocalDate deadline,
            boolean skipped,
            List<AddresseeJson> addressees) {

        static NoticeJson of(NoticeLog.Entry entry) {
            return new NoticeJson(
                    entry.id(),
                    entry.at(),
                    entry.kind().name().toLowerCase(Locale.ROOT),
                    entry.kind().label(),
                    entry.unitCode(),
                    entry.deadline(),
                    entry.skipped(),
                    entry.addressees().stream().map(AddresseeJson::of).toList());
        }
    }

    /** One whom it was meant for; {@code state} is {@code unreachable} where there is no address. */
    record AddresseeJson(
            String role,
            @Nullable String address,
            String state,
            String stateLabel,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String error) {

        static AddresseeJson of(NoticeLog.Addressee addressee) {
            Fate fate = addressee.fate();
            return new AddresseeJson(
                    addressee.role(),
                    addressee.address(),
                    fate.state() == null ? "unreachable" : fate.state().name().toLowerCase(Locale.ROOT),
                    fate.words(),
                    addressee.error());
        }
    }

    private final NoticeLog log;
    private final CampaignAccess access;

    NoticesApi(NoticeLog log, CampaignAccess access) {
        this.log = log;
        this.access = access;
    }

    @GetMapping
    ResponseEntity<NoticesJson> page(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "false") boolean undelivered,
            @RequestParam(defaultValue = "0") int page) {
        access.requireAllUnits(code, CurrentUser.require());
        NoticeLog.Page found = log.page(code, unit, undelivered, page);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new NoticesJson(
                        found.entries().stream().map(NoticeJson::of).toList(), found.number(), found.more()));
    }
}
