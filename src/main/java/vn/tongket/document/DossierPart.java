package vn.tongket.document;

import java.util.List;

/** A feature's contribution to a campaign's dossier. */
public interface DossierPart {

    /** Files, with the folder they lie in: {@code thong-bao/…}. */
    List<DossierWriter.Entry> entries(String campaign);
}
