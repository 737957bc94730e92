package vn.tongket.campaign.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;

/** The indicators of all appendices by their codes, in the file's order; of a doubled code the first. */
record IndicatorCodes(Map<String, JsonPlace> byCode) {

    static IndicatorCodes of(JsonPlace file) {
        return new IndicatorCodes(file.items("appendices").stream()
                .flatMap(appendix -> appendix.items("indicators").stream())
                .filter(indicator -> indicator.at("code").text() != null)
                .collect(Collectors.toMap(
                        indicator -> String.valueOf(indicator.at("code").text()),
                        indicator -> indicator,
                        (first, second) -> first,
                        LinkedHashMap::new)));
    }

    /** The code there must be an indicator's; what is missing is not asked. */
    void require(JsonPlace place, List<Fault> faults) {
        if (place.text() != null && !byCode.containsKey(place.text())) {
            faults.add(place.fault("Không có chỉ tiêu “" + place.text() + "”."));
        }
    }

    /** As {@link #require}, and it must be one that holds numbers. */
    void requireNumber(JsonPlace place, List<Fault> faults) {
        require(place, faults);
        if (isText(place)) {
            faults.add(place.fault("Chỉ tiêu “" + place.text() + "” là chữ, không phải số."));
        }
    }

    /** As {@link #require}, and it must be one that holds text. */
    void requireText(JsonPlace place, List<Fault> faults) {
        require(place, faults);
        if (place.text() != null && byCode.containsKey(place.text()) && !isText(place)) {
            faults.add(place.fault("Chỉ tiêu “" + place.text() + "” phải là dòng chữ."));
        }
    }

    private boolean isText(JsonPlace place) {
        JsonPlace indicator = place.text() == null ? null : byCode.get(place.text());
        return indicator != null && indicator.at("type").is("text");
    }
}
