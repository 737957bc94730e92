package vn.tongket.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Looks at the settings before anything is started: production needs a database, a mail server and an administrator's
 * password, and none of them by default. All faults are told at once. Named in {@code META-INF/spring.factories}.
 */
class StartRequirements implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final int SHORTEST_PASSWORD = 12;
    private static final int FEWEST_LETTERS = 5;
    private static final Pattern FIRST_GUESSES = Pattern.compile(
            "admin|demo|pass(word)?|mat-?khau|tong-?ket|change-?me|secret|example|qwerty|1234567?8?9?0?");

    /** As soon as faults can be written to the log. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        List<String> faults = faults(prepared.getEnvironment());
        if (!faults.isEmpty()) {
            throw new UnfitSettings(faults);
        }
    }

    /** One sentence for each fault; empty when the application may start. */
    static List<String> faults(Environment settings) {
        boolean demo = settings.acceptsProfiles(Profiles.of("demo"));
        boolean production = settings.acceptsProfiles(Profiles.of("production"));
        if (demo == production) {
            // A mistyped "prod" would be neither: no demo, but none of production's locks either.
            return List.of("SPRING_PROFILES_ACTIVE: phải là một trong hai, demo hoặc production; nay là “"
                    + String.join(",", settings.getActiveProfiles()) + "”.");
        }
        return production ? productionFaults(settings) : List.of();
    }

    private static List<String> productionFaults(Environment settings) {
        List<String> faults = new ArrayList<>();
        checkDatabase(value(settings, "spring.datasource.url"), faults);
        checkRoles(value(settings, "spring.datasource.username"), value(settings, "spring.flyway.user"), faults);
        if (value(settings, "spring.mail.host").isEmpty()) {
            faults.add("SPRING_MAIL_HOST: chưa đặt máy chủ thư (SMTP).");
        }
        checkPassword(value(settings, "tongket.security.admin-password"), faults);
        if (!value(settings, "tongket.mail.base-url").matches("https://[^/\\s]+(/.*)?")) {
            faults.add("TONGKET_MAIL_BASE_URL: phải là địa chỉ https:// mà mọi người vào hệ thống, để đặt liên kết"
                    + " trong thư.");
        }
        if (value(settings, "tongket.mail.from").isEmpty()) {
            faults.add("TONGKET_MAIL_FROM: chưa đặt địa chỉ người gửi thư.");
        }
        return faults;
    }

    private static void checkDatabase(String url, List<String> faults) {
        if (url.isEmpty()) {
            faults.add("SPRING_DATASOURCE_URL: chưa đặt cơ sở dữ liệu, dạng jdbc:postgresql://máy-chủ/tongket.");
        } else if (!url.startsWith("jdbc:postgresql:")) {
            faults.add("SPRING_DATASOURCE_URL: phải bắt đầu bằng jdbc:postgresql:, hệ thống chỉ dùng PostgreSQL.");
        }
    }

    /** Two roles, so that the application's cannot change the history; see {@link HistoryOutOfReach}. */
    private static void checkRoles(String application, String owner, List<String> faults) {
        if (application.isEmpty()) {
            faults.add("SPRING_DATASOURCE_USERNAME: chưa đặt vai trò cơ sở dữ liệu mà ứng dụng dùng.");
        }
        if (owner.isEmpty()) {
            faults.add("SPRING_FLYWAY_USER: chưa đặt vai trò cơ sở dữ liệu sở hữu các bảng.");
        } else if (owner.equals(application)) {
            faults.add("SPRING_FLYWAY_USER: vai trò sở hữu các bảng phải khác SPRING_DATASOURCE_USERNAME, để ứng dụng"
                    + " không sửa, xóa được lịch sử báo cáo.");
        }
    }

    private static void checkPassword(String password, List<String> faults) {
        if (password.isEmpty()) {
            faults.add("TONGKET_ADMIN_PASSWORD: chưa đặt mật khẩu quản trị.");
        } else if (password.length() < SHORTEST_PASSWORD || isGuessable(password)) {
            faults.add("TONGKET_ADMIN_PASSWORD: mật khẩu quản trị quá yếu; cần ít nhất %d ký tự và không dễ đoán."
                    .formatted(SHORTEST_PASSWORD));
        }
    }

    private static boolean isGuessable(String password) {
        String rest = FIRST_GUESSES.matcher(password.toLowerCase(Locale.ROOT)).replaceAll("");
        return rest.chars().distinct().count() < FEWEST_LETTERS;
    }

    private static String value(Environment settings, String name) {
        return settings.getProperty(name, "").strip();
    }
}
