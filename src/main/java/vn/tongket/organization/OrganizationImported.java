package vn.tongket.organization;

import java.util.List;

/** A tree of unions was imported. Published in the importing transaction, with every unit of the file. */
public record OrganizationImported(List<ImportedUnit> units) {

    public OrganizationImported {
        units = List.copyOf(units);
    }
}
