package vn.tongket.report.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tongket.report.ReportAttachments;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportGrid;
import vn.tongket.report.ReportLengths;
import vn.tongket.report.ReportView;
import vn.tongket.security.CurrentUser;

/** {@link PageData} of one report as JSON that can stand inside a script element. */
@Component
class PageJson {

    private final ReportDrafting drafting;
    private final ReportGrid grid;
    private final ReportLengths lengths;
    private final ReportAttachments attachments;
    private final ObjectWriter json;

    PageJson(
            ReportDrafting drafting,
            ReportGrid grid,
            ReportLengths lengths,
            ReportAttachments attachments,
            ObjectMapper mapper) {
        this.drafting = drafting;
        this.grid = grid;
        this.lengths = lengths;
        this.attachments = attachments;
        this.json = mapper.writer().with(new InsideScript());
    }

    String of(ReportView view, CurrentUser user, boolean writable, String contextPath) {
        try {
            return json.writeValueAsString(data(view, user, writable, contextPath));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private PageData data(ReportView view, CurrentUser user, boolean writable, String contextPath) {
        String campaign = view.campaign().code();
        String unit = view.participant().unitCode();
        String api = UriComponentsBuilder.fromPath(contextPath)
                .path("/api/reports/")
                .pathSegment(campaign, unit)
                .encode()
                .toUriString();
        return new PageData(
                api,
                user.id(),
                writable,
                view.participant().office(),
                lengths.of(view).orElse(null),
                PageData.sections(view.form(), view.sectionVersions()),
                PageData.appendices(view.form()),
                GridJson.of(grid.read(campaign, unit)),
                view.form().lists().stream()
                        .map(list -> PageData.list(list, drafting.list(campaign, unit, list.code())))
                        .toList(),
                PageData.asked(view.returns(), view.form().places()),
                new PageData.FileLimits(attachments.settings().maxFile().toBytes()));
    }

    /** JSON that can stand inside a script element. */
    private static final class InsideScript extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private final int[] escapes = standardAsciiEscapesForJSON();

        InsideScript() {
            for (char special : new char[] {'<', '>', '&'}) {
                escapes[special] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes.clone();
        }

        @Override
        public @Nullable SerializedString getEscapeSequence(int character) {
            return null;
        }
    }
}
