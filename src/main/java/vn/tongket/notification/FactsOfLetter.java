package vn.tongket.notification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.document.UrgingLetters;
import vn.tongket.document.UrgingLetters.Letter;
import vn.tongket.notification.text.Placeholder;
import vn.tongket.shared.Vietnamese;

/** The urging letter that goes with a notice. */
@Component
class FactsOfLetter implements FactSource {

    private final CampaignService campaigns;
    private final UrgingLetters letters;

    FactsOfLetter(CampaignService campaigns, UrgingLetters letters) {
        this.campaigns = campaigns;
        this.letters = letters;
    }

    @Override
    public @Nullable List<String> of(Placeholder placeholder, Notice notice) {
        if (notice.kind() != NoticeKind.URGING_LETTER) {
            return null;
        }
        return switch (placeholder) {
            case LETTER_NUMBER -> letter(notice).map(Letter::symbol).stream().toList();
            case LETTER_DATE ->
                letter(notice).map(Letter::date).map(Vietnamese::day).stream().toList();
            case NEW_DEADLINE ->
                letter(notice).map(Letter::newDeadline).map(Vietnamese::day).stream()
                        .toList();
            default -> null;
        };
    }

    /** The one that the notice names, or the latest. */
    private Optional<Letter> letter(Notice notice) {
        return letters.find(campaigns.campaign(notice.campaign()).code(), documentOf(notice));
    }

    /** The letter that goes with the notice, if one does. */
    static @Nullable UUID documentOf(Notice notice) {
        return FactsOfDetails.detail(notice, "letter").stream()
                .map(UUID::fromString)
                .findFirst()
                .orElse(null);
    }
}
