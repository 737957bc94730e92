package vn.tongket.conference;

import java.time.LocalDateTime;

/** The Executive Committee was convened. Published in the deciding transaction. */
public record ConferenceConvened(String campaign, int round, LocalDateTime at, String place, String agenda) {}
