package vn.tongket.report.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.OfficeFigures;
import vn.tongket.report.OfficeOverlap;
import vn.tongket.report.OfficeStanding;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportDrafting;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;

/** Opens, closes and reopens the figures of the issuer's own office; they are entered on the page of its report. */
@Controller
@RequestMapping("/campaigns/{code}/office")
class OfficePage {

    private final OfficeFigures office;
    private final OfficeOverlap overlap;
    private final OfficeModel model;
    private final ReportDrafting drafting;
    private final CampaignService campaigns;
    private final ReportAccess access;

    OfficePage(
            OfficeFigures office,
            OfficeOverlap overlap,
            OfficeModel model,
            ReportDrafting drafting,
            CampaignService campaigns,
            ReportAccess access) {
        this.office = office;
        this.overlap = overlap;
        this.model = model;
        this.drafting = drafting;
        this.campaigns = campaigns;
        this.access = access;
    }

    /** The figures, or the question whether there are any to enter. */
    @GetMapping
    ModelAndView show(@PathVariable String code, HttpServletResponse response) {
        CurrentUser user = CurrentUser.require();
        access.requireOfficeReader(code, user);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        OfficeStanding standing = office.standing(code);
        return standing.isOpened() ? figures(code, standing.unit()) : question(code, user);
    }

    @PostMapping
    ModelAndView open(@PathVariable String code) {
        CurrentUser user = requireWriter(code);
        try {
            office.open(code, user.id());
            return figures(code, campaigns.issuer(code));
        } catch (DomainException refusal) {
            return refused(question(code, user), refusal);
        }
    }

    /**
     * Refused with the places to mend; also, once, when figures look like a grand total that the person was not shown.
     *
     * @param seen the doubtful figures that stood on the page
     */
    @PostMapping("/close")
    ModelAndView close(
            @PathVariable String code, @RequestParam(defaultValue = "") String seen, HttpServletRequest request) {
        CurrentUser user = requireWriter(code);
        try {
            requireSeen(code, seen);
            office.close(code, user.id());
            return figures(code, campaigns.issuer(code));
        } catch (DomainException refusal) {
            return refused(entered(code, user, request), refusal);
        }
    }

    @PostMapping("/reopen")
    ModelAndView reopen(@PathVariable String code, HttpServletRequest request) {
        CurrentUser user = requireWriter(code);
        try {
            office.reopen(code, user.id());
            return figures(code, campaigns.issuer(code));
        } catch (DomainException refusal) {
            return refused(entered(code, user, request), refusal);
        }
    }

    private void requireSeen(String code, String seen) {
        if (office.standing(code).isClosable() && !OfficeModel.isSeen(overlap.of(code), seen)) {
            throw DomainException.refused("Chưa chốt: có số liệu không nhỏ hơn tổng của các đơn vị đã gửi. "
                    + "Hãy xem các chỗ nêu dưới đây; nếu đúng là số của riêng cơ quan thì bấm chốt lần nữa.");
        }
    }

    private CurrentUser requireWriter(String code) {
        CurrentUser user = CurrentUser.require();
        access.requireOfficeWriter(code, user);
        return user;
    }

    private static ModelAndView figures(String code, String issuer) {
        return new ModelAndView("redirect:/reports/{campaign}/{unit}")
                .addObject("campaign", code)
                .addObject("unit", issuer);
    }

    private ModelAndView question(String code, CurrentUser user) {
        OfficeStanding standing = office.standing(code);
        return new ModelAndView("report/office-open")
                .addObject("campaign", campaigns.campaign(code))
                .addObject("standing", standing)
                .addObject("enters", access.entersOffice(standing.unit(), user));
    }

    private ModelAndView entered(String code, CurrentUser user, HttpServletRequest request) {
        ExtendedModelMap page = new ExtendedModelMap();
        model.fill(page, drafting.view(code, campaigns.issuer(code)), user, request);
        return new ModelAndView(OfficeModel.TEMPLATE, page);
    }

    private static ModelAndView refused(ModelAndView page, DomainException refusal) {
        if (refusal.kind() != DomainException.Kind.REFUSED) {
            throw refusal;
        }
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page.addObject("refusal", refusal.getMessage()).addObject("faults", List.copyOf(refusal.faults()));
    }
}
