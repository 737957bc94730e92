package vn.tongket.calendar;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Before anybody counts working days: the years from 2008 to 2032 are proposed, by one of the nodes that start. */
@Component
class YearsAtStart implements SmartInitializingSingleton {

    static final int LAST = 2032;

    private final CalendarYears years;

    YearsAtStart(CalendarYears years) {
        this.years = years;
    }

    @Override
    public void afterSingletonsInstantiated() {
        years.openYears(CalendarYears.FIRST, LAST);
    }
}
