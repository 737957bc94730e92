package vn.tongket.cascade;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.tongket.organization.Organization.MemberCategory;

/**
 * What a union's campaign begins with where nothing else is chosen, and between which days its deadline must lie.
 *
 * @param above the union's own last acceptable day
 * @param latest the last day that its deadline may have
 * @param names of everybody in {@code staff}, by user id
 * @param members who would take part today
 * @param remarks what the superior's forms do not ask of them
 */
public record Proposal(
        Opening opening,
        LocalDate above,
        LocalDate latest,
        List<StaffPart> staff,
        Map<String, String> names,
        List<MemberCategory> members,
        List<String> remarks) {}
