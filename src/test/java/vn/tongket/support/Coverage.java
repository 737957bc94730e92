package vn.tongket.support;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;

/** Measures how much of one model a test class walks through. */
public final class Coverage {

    private static final double ENOUGH = 0.95;

    private Coverage() {}

    /** Fails the class when it covers less than 95 % of the model; the other model is not counted. */
    public static ProcessEngineCoverageExtension without(String otherProcess) {
        return ProcessEngineCoverageExtension.builder(
                        BareEngine.bean(ProcessEngine.class).getProcessEngineConfiguration())
                .assertClassCoverageAtLeast(ENOUGH)
                .excludeProcessDefinitionKeys(otherProcess)
                .build();
    }

    /** For a class that walks through parts only: the measuring engine wants an extension all the same. */
    public static ProcessEngineCoverageExtension unasserted() {
        return ProcessEngineCoverageExtension.builder(
                        BareEngine.bean(ProcessEngine.class).getProcessEngineConfiguration())
                .build();
    }
}
