package vn.tongket.rollup.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignService;
import vn.tongket.organization.UnionRole;
import vn.tongket.rollup.Outlier;
import vn.tongket.rollup.Outliers;
import vn.tongket.rollup.RollUpNote;
import vn.tongket.rollup.RollUpNotes;
import vn.tongket.security.Accounts;
import vn.tongket.security.CurrentUser;
import vn.tongket.statistics.FigureForm;

/** Figures of units that lie far from those of the others of their kind, with what was found out about them. */
@Controller
class OutliersPage {

    /** A figure that is far from the others; numbers as people read them. */
    record Finding(
            Outlier outlier, String figure, String value, String median, String low, String high, NoteShown note) {

        static Finding of(Outlier outlier, NoteShown note) {
            int digits = outlier.indicator().fractionDigits();
            boolean positive = outlier.low().signum() > 0;
            return new Finding(
                    outlier,
                    Shown.rounded(outlier.figure(), digits),
                    Shown.rounded(outlier.value(), digits),
                    Shown.rounded(outlier.median(), digits),
                    positive ? Shown.rounded(outlier.low(), digits) : "",
                    Shown.rounded(outlier.high(), digits),
                    note);
        }
    }

    /** The findings in one row. */
    record Group(String place, List<Finding> findings) {}

    /** A note about a figure that is not, or no longer, far from the others. */
    record Other(RollUpNote note, String place, NoteShown shown) {}

    private final Outliers outliers;
    private final RollUpNotes notes;
    private final CampaignService campaigns;
    private final CampaignAccess access;
    private final Accounts accounts;
    private final RollUpHead head;

    OutliersPage(
            Outliers outliers,
            RollUpNotes notes,
            CampaignService campaigns,
            CampaignAccess access,
            Accounts accounts,
            RollUpHead head) {
        this.outliers = outliers;
        this.notes = notes;
        this.campaigns = campaigns;
        this.access = access;
        this.accounts = accounts;
        this.head = head;
    }

    @GetMapping("/campaigns/{code}/rollup/outliers")
    String show(@PathVariable String code, Model model) {
        CurrentUser user = CurrentUser.require();
        access.requireAllUnits(code, user);
        FigureForm form = FigureForm.whole(campaigns.definition(code).appendices(), null);
        Outliers.Found found = outliers.of(code);
        Map<String, RollUpNote> written = new LinkedHashMap<>();
        notes.of(code).forEach(note -> written.put(note.place(), note));
        Map<String, String> names = accounts.namesOf(written.values().stream()
                .map(RollUpNote::editedBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        for (Outlier outlier : found.findings()) {
            RollUpNote note = written.remove(place(outlier));
            groups.computeIfAbsent(form.place(outlier.indicator().code(), outlier.year()), place -> new ArrayList<>())
                    .add(Finding.of(outlier, note == null ? NoteShown.NONE : NoteShown.of(note, names)));
        }
        model.addAttribute("head", head.of(code));
        model.addAttribute(
                "groups",
                groups.entrySet().stream()
                        .map(entry -> new Group(entry.getKey(), entry.getValue()))
                        .toList());
        model.addAttribute("found", found);
        model.addAttribute("enough", Outliers.ENOUGH);
        model.addAttribute(
                "others",
                written.values().stream()
                        .map(note ->
                                new Other(note, form.place(note.indicator(), note.year()), NoteShown.of(note, names)))
                        .toList());
        model.addAttribute(
                "writes",
                RollUpNotes.isWritable(campaigns.campaign(code))
                        && user.hasAny(campaigns.issuer(code), UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN));
        model.addAttribute("longest", RollUpNotes.LONGEST);
        return "rollup/outliers";
    }

    private static String place(Outlier outlier) {
        return outlier.indicator().code() + "/" + outlier.year() + "/" + outlier.unit();
    }
}
