package vn.tongket.mail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands mail to the {@link MailServer} inside the application where there is one. */
@Configuration(proxyBeanMethods = false)
class MailServerConfiguration {

    @Bean
    SmartInitializingSingleton mailServerInside(JavaMailSenderImpl sender, ObjectProvider<MailServer> inside) {
        return () -> inside.ifAvailable(server -> {
            sender.setHost(server.host());
            sender.setPort(server.port());
        });
    }
}
