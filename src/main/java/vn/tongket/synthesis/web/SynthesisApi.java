package vn.tongket.synthesis.web;

import java.io.InputStream;
import java.util.List;
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
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.EntityTag;
import vn.tongket.shared.RequestBodyJson;
import vn.tongket.synthesis.SynthesisService;
import vn.tongket.synthesis.SynthesisTexts.Part;

/**
 * The issuer's text by heading. Each has its version as {@code ETag} ({@code "v3"}, {@code "v0"} when nothing was
 * written); a write with the {@code If-Match} of an older one is answered 412 and changes nothing.
 */
@RestController
@RequestMapping(path = "/api/campaigns/{code}/synthesis/{section}", produces = MediaType.APPLICATION_JSON_VALUE)
class SynthesisApi {

    private final SynthesisService synthesis;
    private final CampaignAccess access;

    SynthesisApi(SynthesisService synthesis, CampaignAccess access) {
        this.synthesis = synthesis;
        this.access = access;
    }

    /** NFC plain text: a blank line ends a paragraph, {@code "- "} starts a list item. */
    record Text(String text) {}

    /** One unit's text from the version that counts. */
    record UnitView(String unit, String name, boolean required, int version, String text) {}

    @GetMapping
    ResponseEntity<Text> read(@PathVariable String code, @PathVariable String section) {
        access.requireAllUnits(code, CurrentUser.require());
        return answer(synthesis.own(code, section));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Text> write(
            @PathVariable String code,
            @PathVariable String section,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body) {
        CurrentUser user = CurrentUser.require();
        access.require(code, user, UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN);
        Integer expected =
                EntityTag.expected(ifMatch, () -> synthesis.own(code, section).version());
        return answer(synthesis.write(code, section, RequestBodyJson.text(body), expected, user.id()));
    }

    @GetMapping("/units")
    List<UnitView> units(@PathVariable String code, @PathVariable String section) {
        access.requireAllUnits(code, CurrentUser.require());
        return synthesis.unitTexts(code, section).stream()
                .map(text ->
                        new UnitView(text.unitCode(), text.unitName(), text.required(), text.version(), text.text()))
                .toList();
    }

    private static ResponseEntity<Text> answer(Part part) {
        return ResponseEntity.ok()
                .eTag(EntityTag.of(part.version()))
                .cacheControl(CacheControl.noStore())
                .body(new Text(part.text()));
    }
}
