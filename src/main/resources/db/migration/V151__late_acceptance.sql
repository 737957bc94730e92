-- The day until whose end the unit may still send after the lock; null for all who were not let in.
alter table report add column late_until date;
create index report_late on report (campaign_id) where late_until is not null;
