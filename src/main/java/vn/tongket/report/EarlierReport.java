package vn.tongket.report;

import vn.tongket.campaign.CampaignFile;

/**
 * What a unit wrote in an earlier campaign of the same issuer, and was accepted.
 *
 * @param campaign that campaign's code
 * @param title its title
 * @param file what it asked for
 * @param form what it asked of this unit
 * @param version the version that counted
 */
public record EarlierReport(String campaign, String title, CampaignFile file, ReportForm form, ReportVersion version) {}
