package vn.tongket.workflow.reviewcampaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import vn.tongket.notification.NoticeRules;
import vn.tongket.workflow.engine.AsSystem;

/** The tables of {@code bpmn/notices.dmn} in the version that was deployed last, each version read once. */
@Component("dmnNoticeRules")
class DmnNoticeRules implements NoticeRules {

    private final RepositoryService repository;
    private final AsSystem asSystem;
    private final Map<String, NoticeTables> read = new ConcurrentHashMap<>();

    DmnNoticeRules(RepositoryService repository, AsSystem asSystem) {
        this.repository = repository;
        this.asSystem = asSystem;
    }

    @Override
    public Table current() {
        return asSystem.call(() -> read.computeIfAbsent(newest(), this::read));
    }

    private String newest() {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(NoticeTables.UNIT_NOTICES)
                .latestVersion()
                .withoutTenantId()
                .singleResult()
                .getId();
    }

    private NoticeTables read(String definition) {
        try (InputStream model = repository.getDecisionModel(definition)) {
            return NoticeTables.read(model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
