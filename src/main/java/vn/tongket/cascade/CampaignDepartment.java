package vn.tongket.cascade;

import vn.tongket.campaign.CampaignFile.FocalDepartment;

/** Through which part of a union reports come in: {@code TG}, {@code Bộ phận Tuyên giáo}. */
record CampaignDepartment(String code, String name) {

    private static final String DEPARTMENT = "Ban ";

    /** What a smaller union has in the place of its superior's department. */
    static CampaignDepartment below(FocalDepartment superiors) {
        String name = superiors.name();
        return new CampaignDepartment(
                superiors.code(),
                name.startsWith(DEPARTMENT) ? "Bộ phận " + name.substring(DEPARTMENT.length()) : name);
    }

    CampaignDepartment named(String typed) {
        return new CampaignDepartment(code, typed);
    }
}
