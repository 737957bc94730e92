package vn.tongket.conference;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Service;

/** The Executive Committee's conference on the consolidated report. */
@Service
public class ConferenceService {

    /** How the conference ended. */
    public enum Outcome {
        ADOPTED,
        ADOPTED_WITH_AMENDMENTS,
        /** To be compiled again. */
        SENT_BACK,
        /** No quorum; to be convened again. */
        POSTPONED
    }

    /** Time, place and agenda; invitations go out with it. */
    public record Convene(LocalDateTime at, String place, String agenda) {}

    /** Attendance, minutes, outcome and, with amendments, one text each. */
    public record RecordOutcome(int present, int total, String minutes, Outcome outcome, List<String> amendments) {}

    /** Refuses a time in the past. */
    public void convene(String campaign, Convene command, String actor) {
        throw new UnsupportedOperationException();
    }

    /** Refuses adoption below the quorum share (a setting). */
    public void recordOutcome(String campaign, RecordOutcome command, String actor) {
        throw new UnsupportedOperationException();
    }

    /** Refuses while an amendment is not ticked off. */
    public void finishAmendments(String campaign, String actor) {
        throw new UnsupportedOperationException();
    }
}
