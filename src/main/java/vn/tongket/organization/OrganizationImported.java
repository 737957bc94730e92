package vn.tongket.organization;

import java.util.List;

/** A tree of unions was taken over, new or again. Published in the importing transaction. */
public record OrganizationImported(List<ImportedUnit> units) {

    public OrganizationImported {
        units = List.copyOf(units);
    }
}
