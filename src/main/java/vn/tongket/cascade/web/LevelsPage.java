package vn.tongket.cascade.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignService;
import vn.tongket.cascade.CampaignLevels;
import vn.tongket.security.CurrentUser;

/** Where the campaigns below stand: the next level, and deeper ones where the setting allows. */
@Controller
class LevelsPage {

    private final CampaignLevels levels;
    private final CampaignService campaigns;
    private final CampaignAccess access;

    LevelsPage(CampaignLevels levels, CampaignService campaigns, CampaignAccess access) {
        this.levels = levels;
        this.campaigns = campaigns;
        this.access = access;
    }

    @GetMapping("/campaigns/{code}/levels")
    ModelAndView show(
            @PathVariable String code,
            @RequestParam(defaultValue = "1") int level,
            @RequestParam(required = false) @Nullable String under,
            @RequestParam(defaultValue = "0") int page,
            HttpServletResponse response) {
        access.requireAllUnits(code, CurrentUser.require());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new ModelAndView("cascade/levels")
                .addObject("campaign", campaigns.campaign(code))
                .addObject("deadline", campaigns.dates(code).lastAcceptableDay())
                .addObject("under", under)
                .addObject("showsAll", levels.showsAll())
                .addObject("page", levels.page(code, level, under, page));
    }
}
