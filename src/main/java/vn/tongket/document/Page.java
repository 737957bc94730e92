package vn.tongket.document;

import java.math.BigInteger;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** A4 in millimetres, upright for letters, lying for wide tables (Decree 30/2020, Annex I). */
enum Page {
    PORTRAIT(210, 297, 20, 15, 20, 30),
    LANDSCAPE(297, 210, 20, 20, 15, 20);

    private final int width;
    private final int height;
    private final int top;
    private final int right;
    private final int bottom;
    private final int left;

    Page(int width, int height, int top, int right, int bottom, int left) {
        this.width = width;
        this.height = height;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
        this.left = left;
    }

    /** The room between the margins, in millimetres. */
    int textWidth() {
        return width - left - right;
    }

    void applyTo(CTSectPr section) {
        CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(twips(width));
        size.setH(twips(height));
        size.setOrient(this == LANDSCAPE ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        CTPageMar margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setTop(twips(top));
        margins.setRight(twips(right));
        margins.setBottom(twips(bottom));
        margins.setLeft(twips(left));
        margins.setHeader(twips(top / 2));
        margins.setFooter(twips(bottom / 2));
        margins.setGutter(BigInteger.ZERO);
    }

    /** Millimetres in twentieths of a point. */
    static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * 1440 / 25.4));
    }
}
