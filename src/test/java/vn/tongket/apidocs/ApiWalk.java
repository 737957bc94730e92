package vn.tongket.apidocs;

import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.ApplicationContext;
import vn.tongket.apidocs.Described.Operation;
import vn.tongket.document.Documents.Kind;
import vn.tongket.document.StoredDocument;
import vn.tongket.report.ReportCollection;
import vn.tongket.report.ReportVersions;
import vn.tongket.report.SampleFiles;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.MultipartFile;
import vn.tongket.support.Person;
import vn.tongket.support.Shipped;
import vn.tongket.support.WholeReport;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess;
import vn.tongket.workflow.unitreview.UnitReviewProcess;

/** How each described answer is made to happen: who asks for what, with which body and headers. */
final class ApiWalk {

    /** A request that can be sent. */
    record Call(Person person, String path, String body, List<String> headers, Runnable before, Runnable after) {

        HttpResponse<String> send(String method) {
            before.run();
            try {
                // A file travels as a string of its bytes.
                return headers.equals(MultipartFile.HEADERS)
                        ? person.exchangeBytes(method, path, body.getBytes(StandardCharsets.ISO_8859_1), headers)
                        : person.exchange(method, path, body, headers);
            } finally {
                after.run();
            }
        }
    }

    private static final String COLLECTING = "TK.DOCS-2017";
    private static final String REVIEWING = "TK.DOCS.REVIEWING-2017";
    private static final String COMPILING = "TK.DOCS.COMPILING-2017";
    /** Of this week, whatever the clock says: unions open their own campaigns under it. */
    private static final String OPENING = "TK.DOCS.MO-2017";

    private static final String OPENER = "VINACONEX";
    private static final String IMPORTED = "TK.DOCS.IMPORTED-2017";
    /** Sends its report each time that it is to take it back. */
    private static final String SENDER = "HUD";

    private static final String STRANGE_UNION = "tldcanbo";
    private static final String WRITER = "songdacanbo";
    private static final String WRITTEN = "{\"text\": \"Đã quán triệt.\"}";

    private final ApplicationContext context;
    private final int port;
    private final String document;
    private final String receipt;
    private String openUpload = UUID.randomUUID().toString();
    private String attached = "";

    ApiWalk(ApplicationContext context, int port) {
        this.context = context;
        this.port = port;
        IssuedCampaign.of(context, COLLECTING);
        IssuedCampaign.of(
                context,
                OPENING,
                Shipped.campaignOfTheWeek(LocalDate.now(context.getBean(Clock.class)), OPENING, "CDXDVN", "TLD")
                        .getBytes(StandardCharsets.UTF_8));
        IssuedCampaign.of(context, REVIEWING);
        WholeReport.written(context, REVIEWING, "SONGDA").sent().registered(1);
        document = StoredDocument.of(context, COLLECTING, Kind.PLAN).toString();
        IssuedCampaign.of(context, COMPILING);
        StoredDocument.of(context, COMPILING, Kind.DOSSIER);
        // One report has been sent back and sent again: there are versions, changes and receipts.
        WholeReport.written(context, COMPILING, "SONGDA")
                .sent()
                .returned("MD.1")
                .with("MD.1", "b".repeat(400))
                .signedAgain()
                .accepted(1);
        receipt = context.getBean(ReportVersions.class)
                .version(COMPILING, "SONGDA", 2)
                .hash();
        ReportCollection reports = context.getBean(ReportCollection.class);
        reports.closeCollection(COMPILING, "truongban");
        while (reports.closeNext(COMPILING, 100) > 0) {
            continue;
        }
        failLogins();
    }

    /** The request that is to be answered with that status. */
    Call call(Operation operation, int status) {
        Person allowed = script(allowed(operation));
        return switch (status) {
            case 200 ->
                switch (operation.id()) {
                    case "recallReport" -> recall(operation, allowed);
                    case "closeOffice" -> office(operation, allowed, "/reopen");
                    case "reopenOffice" -> office(operation, allowed, "/close");
                    default -> call(operation, allowed, path(operation), body(operation));
                };
            case 202 -> call(operation, allowed, path(operation), body(operation));
            case 201 -> call(operation, allowed, path(operation), created(operation));
            case 304 -> with(operation, allowed, body(operation), "If-None-Match", tag(operation, allowed));
            case 400 -> malformed(operation, allowed);
            case 401 -> call(operation, Person.stranger(port), path(operation), body(operation));
            case 403 -> forbidden(operation);
            case 404 -> missing(operation);
            case 406 -> with(operation, allowed, body(operation), "Accept", "image/png");
            case 409 ->
                isOpening(operation)
                        ? openedTwice(operation)
                        : call(operation, allowed, path(operation), known(operation));
            case 412 ->
                operation.id().equals("takeUpload")
                        ? call(operation, allowed, path(operation), "{\"seen\": \"khác\"}")
                        : with(operation, allowed, body(operation), "If-Match", "\"v999\"");
            case 413 -> call(operation, allowed, path(operation), tooLarge(operation));
            case 415 -> plain(operation, allowed);
            case 422 -> isOpening(operation) ? refusedOpening(operation) : refused(operation, allowed);
            case 429 -> call(operation, throttled(), path(operation), body(operation));
            default -> throw new AssertionError("Nothing makes " + operation + " answer " + status);
        };
    }

    /** The path with its variables filled in, where everything is to be had. */
    String path(Operation operation) {
        boolean compiled = Stream.of("synthesis", "dossier", "/versions").anyMatch(operation.path()::contains);
        String filled = fill(operation, compiled ? COMPILING : COLLECTING);
        if (operation.path().contains("/review/")) {
            String reviewed = filled.replace(COLLECTING, REVIEWING);
            return reviewed.contains(document) ? reviewed.replace(document, reason()) : reviewed;
        }
        if (operation.id().equals("recallReport")) {
            return filled.replace("SONGDA", SENDER);
        }
        if (isOpening(operation)) {
            return filled.replace(COLLECTING, OPENING).replace("SONGDA", OPENER);
        }
        return operation.path().contains("/uploads/")
                ? filled.replace(document, upload())
                : operation.path().contains("/attachments/") ? filled.replace(document, attachment()) : filled;
    }

    /** A body that is taken, null where none is sent. */
    String body(Operation operation) {
        return switch (operation.id()) {
            case "importOrganization" ->
                new String(IssuedCampaign.resource("/demo/units-cdxdvn.json"), StandardCharsets.UTF_8);
            case "importCampaign" -> campaign(COLLECTING);
            case "putSection", "putSynthesisSection", "putRollUpNote" -> WRITTEN;
            case "putFigures" -> "{\"PL01.LD\": {\"2008\": \"18500\", \"2009\": null, \"2010\": \"...\"}}";
            case "putList" -> "[{\"noi_dung\": \"Nhà ở\", \"uu_tien\": 1}]";
            case "putGrid" ->
                "{\"PL03.DV\": {\"2008\": {\"was\": null, \"typed\": \"1.234\"}, \"2009\": {\"was\": \"5\","
                        + " \"typed\": \"6\"}, \"2010\": {\"was\": null, \"typed\": \"nhiều\"}}}";
            case "tellPresence" -> "{\"place\": \"PL01.LD/2008\"}";
            case "putExplanations", "putAnswers" -> "{}";
            case "collectReason", "rewordReason" -> "{\"place\": \"PL01.LD/2008\", \"listed\": \"Sai đơn vị tính\"}";
            case "recallReport" -> "{\"reason\": \"Nhầm phụ lục\"}";
            case "openOwnCampaign" -> "{\"reminders\": [5, 1]}";
            case "uploadFile" -> multipart(template());
            case "addAttachment" -> scan();
            case "takeUpload" -> "{\"seen\": \"" + seen(upload()) + "\", \"choices\": {}, \"placed\": []}";
            case "moveClock" -> "{\"to\": \"" + now() + "\"}";
            case "sendSamples" -> "{\"campaign\": \"" + COLLECTING + "\", \"units\": [], \"upTo\": \"submitted\"}";
            default -> null;
        };
    }

    private static String allowed(Operation operation) {
        return switch (operation.id()) {
            case "importOrganization", "importCampaign" -> "admin";
            case "putSection", "putFigures", "putList", "putGrid", "putExplanations", "tellPresence" -> WRITER;
            case "uploadFile", "getUpload", "discardUpload", "takeUpload", "getMarkedWorkbook" -> WRITER;
            case "addAttachment", "removeAttachment", "putAnswers" -> WRITER;
            case "collectReason", "rewordReason", "dropReason" -> "tuyengiao";
            case "recallReport" -> SENDER.toLowerCase(Locale.ROOT) + "chutich";
            case "openOffice", "closeOffice", "reopenOffice" -> "tuyengiao";
            case "putSynthesisSection", "putRollUpNote" -> "tuyengiao";
            case "openOwnCampaign" -> OPENER.toLowerCase(Locale.ROOT) + "canbo";
            default -> "quansat";
        };
    }

    /** More than a part of a report, or a whole import file, may hold. */
    private static String tooLarge(Operation operation) {
        if (operation.id().equals("uploadFile")) {
            return multipart(new byte[10_000_001]);
        }
        if (operation.id().equals("addAttachment")) {
            return multipart(new byte[20 * 1024 * 1024 + 1]);
        }
        int limit = operation.id().startsWith("import") ? 21_000_000 : 2_000_000;
        return "\"" + "a".repeat(limit) + "\"";
    }

    private Call malformed(Operation operation, Person allowed) {
        return switch (operation.id()) {
            case "getDocument" -> call(operation, allowed, path(operation).replace(document, "so-1"), null);
            case "getVersion", "getVersionChanges", "getCanonicalVersion" ->
                call(operation, allowed, path(operation).replace("/versions/2", "/versions/hai"), null);
            case "getReceipt" -> call(operation, allowed, path(operation).substring(0, 20), null);
            case "listLevels" -> call(operation, allowed, path(operation) + "?level=0", null);
            case "getHistory", "listNotices" -> call(operation, allowed, path(operation) + "?page=-1", null);
            case "getChecks" -> call(operation, allowed, path(operation) + "?outcome=SOMETIMES", null);
            case "importOrganization", "importCampaign" -> call(operation, allowed, path(operation), "");
            case "getUpload", "discardUpload", "getMarkedWorkbook" ->
                call(operation, allowed, path(operation).replaceAll("uploads/[^/]+", "uploads/tep-1"), null);
            case "getAttachment", "removeAttachment" ->
                call(operation, allowed, path(operation).replaceAll("attachments/[^/]+", "attachments/tep-1"), null);
            case "dropReason" ->
                call(operation, allowed, path(operation).replaceAll("reasons/[^/]+", "reasons/ly-do-1"), null);
            case "uploadFile", "addAttachment" ->
                call(
                        operation,
                        allowed,
                        path(operation),
                        multipart(new byte[0]).replace("name=\"file\"", "name=\"tep\""));
            default -> call(operation, allowed, path(operation), "{");
        };
    }

    private Call forbidden(Operation operation) {
        if (operation.path().startsWith("/demo/")) {
            Person forged = Person.loggedIn(port, "quansat").withoutTokens();
            return call(operation, forged, path(operation), body(operation));
        }
        boolean readByObservers =
                operation.path().contains("/review/") && operation.method().equals("GET")
                        || !operation.path().startsWith("/api/reports/");
        boolean ofOffice = operation.id().endsWith("Office");
        String user = readByObservers && !ofOffice && !isOpening(operation) ? WRITER : "quansat";
        return call(operation, script(user), path(operation), body(operation));
    }

    private Call missing(Operation operation) {
        if (operation.id().equals("getReceipt")) {
            return call(operation, Person.stranger(port), path(operation).replace(receipt, "0".repeat(64)), null);
        }
        String body = body(operation) == null ? null : body(operation).replace(COLLECTING, "TK.NOWHERE");
        return call(operation, script(STRANGE_UNION), path(operation), body);
    }

    private static boolean isOpening(Operation operation) {
        return operation.id().equals("openOwnCampaign");
    }

    /** By a union that has no unions below it. */
    private Call refusedOpening(Operation operation) {
        return call(operation, script("comacanbo"), path(operation).replace(OPENER, "COMA"), body(operation));
    }

    /** By a union that has opened one already. */
    private Call openedTwice(Operation operation) {
        Call again = call(operation, script("hudcanbo"), path(operation).replace(OPENER, "HUD"), body(operation));
        again.send(operation.method());
        return again;
    }

    private Call refused(Operation operation, Person allowed) {
        switch (operation.id()) {
            case "openOffice" -> {
                return call(operation, allowed, fill(operation, COMPILING), null);
            }
            case "closeOffice", "reopenOffice" -> {
                return office(operation, allowed, operation.id().equals("closeOffice") ? "/close" : "/reopen");
            }
            default -> {
                return refusedInput(operation, allowed);
            }
        }
    }

    private Call refusedInput(Operation operation, Person allowed) {
        String path = operation.id().equals("putGrid") ? fill(operation, COMPILING) : path(operation);
        String body = switch (operation.id()) {
            case "importOrganization" -> "{\"units\": 1}";
            case "importCampaign" -> campaign(COLLECTING + "-X").replace("\"before\"", "\"around\"");
            case "putSection", "putSynthesisSection", "putRollUpNote" -> "{\"text\": \"" + "a".repeat(200_001) + "\"}";
            case "putFigures" -> "{\"PL01.LD\": {\"2099\": \"5\"}}";
            case "putList" -> "[{\"la\": \"x\"}]";
            case "uploadFile", "addAttachment" -> multipart(new byte[] {1, 2, 3});
            case "putExplanations" -> "{\"R00/PL01.LD/2008\": {\"text\": \"Vì sáp nhập.\"}}";
            case "putAnswers" -> "{\"" + document + "\": {\"text\": \"Đã sửa.\"}}";
            case "collectReason", "rewordReason" -> "{\"place\": \"PL99\", \"words\": \"thiếu\"}";
            case "recallReport" -> "{\"reason\": \" \"}";
            case "moveClock" -> "{\"to\": \"mai\"}";
            case "sendSamples" -> "{\"upTo\": \"nowhere\"}";
            default -> body(operation);
        };
        if (operation.id().equals("takeUpload") || operation.id().equals("discardUpload")) {
            allowed.delete(path.replace("/take", ""));
        }
        if (operation.id().equals("removeAttachment")) {
            nameInAList(allowed);
        }
        if (operation.id().equals("dropReason")) {
            path = path.replace(REVIEWING, COLLECTING);
        }
        return call(operation, allowed, path, body);
    }

    private Call recall(Operation operation, Person chair) {
        Runnable sent = () -> script("admin")
                .post(
                        "/demo/samples",
                        "{\"campaign\": \"%s\", \"units\": [\"%s\"], \"upTo\": \"submitted\"}"
                                .formatted(COLLECTING, SENDER));
        Call call = call(operation, chair, path(operation), body(operation));
        return new Call(chair, call.path(), call.body(), call.headers(), sent, call.after());
    }

    /** After the figures of the office were opened, and then closed or reopened. */
    private Call office(Operation operation, Person writer, String before) {
        String office = "/api/campaigns/" + COLLECTING + "/office";
        Call call = call(operation, writer, path(operation), null);
        Runnable prepared = () -> {
            writer.post(office, "");
            writer.post(office + before, "");
        };
        return new Call(writer, call.path(), null, call.headers(), prepared, call.after());
    }

    private Call plain(Operation operation, Person allowed) {
        return new Call(
                allowed,
                path(operation),
                body(operation),
                List.of("Content-Type", "text/plain"),
                ApiWalk::nothing,
                ApiWalk::nothing);
    }

    private Call with(Operation operation, Person person, String body, String header, String value) {
        Call call = call(operation, person, path(operation), body);
        List<String> headers = new ArrayList<>(call.headers());
        headers.addAll(List.of(header, value));
        return new Call(person, call.path(), body, headers, call.before(), call.after());
    }

    private Call call(Operation operation, Person person, String path, String body) {
        List<String> headers = headers(operation, body);
        boolean moves = operation.id().equals("moveClockToNext");
        return new Call(
                person,
                path,
                body,
                headers,
                moves ? () -> holdTimers(true) : ApiWalk::nothing,
                moves ? () -> holdTimers(false) : ApiWalk::nothing);
    }

    /** How a body is sent. */
    static List<String> headers(Operation operation, String body) {
        return body == null
                ? List.of()
                : operation.id().equals("uploadFile") || operation.id().equals("addAttachment")
                        ? MultipartFile.HEADERS
                        : List.of("Content-Type", "application/json");
    }

    private static String multipart(byte[] content) {
        return new String(MultipartFile.of("bieu-mau.xlsx", content), StandardCharsets.ISO_8859_1);
    }

    /** A scan that no report has. */
    private static String scan() {
        return multipart(SampleFiles.pdf(UUID.randomUUID().toString()));
    }

    private String created(Operation operation) {
        return switch (operation.id()) {
            case "addAttachment" -> scan();
            case "collectReason", "openOwnCampaign" -> body(operation);
            default -> campaign(IMPORTED);
        };
    }

    /** What is there already. */
    private String known(Operation operation) {
        if (!operation.id().equals("addAttachment")) {
            return campaign(COLLECTING);
        }
        String scan = scan();
        call(operation, script(WRITER), path(operation), scan).send(operation.method());
        return scan;
    }

    /** One that is there to be read or taken out. */
    private String attachment() {
        String attachments = "/api/reports/" + COLLECTING + "/SONGDA/attachments";
        if (script(WRITER).get(attachments + "/" + attached).statusCode() != 200) {
            byte[] scan = SampleFiles.pdf(UUID.randomUUID().toString());
            attached = Described.read(
                            script(WRITER).upload(attachments, "scan.pdf", scan).body())
                    .path("id")
                    .asText();
        }
        return attached;
    }

    /** One that is being collected. */
    private String reason() {
        String reasons = "/api/reports/" + REVIEWING + "/SONGDA/review/reasons";
        String added = script("tuyengiao")
                .post(reasons, "{\"words\": \"Thiếu chữ ký\"}")
                .body();
        return Described.read(added).path("id").asText();
    }

    /** All attachments, each in a row of a list that takes files. */
    private static void nameInAList(Person writer) {
        String report = "/api/reports/" + COLLECTING + "/SONGDA";
        List<String> rows = Described.read(writer.get(report + "/attachments").body()).findValuesAsText("name").stream()
                .map(name -> "{\"tep\": \"" + name + "\"}")
                .toList();
        writer.put(report + "/lists/LF01", rows.toString());
    }

    private byte[] template() {
        return script(WRITER).bytes("/api/reports/" + COLLECTING + "/SONGDA/workbook.xlsx");
    }

    /** One that was read and waits for a decision. */
    private String upload() {
        String uploads = "/api/reports/" + COLLECTING + "/SONGDA/uploads";
        if (state(uploads, openUpload).equals("read")) {
            return openUpload;
        }
        HttpResponse<String> taken = script(WRITER).upload(uploads, "bieu-mau.xlsx", template());
        String id = Described.read(taken.body()).path("id").asText();
        await().atMost(Duration.ofMinutes(1)).until(() -> state(uploads, id).equals("read"));
        openUpload = id;
        return id;
    }

    private String state(String uploads, String id) {
        return Described.read(script(WRITER).get(uploads + "/" + id).body())
                .path("state")
                .asText();
    }

    private String seen(String upload) {
        String answer = script(WRITER)
                .get("/api/reports/" + COLLECTING + "/SONGDA/uploads/" + upload)
                .body();
        return Described.read(answer).path("seen").asText();
    }

    /** The clock is shared by all tests: with the timers of other campaigns held back it stays where it is. */
    private void holdTimers(boolean held) {
        ManagementService management = context.getBean(ManagementService.class);
        for (String model : List.of(ReviewCampaignProcess.KEY, UnitReviewProcess.KEY)) {
            var jobs = management.updateJobSuspensionState().byProcessDefinitionKey(model);
            if (held) {
                jobs.suspend();
            } else {
                jobs.activate();
            }
        }
    }

    private static void nothing() {}

    private String tag(Operation operation, Person person) {
        return person.get(path(operation)).headers().firstValue("ETag").orElseThrow();
    }

    private String fill(Operation operation, String campaign) {
        String path = operation.path();
        Map<String, String> values = Map.ofEntries(
                Map.entry("code", campaign),
                Map.entry("campaign", campaign),
                Map.entry("unit", "SONGDA"),
                Map.entry("section", "MD.1"),
                Map.entry("list", "LF03"),
                Map.entry("appendix", "PL01"),
                Map.entry("id", document),
                Map.entry("number", "2"),
                Map.entry("hash", receipt),
                Map.entry("indicator", "PL01.LD"),
                Map.entry("year", "2012"));
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        return path;
    }

    private static String campaign(String code) {
        return new String(IssuedCampaign.resource("/demo/campaign-20-NQ-TW.json"), StandardCharsets.UTF_8)
                .replace("\"TK-20NQTW-2017\"", "\"" + code + "\"");
    }

    private String now() {
        String now = Described.read(script("quansat").get("/demo/clock").body())
                .path("now")
                .asText();
        // A moment ahead: the clock runs while the request travels.
        return LocalDateTime.parse(now)
                .plusSeconds(30)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private void failLogins() {
        for (int i = 0; i < 5; i++) {
            throttled().get("/api/campaigns");
        }
    }

    /** Somebody who typed a wrong password too often, far from where the others sit. */
    private Person throttled() {
        return Person.script(port, "quansat", "sai").from("203.0.113.77");
    }

    private Person script(String user) {
        return Person.script(port, user, "demo");
    }
}
