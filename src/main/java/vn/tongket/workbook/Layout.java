package vn.tongket.workbook;

import org.apache.poi.ss.util.WorkbookUtil;

/** Where things stand in the sheets of the template; rows and columns from 0. */
final class Layout {

    static final String GUIDE = "Hướng dẫn";
    static final String FAULTS = "Lỗi cần sửa";

    /** What stands above the codes of an appendix's rows, and left of the keys of a list's columns. */
    static final String CODE = "Mã";

    static final int HEAD_ROW = 3;
    static final int FIRST_ROW = 4;

    static final int CODE_COLUMN = 0;
    static final int NO_COLUMN = 1;
    static final int NAME_COLUMN = 2;
    static final int UNIT_COLUMN = 3;
    static final int FIRST_YEAR = 4;

    /** In a list's sheet: the columns' keys, above their labels. */
    static final int KEY_ROW = 2;

    /** Rows of a list that can be filled in without more ado, beside those that are filled already. */
    static final int SPARE_ROWS = 60;

    /** As many rows as the report takes. */
    static final int MAX_LIST_ROWS = 500;

    private Layout() {}

    /** The sheet of an appendix or a list: its code, as far as Excel takes it as a name. */
    static String sheetName(String code) {
        return WorkbookUtil.createSafeSheetName(code, '_');
    }
}
