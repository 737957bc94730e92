package vn.tongket.crash;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A stretch of the campaign, its share of the kills, and the windows in it that deserve one: conditions in SQL under
 * which the killer strikes, besides moments drawn blindly.
 */
enum Phase {
    START("first start on the empty database", 4),
    IMPORT("import", 4),
    ISSUE("issue, plans by mail", 14, job("ServiceTask_OpenReports"), Phase.MAIL_UNDER_WAY),
    REMIND("reminder, by mail", 8, Phase.MAIL_UNDER_WAY),
    UNITS("the units' ways", 36, job("ServiceTask_RegisterReport"), job("ServiceTask_TellCampaign")),
    LOCK(
            "last acceptance, continuation, lock",
            12,
            job("ServiceTask_TellCampaign"),
            job("ServiceTask_LockCollection"),
            job("ServiceTask_CloseReports")),
    CONFERENCE("compiling to conference", 6, Phase.MAIL_UNDER_WAY),
    UPWARD("number, report upward", 8, job("ServiceTask_SendReportUpward")),
    ARCHIVE("acknowledgement, archive", 8, job("ServiceTask_ArchiveDossier"));

    private static final String MAIL_UNDER_WAY = """
            select exists (select 1 from mail where state = 'QUEUED')
                and exists (select 1 from mail where state = 'HANDED_OVER')""";

    private final String label;
    private final int weight;
    private final List<String> windows;

    Phase(String label, int weight, String... windows) {
        this.label = label;
        this.weight = weight;
        this.windows = List.of(windows);
    }

    String label() {
        return label;
    }

    List<String> windows() {
        return windows;
    }

    private static String job(String activity) {
        return """
                select exists (select 1 from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                    where d.act_id_ = '%s')""".formatted(activity);
    }

    /** So many kills spread by weight, what is left over to those that were rounded down the most. */
    static Map<Phase, Integer> shares(int kills) {
        int all = Arrays.stream(values()).mapToInt(phase -> phase.weight).sum();
        Map<Phase, Integer> shares = new EnumMap<>(Phase.class);
        Arrays.stream(values()).forEach(phase -> shares.put(phase, kills * phase.weight / all));
        int left = kills - shares.values().stream().mapToInt(Integer::intValue).sum();
        Arrays.stream(values())
                .sorted((a, b) -> Integer.compare(kills * b.weight % all, kills * a.weight % all))
                .limit(left)
                .forEach(phase -> shares.merge(phase, 1, Integer::sum));
        return shares;
    }
}
