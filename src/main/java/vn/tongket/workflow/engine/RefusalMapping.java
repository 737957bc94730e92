package vn.tongket.workflow.engine;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/** Adds {@link RefusalMapper} to the web applications' REST, which has no other place for it. Found as a service. */
public class RefusalMapping implements AutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        context.register(RefusalMapper.class);
    }
}
