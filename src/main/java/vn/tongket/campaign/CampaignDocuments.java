package vn.tongket.campaign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tongket.security.CurrentUser;

/** The documents of a campaign that can be downloaded, for the campaign's page. */
public interface CampaignDocuments {

    /** One download; {@code date} is the document's own, null while it has none. */
    record Download(String title, String url, @Nullable LocalDate date) {}

    /** Those that the person may read, in the order in which they arise. */
    List<Download> of(String campaign, CurrentUser user);
}
