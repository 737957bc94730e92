package vn.tongket;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Tổng kết: trade unions review a resolution, from the plan to the report upward. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class TongketApplication {

    public static void main(String[] args) {
        // The engine stores due dates without a zone, so every node must read them in the same one.
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
        SpringApplication.run(TongketApplication.class, args);
    }
}
