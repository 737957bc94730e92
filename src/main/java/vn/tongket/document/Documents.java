package vn.tongket.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.shared.DomainException;

/** The stored documents of campaigns. */
@Service
@Transactional
public class Documents {

    /** What a document is. */
    public enum Kind {
        PLAN("Kế hoạch"),
        OUTLINE("Đề cương báo cáo"),
        APPENDICES("Các phụ lục"),
        URGING_LETTER("Công văn đôn đốc"),
        INVITATION("Giấy mời"),
        MINUTES("Biên bản Hội nghị"),
        REPORT("Báo cáo tổng hợp"),
        DOSSIER("Hồ sơ chiến dịch");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A document without its content. */
    public record Listed(
            UUID id,
            Kind kind,
            @Nullable String symbol,
            LocalDate issuedOn,
            String title,
            String fileName,
            String contentType,
            String sha256,
            int size) {}

    /** A document with its content. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Stored(Listed listed, byte[] content) {}

    /** A number in a yearly series; {@code symbol} is how it is written, {@code 45/KH-CĐXD}. */
    public record Number(String series, int year, int number, String symbol) {}

    /** A document to be stored; {@code number} is null for one that has none of its own. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Draft(
            UUID campaign,
            UUID issuer,
            Kind kind,
            @Nullable Number number,
            LocalDate issuedOn,
            String title,
            String fileName,
            String contentType,
            byte[] content) {}

    public static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public static final String ZIP = "application/zip";
    private static final String LISTED =
            "id, kind, symbol, issued_on, title, file_name, content_type, sha256, length(content) as size";

    private final JdbcClient jdbc;
    private final Clock clock;

    Documents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID store(Draft draft) {
        UUID id = UUID.randomUUID();
        Number number = draft.number();
        jdbc.sql("""
                        insert into official_document (id, campaign_id, issuer_id, kind, series, year, number, symbol,
                            issued_on, title, file_name, content_type, sha256, content, created_at)
                        values (:id, :campaign, :issuer, :kind, :series, :year, :number, :symbol,
                            :issuedOn, :title, :fileName, :contentType, :sha256, :content, :createdAt)""")
                .param("id", id)
                .param("campaign", draft.campaign())
                .param("issuer", draft.issuer())
                .param("kind", draft.kind().name())
                .param("series", number == null ? null : number.series())
                .param("year", number == null ? null : number.year())
                .param("number", number == null ? null : number.number())
                .param("symbol", number == null ? null : number.symbol())
                .param("issuedOn", draft.issuedOn())
                .param("title", draft.title())
                .param("fileName", draft.fileName())
                .param("contentType", draft.contentType())
                .param("sha256", sha256(draft.content()))
                .param("content", draft.content())
                .param("createdAt", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** All documents of a campaign, oldest first. */
    @Transactional(readOnly = true)
    public List<Listed> of(UUID campaign) {
        return jdbc.sql("select " + LISTED + " from official_document where campaign_id = ? order by created_at, kind")
                .param(campaign)
                .query(Listed.class)
                .list();
    }

    /** One document of that campaign. */
    @Transactional(readOnly = true)
    public Stored document(UUID campaign, UUID id) {
        Listed listed = of(campaign).stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("Không có văn bản này."));
        byte[] content = jdbc.sql("select content from official_document where id = ?")
                .param(id)
                .query((row, i) -> row.getBytes(1))
                .single();
        return new Stored(listed, content);
    }

    /** The latest document of that kind. */
    @Transactional(readOnly = true)
    public Optional<Listed> latest(UUID campaign, Kind kind) {
        return of(campaign).stream().filter(document -> document.kind() == kind).reduce((earlier, later) -> later);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
