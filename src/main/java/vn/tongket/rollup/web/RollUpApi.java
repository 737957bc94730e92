package vn.tongket.rollup.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignService;
import vn.tongket.rollup.RollUps;
import vn.tongket.rollup.UnitValues;
import vn.tongket.security.CurrentUser;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Indicator;

/** The totals of a campaign, and the units behind each; for the issuer's people and the administrator. */
@RestController
@RequestMapping(path = "/api/campaigns/{code}/rollup", produces = MediaType.APPLICATION_JSON_VALUE)
class RollUpApi {

    private final RollUps rollUps;
    private final UnitValues units;
    private final CampaignService campaigns;
    private final CampaignAccess access;

    RollUpApi(RollUps rollUps, UnitValues units, CampaignService campaigns, CampaignAccess access) {
        this.rollUps = rollUps;
        this.units = units;
        this.campaigns = campaigns;
        this.access = access;
    }

    @GetMapping
    Map<String, Map<String, TotalJson>> totals(@PathVariable String code) {
        access.requireAllUnits(code, CurrentUser.require());
        return TotalJson.of(rollUps.of(code));
    }

    @GetMapping("/{indicator}/{year}")
    List<UnitValueJson> units(@PathVariable String code, @PathVariable String indicator, @PathVariable int year) {
        access.requireAllUnits(code, CurrentUser.require());
        var values = units.of(code, indicator, year);
        Indicator row = Objects.requireNonNull(
                FigureForm.whole(campaigns.definition(code).appendices(), null).indicator(indicator));
        return values.stream().map(value -> UnitValueJson.of(value, row)).toList();
    }
}
