package vn.tongket.campaign.file;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tongket.organization.ReportingMode;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;

/** All that a campaign file of the right structure may still get wrong, each fault with its place. */
public final class CampaignFileCheck {

    /** What a campaign file may name of the organisation. */
    public interface KnownUnits {

        /** What part the unit takes in campaigns; null for an unknown one. */
        @Nullable
        ReportingMode modeOf(String unit);

        /** The codes of all categories of units. */
        Set<String> categories();
    }

    private CampaignFileCheck() {}

    public static List<Fault> faultsOf(JsonPlace file, KnownUnits units) {
        IndicatorCodes indicators = IndicatorCodes.of(file);
        Categories categories = new Categories(units.categories());
        return Stream.of(
                        HeadCheck.faultsOf(file.at("campaign"), units),
                        DateCheck.faultsOf(file.at("campaign")),
                        OutlineCheck.faultsOf(file, categories),
                        ColumnCheck.faultsOf(file, categories),
                        IndicatorCheck.faultsOf(file, indicators, categories),
                        IndicatorCircles.faultsOf(indicators),
                        ListFormCheck.faultsOf(file, categories),
                        RuleCheck.faultsOf(file, indicators),
                        DemoProfileCheck.faultsOf(file, indicators))
                .flatMap(List::stream)
                .toList();
    }
}
