package vn.tongket.campaign.web;

import java.net.URI;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tongket.security.CurrentUser;

/** Takes the two files from scripts, as the request's body. */
@RestController
class ImportApi {

    private final Imports imports;

    ImportApi(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(path = "/api/organization", consumes = "application/json", produces = "application/json")
    Map<String, Integer> organization(@RequestBody byte[] file) {
        return Map.of("units", imports.organization(file, CurrentUser.require()));
    }

    @PostMapping(path = "/api/campaigns", consumes = "application/json", produces = "application/json")
    ResponseEntity<Map<String, String>> campaign(@RequestBody byte[] file) {
        String code = imports.campaign(file, CurrentUser.require());
        URI place = UriComponentsBuilder.fromPath("/api/campaigns")
                .pathSegment(code)
                .build()
                .encode()
                .toUri();
        return ResponseEntity.created(place).body(Map.of("code", code));
    }
}
