package vn.tongket.conference;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.campaign.Decisions;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.TimeConfiguration;

/** The Executive Committee's conference on the consolidated report. */
@Service
@Transactional
public class ConferenceService {

    /** How the conference ended. */
    public enum Outcome {
        ADOPTED("Thông qua"),
        ADOPTED_WITH_AMENDMENTS("Thông qua, có bổ sung, sửa đổi"),
        /** To be compiled again. */
        SENT_BACK("Chưa thông qua, giao tổng hợp lại"),
        /** No quorum; to be convened again. */
        POSTPONED("Hoãn vì không đủ số ủy viên dự họp");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        boolean isAdoption() {
            return this == ADOPTED || this == ADOPTED_WITH_AMENDMENTS;
        }
    }

    /** Time, place and agenda; invitations go out with it. */
    public record Convene(LocalDateTime at, String place, String agenda) {}

    /** Attendance, minutes, outcome and, with amendments, one text each. */
    public record RecordOutcome(int present, int total, String minutes, Outcome outcome, List<String> amendments) {}

    private final ConferenceRepository conferences;
    private final CampaignService campaigns;
    private final Decisions decisions;
    private final ConferenceSettings settings;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConferenceService(
            ConferenceRepository conferences,
            CampaignService campaigns,
            Decisions decisions,
            ConferenceSettings settings,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conferences = conferences;
        this.campaigns = campaigns;
        this.decisions = decisions;
        this.settings = settings;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Refuses a time in the past. */
    public void convene(String campaign, Convene command, String actor) {
        if (command.at().isBefore(LocalDateTime.ofInstant(clock.instant(), TimeConfiguration.ZONE))) {
            throw DomainException.refused("Thời gian Hội nghị đã qua.");
        }
        if (command.place().isBlank() || command.agenda().isBlank()) {
            throw DomainException.refused("Cần ghi địa điểm và chương trình Hội nghị.");
        }
        UUID id = campaigns.campaign(campaign).id();
        int round = conferences
                .findFirstByCampaignIdOrderByRoundDesc(id)
                .map(last -> last.round() + 1)
                .orElse(1);
        conferences.save(new Conference(id, round, command));
        decisions.record(id, null, "Triệu tập Hội nghị Ban Chấp hành lần " + round, actor, null);
        events.publishEvent(new ConferenceConvened(campaign, round, command.at(), command.place(), command.agenda()));
    }

    /** Refuses adoption below the quorum share (a setting). */
    public void recordOutcome(String campaign, RecordOutcome command, String actor) {
        requireSense(command);
        UUID id = campaigns.campaign(campaign).id();
        Conference conference = conferences
                .findFirstByCampaignIdOrderByRoundDesc(id)
                .orElseThrow(() -> DomainException.refused("Hội nghị chưa được triệu tập."));
        conference.record(command);
        conferences.flush();
        for (int i = 0; i < command.amendments().size(); i++) {
            jdbc.sql("insert into amendment (id, conference_id, position, text) values (?, ?, ?, ?)")
                    .params(
                            UUID.randomUUID(),
                            conference.id(),
                            i + 1,
                            command.amendments().get(i))
                    .update();
        }
        String kind = "Hội nghị Ban Chấp hành: " + command.outcome().label();
        if (command.outcome() == Outcome.SENT_BACK) {
            campaigns.become(campaign, CampaignState.CONSOLIDATING, kind, actor, null);
        } else {
            decisions.record(id, null, kind, actor, null);
        }
    }

    private void requireSense(RecordOutcome command) {
        if (command.total() < 1 || command.present() < 0 || command.present() > command.total()) {
            throw DomainException.refused("Số ủy viên dự họp phải từ 0 đến tổng số ủy viên.");
        }
        boolean quorum = settings.isQuorum(command.present(), command.total());
        if (command.outcome().isAdoption() && !quorum) {
            throw DomainException.refused("Có %d/%d ủy viên dự họp, chưa đủ %d/%d nên không thể thông qua."
                    .formatted(
                            command.present(),
                            command.total(),
                            settings.quorumNumerator(),
                            settings.quorumDenominator()));
        }
        if (command.outcome() == Outcome.POSTPONED && quorum) {
            throw DomainException.refused("Đủ số ủy viên dự họp, không hoãn vì lý do này được.");
        }
        if (command.minutes().isBlank()) {
            throw DomainException.refused("Cần ghi biên bản Hội nghị.");
        }
        boolean amended = command.outcome() == Outcome.ADOPTED_WITH_AMENDMENTS;
        if (amended == command.amendments().isEmpty()) {
            throw DomainException.refused(
                    amended ? "Cần ghi từng nội dung bổ sung, sửa đổi." : "Kết quả này không kèm nội dung sửa đổi.");
        }
    }

    /** The latest session, if any. */
    @Transactional(readOnly = true)
    public Optional<Conference> latest(String campaign) {
        return conferences.findFirstByCampaignIdOrderByRoundDesc(
                campaigns.campaign(campaign).id());
    }

    @Transactional(readOnly = true)
    public List<Conference> all(String campaign) {
        return conferences.findByCampaignIdOrderByRound(
                campaigns.campaign(campaign).id());
    }

    @Transactional(readOnly = true)
    public List<Amendment> amendments(Conference conference) {
        return jdbc.sql("select id, position, text, done_by from amendment where conference_id = ? order by position")
                .param(conference.id())
                .query(Amendment.class)
                .list();
    }

    /** Ticks an amendment off, or takes the tick back; refused once the report has gone to the superior. */
    public void tick(String campaign, UUID amendment, boolean done, String actor) {
        CampaignState state = campaigns.campaign(campaign).state();
        if (state != CampaignState.CONFERENCE) {
            throw DomainException.refused("Chiến dịch đang ở bước “" + state.label() + "”, không đánh dấu được nữa.");
        }
        Conference conference = latest(campaign).orElseThrow(() -> DomainException.notFound("Chưa có Hội nghị nào."));
        int touched = jdbc.sql("update amendment set done_by = ?, done_at = ? where id = ? and conference_id = ?")
                .params(done ? actor : null, done ? Timestamp.from(clock.instant()) : null, amendment, conference.id())
                .update();
        if (touched == 0) {
            throw DomainException.notFound("Không có nội dung sửa đổi này.");
        }
    }

    /** Refuses while an amendment is not ticked off. */
    public void finishAmendments(String campaign, String actor) {
        long open = latest(campaign).stream()
                .flatMap(conference -> amendments(conference).stream())
                .filter(amendment -> !amendment.done())
                .count();
        if (open > 0) {
            throw DomainException.refused("Còn " + open + " nội dung bổ sung, sửa đổi chưa đánh dấu đã tiếp thu.");
        }
        decisions.record(campaigns.campaign(campaign).id(), null, "Hoàn thiện báo cáo", actor, null);
    }
}
