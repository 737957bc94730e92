package vn.tongket.support;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;

/** An engine whose paths are measured; built once, though each test class's coverage extension asks to build it. */
final class MeasuredEngineConfiguration extends SpringProcessEngineConfiguration {

    @Override
    protected void init() {
        ProcessCoverageConfigurator.initializeProcessCoverageExtensions(this);
        super.init();
    }

    @Override
    public ProcessEngine buildProcessEngine() {
        return processEngine == null ? super.buildProcessEngine() : processEngine;
    }
}
