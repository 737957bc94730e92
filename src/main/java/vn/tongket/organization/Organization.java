package vn.tongket.organization;

import org.springframework.stereotype.Service;

/** The tree of unions as it stands today. Units go by their code. */
@Service
public class Organization {

    /** What people call the unit in a line of a list ("Sông Đà"). */
    public String shortName(String unitCode) {
        throw new UnsupportedOperationException();
    }
}
