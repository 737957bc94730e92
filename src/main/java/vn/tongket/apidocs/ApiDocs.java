package vn.tongket.apidocs;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API's description for programs. As all of the API it is for those who are logged in. */
@RestController
class ApiDocs {

    private final ApiDescription description;

    ApiDocs(ApiDescription description) {
        this.description = description;
    }

    @GetMapping(path = "/api/docs", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode json() {
        return description.document();
    }

    @GetMapping(path = "/api/docs.yaml", produces = MediaType.APPLICATION_YAML_VALUE)
    String yaml() {
        return description.yaml();
    }
}
