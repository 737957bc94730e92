package vn.tongket.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.tongket.campaign.CampaignFile.Milestone;
import vn.tongket.campaign.file.MilestoneOrder;
import vn.tongket.organization.ContactRole;
import vn.tongket.organization.Organization.Member;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.Vietnamese;

/** Whether a drafted plan can be put before the Standing Committee: dates in order, everybody reachable. */
final class PlanCheck {

    private PlanCheck() {}

    static List<Fault> faultsOf(Campaign campaign, CampaignDates dates, List<Member> members) {
        List<Fault> faults = new ArrayList<>();
        milestones(campaign, faults);
        reminders(campaign, dates, faults);
        grace(dates, faults);
        members(members, faults);
        return faults;
    }

    private static void milestones(Campaign campaign, List<Fault> faults) {
        MilestoneOrder.faultsOf(campaign.milestones().stream()
                        .map(milestone ->
                                new MilestoneOrder.Milestone(milestone.kind(), milestone.vi(), milestone.date()))
                        .toList())
                .forEach(disorder -> faults.add(new Fault("milestones", disorder.sentence())));
    }

    private static void reminders(Campaign campaign, CampaignDates dates, List<Fault> faults) {
        for (int offset : campaign.reminderOffsets()) {
            if (offset < 0) {
                faults.add(new Fault("reminders", "Ngày nhắc phải trước hạn: " + offset + "."));
            }
        }
        LocalDate issue = campaign.milestones().stream()
                .filter(milestone -> milestone.kind().equals("issue"))
                .map(Milestone::date)
                .findFirst()
                .orElse(LocalDate.MIN);
        if (!dates.lastAcceptableDay().isAfter(issue)) {
            faults.add(new Fault("deadline", "Hạn gửi báo cáo phải sau ngày ban hành kế hoạch."));
        }
        for (LocalDate reminder : dates.reminders()) {
            if (reminder.isBefore(issue)) {
                faults.add(new Fault(
                        "reminders", "Ngày nhắc " + Vietnamese.day(reminder) + " sớm hơn ngày ban hành kế hoạch."));
            }
        }
    }

    private static void grace(CampaignDates dates, List<Fault> faults) {
        LocalDate grace = dates.graceUntil();
        if (grace != null && grace.isBefore(dates.lastAcceptableDay())) {
            faults.add(new Fault("grace", "Ngày gia hạn nhận thêm phải sau hạn gửi báo cáo."));
        }
    }

    private static void members(List<Member> members, List<Fault> faults) {
        if (members.stream().noneMatch(Member::required)) {
            faults.add(new Fault("participants", "Chiến dịch không có đơn vị nào phải báo cáo."));
        }
        for (Member member : members) {
            if (member.unit()
                    .address(ContactRole.OFFICER, ContactRole.OFFICE, ContactRole.CHAIR)
                    .isEmpty()) {
                faults.add(new Fault(
                        "participants", "Đơn vị “" + member.unit().name() + "” chưa có địa chỉ thư điện tử."));
            }
        }
    }
}
