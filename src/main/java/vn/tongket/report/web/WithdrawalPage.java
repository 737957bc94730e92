package vn.tongket.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignTree;
import vn.tongket.campaign.PlanWithdrawal;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.Progress;
import vn.tongket.report.SubmissionState;
import vn.tongket.report.UnitStatus;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;

/** Where the standing body, which approved the plan, takes it back: for a reason, and deliberately. */
@Controller
@RequestMapping("/campaigns/{code}/withdrawal")
class WithdrawalPage {

    private static final String CONFIRMED = "confirmed";

    private final PlanWithdrawal withdrawal;
    private final CampaignService campaigns;
    private final CampaignTree tree;
    private final Progress progress;
    private final CampaignAccess access;

    WithdrawalPage(
            PlanWithdrawal withdrawal,
            CampaignService campaigns,
            CampaignTree tree,
            Progress progress,
            CampaignAccess access) {
        this.withdrawal = withdrawal;
        this.campaigns = campaigns;
        this.tree = tree;
        this.progress = progress;
        this.access = access;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String code, HttpServletResponse response) {
        access.require(code, CurrentUser.require(), UnionRole.THUONG_TRUC);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return FieldFaults.none(page(code));
    }

    @PostMapping
    ModelAndView withdraw(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean confirmed) {
        CurrentUser user = CurrentUser.require();
        access.require(code, user, UnionRole.THUONG_TRUC);
        String words = PlainText.clean(reason);
        try {
            withdrawal.requireWithdrawable(code);
            requireComplete(words, confirmed);
            withdrawal.withdraw(code, words, user.id());
            return new ModelAndView("redirect:/campaigns/{code}");
        } catch (DomainException refusal) {
            return FieldFaults.show(page(code).addObject("reason", reason).addObject(CONFIRMED, confirmed), refusal);
        }
    }

    /** All that is missing at once. */
    private static void requireComplete(String reason, boolean confirmed) {
        List<Fault> faults = new ArrayList<>(PlanWithdrawal.faultsOf(reason));
        if (!confirmed) {
            faults.add(new Fault(CONFIRMED, "Cần đánh dấu xác nhận; thu hồi rồi thì không khôi phục được."));
        }
        if (!faults.isEmpty()) {
            throw DomainException.refused("Chưa thu hồi được kế hoạch.", faults);
        }
    }

    private ModelAndView page(String code) {
        Campaign campaign = campaigns.campaign(code);
        List<UnitStatus> units = progress.units(code);
        return new ModelAndView("report/withdrawal")
                .addObject("campaign", campaign)
                .addObject("units", units.size())
                .addObject("sent", units.stream().filter(WithdrawalPage::isSent).count())
                .addObject("below", tree.below(campaign).size())
                .addObject("unable", unable(code));
    }

    /** At some time and not taken back since. */
    private static boolean isSent(UnitStatus unit) {
        return unit.receivedAt() != null || SubmissionState.AWAITING_REVIEW.contains(unit.state());
    }

    /** Why nobody can withdraw it now; null when one can. */
    private @Nullable String unable(String code) {
        try {
            withdrawal.requireWithdrawable(code);
            return null;
        } catch (DomainException refusal) {
            return refusal.getMessage();
        }
    }
}
