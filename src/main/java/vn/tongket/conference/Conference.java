package vn.tongket.conference;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tongket.conference.ConferenceService.Convene;
import vn.tongket.conference.ConferenceService.Outcome;
import vn.tongket.conference.ConferenceService.RecordOutcome;
import vn.tongket.shared.DomainException;

/** One session of the Executive Committee on a campaign's report. Times are local, in Vietnam's zone. */
@Entity
public class Conference {

    @Id
    private UUID id;

    private UUID campaignId;
    private int round;
    private LocalDateTime convenedFor;
    private String place;
    private String agenda;
    private @Nullable Integer present;
    private @Nullable Integer total;
    private @Nullable String minutes;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Conference() {}

    Conference(UUID campaign, int round, Convene command) {
        this.id = UUID.randomUUID();
        this.campaignId = campaign;
        this.round = round;
        this.convenedFor = command.at();
        this.place = command.place();
        this.agenda = command.agenda();
    }

    void record(RecordOutcome command) {
        if (outcome != null) {
            throw DomainException.refused("Kết quả Hội nghị đã được ghi.");
        }
        present = command.present();
        total = command.total();
        minutes = command.minutes();
        outcome = command.outcome();
    }

    public UUID id() {
        return id;
    }

    /** 1 for the first session, counted on after each that was postponed or sent the report back. */
    public int round() {
        return round;
    }

    public LocalDateTime convenedFor() {
        return convenedFor;
    }

    public String place() {
        return place;
    }

    public String agenda() {
        return agenda;
    }

    public Optional<Integer> present() {
        return Optional.ofNullable(present);
    }

    public Optional<Integer> total() {
        return Optional.ofNullable(total);
    }

    public Optional<String> minutes() {
        return Optional.ofNullable(minutes);
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }
}
