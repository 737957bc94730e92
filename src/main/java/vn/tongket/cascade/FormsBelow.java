package vn.tongket.cascade;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.organization.Organization.MemberCategory;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.AppliesTo;

/** What a campaign's forms ask of the kinds of unions that a union has below it, where that is less than all. */
final class FormsBelow {

    private FormsBelow() {}

    /** A sentence for each kind that fills in no appendix, or not all of them. */
    static List<String> remarks(CampaignFile file, List<MemberCategory> members) {
        List<String> remarks = new ArrayList<>();
        for (MemberCategory category :
                members.stream().map(FormsBelow::alike).distinct().toList()) {
            List<String> left = file.appendices().stream()
                    .filter(appendix -> !applies(appendix.appliesTo(), category.code()))
                    .map(Appendix::code)
                    .toList();
            if (!left.isEmpty() && left.size() == file.appendices().size()) {
                remarks.add("Loại đơn vị “%s” không có phụ lục nào phải lập: không phụ lục nào áp dụng cho loại này."
                        .formatted(category.label()));
            } else if (!left.isEmpty()) {
                remarks.add("Loại đơn vị “%s” không phải lập phụ lục %s."
                        .formatted(category.label(), left.stream().collect(Collectors.joining(", "))));
            }
            if (file.sections().stream()
                    .noneMatch(section -> !section.isHeading() && applies(section.appliesTo(), category.code()))) {
                remarks.add("Loại đơn vị “%s” không có mục nào của đề cương phải viết.".formatted(category.label()));
            }
        }
        return remarks;
    }

    /** Required and coordinated ones of a kind fill in the same. */
    private static MemberCategory alike(MemberCategory category) {
        return new MemberCategory(category.code(), category.label(), true, 0);
    }

    private static boolean applies(AppliesTo appliesTo, String category) {
        return appliesTo.includes(category);
    }
}
