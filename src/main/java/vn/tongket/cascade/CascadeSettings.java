package vn.tongket.cascade;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the levels of one tree of campaigns see of one another.
 *
 * @param allLevels whether a superior sees the states of all levels below, not of the next one only; never contents
 */
@ConfigurationProperties("tongket.cascade")
public record CascadeSettings(@DefaultValue("false") boolean allLevels) {}
