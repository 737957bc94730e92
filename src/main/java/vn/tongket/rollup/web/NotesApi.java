package vn.tongket.rollup.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.organization.UnionRole;
import vn.tongket.rollup.RollUpNote;
import vn.tongket.rollup.RollUpNotes;
import vn.tongket.security.Accounts;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.EntityTag;
import vn.tongket.shared.RequestBodyJson;
import vn.tongket.shared.TimeConfiguration;

/**
 * What was found out about a unit's figure. A note has its version as {@code ETag}, {@code "v0"} when nothing was
 * written; a write with the {@code If-Match} of an older one is answered 412 and changes nothing.
 */
@RestController
@RequestMapping(
        path = "/api/campaigns/{code}/rollup/{indicator}/{year}/notes/{unit}",
        produces = MediaType.APPLICATION_JSON_VALUE)
class NotesApi {

    /** {@code editedBy} is a person's name, {@code editedAt} Vietnamese time; both absent while nobody has written. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoteJson(
            String text,
            @Nullable String editedBy,
            @Nullable LocalDateTime editedAt) {}

    private final RollUpNotes notes;
    private final CampaignAccess access;
    private final Accounts accounts;

    NotesApi(RollUpNotes notes, CampaignAccess access, Accounts accounts) {
        this.notes = notes;
        this.access = access;
        this.accounts = accounts;
    }

    @GetMapping
    ResponseEntity<NoteJson> read(
            @PathVariable String code,
            @PathVariable String indicator,
            @PathVariable int year,
            @PathVariable String unit) {
        access.requireAllUnits(code, CurrentUser.require());
        return answer(notes.of(code, indicator, year, unit));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NoteJson> write(
            @PathVariable String code,
            @PathVariable String indicator,
            @PathVariable int year,
            @PathVariable String unit,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body) {
        CurrentUser user = CurrentUser.require();
        access.require(code, user, UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN);
        Integer expected = EntityTag.expected(
                ifMatch, () -> notes.of(code, indicator, year, unit).version());
        return answer(notes.write(code, indicator, year, unit, RequestBodyJson.text(body), expected, user.id()));
    }

    private ResponseEntity<NoteJson> answer(RollUpNote note) {
        return ResponseEntity.ok()
                .eTag(EntityTag.of(note.version()))
                .cacheControl(CacheControl.noStore())
                .body(json(note));
    }

    private NoteJson json(RollUpNote note) {
        String by = note.editedBy();
        if (by == null || note.editedAt() == null) {
            return new NoteJson(note.text(), null, null);
        }
        Map<String, String> names = accounts.namesOf(List.of(by));
        return new NoteJson(
                note.text(),
                names.getOrDefault(by, by),
                LocalDateTime.ofInstant(note.editedAt(), TimeConfiguration.ZONE).truncatedTo(ChronoUnit.SECONDS));
    }
}
