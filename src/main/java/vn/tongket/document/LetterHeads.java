package vn.tongket.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionUnit;

/** Makes the head of a union's letters: its superior, its name, its seat. */
@Component
class LetterHeads {

    private final Organization organization;

    LetterHeads(Organization organization) {
        this.organization = organization;
    }

    LetterHead of(UnionUnit issuer, String number, @Nullable LocalDate date) {
        return new LetterHead(superior(issuer), issuer.name(), issuer.seat().orElse("…"), number, date);
    }

    private String superior(UnionUnit issuer) {
        return issuer.parentId().map(parent -> organization.unit(parent).name()).orElse("");
    }
}
