-- Until when a returned report is to come again: set by the return, cleared by sending. A later common deadline and an
-- extension move it up, nothing moves it down.
alter table report add column resend_by date;

update report r set resend_by = (
    select x.due from report_return x where x.report_id = r.id order by x.version desc, x.returned_at desc limit 1)
where r.state in ('RETURNED', 'INTERNAL_REVIEW');

-- The rule of a unit's dates, for statements over many reports; `common` is the campaign's last acceptable day. The
-- same as Report.effectiveDeadline and Report.owedBy.
--
-- A report received until the end of this day is in time: the unit's own day, or the common one when that was moved
-- beyond it.
create function effective_deadline(extended_to date, common date) returns date
    language sql immutable
    return greatest(extended_to, common);

-- What reminders and due dates count to: the day named in the return letter, else the effective deadline.
create function owed_by(resend_by date, extended_to date, common date) returns date
    language sql immutable
    return coalesce(resend_by, effective_deadline(extended_to, common));
