package vn.tongket.cascade.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tongket.cascade.Opening;
import vn.tongket.cascade.OwnCampaigns;
import vn.tongket.cascade.OwnCampaigns.Opened;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.RequestBodyJson;

/** Opens a union's own campaign for scripts. */
@RestController
class OwnCampaignApi {

    private final OwnCampaigns own;
    private final OpeningJson json;
    private final OpeningAccess access;

    OwnCampaignApi(OwnCampaigns own, OpeningJson json, OpeningAccess access) {
        this.own = own;
        this.json = json;
        this.access = access;
    }

    @PostMapping(
            path = "/api/campaigns/{code}/reports/{unit}/campaign",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Opened> open(@PathVariable String code, @PathVariable String unit, InputStream body) {
        CurrentUser user = CurrentUser.require();
        access.requireOpener(code, unit, user);
        JsonNode sent = RequestBodyJson.read(body);
        OpeningJson.requireShape(sent);
        Opening opening = json.read(sent, own.propose(code, unit).opening());
        Opened opened = own.open(code, unit, opening, user.id());
        URI place = UriComponentsBuilder.fromPath("/api/campaigns")
                .pathSegment(opened.code())
                .build()
                .encode()
                .toUri();
        return ResponseEntity.created(place).body(opened);
    }
}
