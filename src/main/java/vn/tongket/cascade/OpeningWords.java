package vn.tongket.cascade;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.tongket.shared.DomainException.Fault;

/** The code and the words that a union gives its own campaign, within the bounds of a campaign file. */
final class OpeningWords {

    static final String CODE = "code";

    private static final int MAX_CODE = 60;
    private static final int MAX_TITLE = 1000;
    private static final int MAX_DEPARTMENT = 200;
    private static final Pattern CODE_FORMAT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0," + (MAX_CODE - 1) + "}");

    private OpeningWords() {}

    /** The superior's code with the unit's behind it; of one too long the beginning. */
    static String code(String superiors, String unit) {
        int room = MAX_CODE - unit.length() - 1;
        return room <= 0
                ? unit.substring(0, Math.min(unit.length(), MAX_CODE))
                : superiors.substring(0, Math.min(superiors.length(), room)) + "." + unit;
    }

    static List<Fault> faultsOf(Opening opening) {
        List<Fault> faults = new ArrayList<>();
        if (opening.code().isBlank()) {
            faults.add(new Fault(CODE, "Cần ghi mã chiến dịch."));
        } else if (!CODE_FORMAT.matcher(opening.code()).matches()) {
            faults.add(new Fault(
                    CODE,
                    "Mã chiến dịch chỉ gồm chữ cái không dấu, chữ số, dấu chấm, gạch nối, gạch dưới, bắt đầu bằng chữ"
                            + " hoặc số, tối đa 60 ký tự."));
        }
        words("title", opening.title(), "Cần ghi tên chiến dịch.", MAX_TITLE, faults);
        words("department", opening.department(), "Cần ghi tên bộ phận đầu mối.", MAX_DEPARTMENT, faults);
        return faults;
    }

    private static void words(String field, String typed, String missing, int most, List<Fault> faults) {
        if (typed.isBlank()) {
            faults.add(new Fault(field, missing));
        } else if (typed.length() > most) {
            faults.add(new Fault(field, "Dài quá " + most + " ký tự."));
        }
    }
}
