package vn.tongket.document;

import java.util.List;
import java.util.Map;
import vn.tongket.campaign.CampaignFile.OutlinePart;

/**
 * The outline as one union writes under it.
 *
 * @param kind of document, {@code Báo cáo}
 * @param subject the campaign's title
 * @param guide how the file is to be filled in, a paragraph each
 * @param outline the parts and headings that apply to the union
 * @param hints what a heading asks for, by its code
 * @param texts the draft, plain text by heading
 * @param prompt stands where there is no text yet
 * @param mark what ties the file to the report, as text
 * @param data XML that travels with the file, unseen
 */
public record OutlineForm(
        String kind,
        String subject,
        String union,
        List<String> guide,
        List<OutlinePart> outline,
        Map<String, List<String>> hints,
        Map<String, String> texts,
        String prompt,
        Property mark,
        Data data) {

    /** A property of the file. */
    public record Property(String name, String text) {}

    /** XML with the GUID under which Word keeps it. */
    public record Data(String id, byte[] xml) {}
}
