package vn.tongket.extension.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.tongket.extension.ExtensionRequest;

/** Who had a part in requests, for looking up their names at once. */
final class People {

    private People() {}

    static List<String> of(List<ExtensionRequest> requests) {
        return requests.stream()
                .flatMap(request -> Stream.of(
                        request.askedBy(),
                        request.proposal() == null ? null : request.proposal().by(),
                        request.decision() == null ? null : request.decision().by()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
