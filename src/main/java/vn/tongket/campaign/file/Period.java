package vn.tongket.campaign.file;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;

/** The years that a campaign's figures cover, as the file states them. */
record Period(@Nullable Integer from, @Nullable Integer to) {

    static Period of(JsonPlace file) {
        JsonPlace period = file.at("campaign").at("period");
        return new Period(period.at("from_year").integer(), period.at("to_year").integer());
    }

    /** Says so when the year there lies outside; a period without both ends holds every year. */
    void require(JsonPlace place, @Nullable Integer year, List<Fault> faults) {
        if (year != null && from != null && to != null && from <= to && (year < from || year > to)) {
            faults.add(place.fault("Năm %d nằm ngoài thời kỳ %d–%d.".formatted(year, from, to)));
        }
    }
}
