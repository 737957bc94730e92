-- How far the notices of a campaign are decided. A row of its own, not a column of the campaign: whoever changes a date
-- waits here for a decision under way, and many who hold their campaign open (“for share”) change dates.
create table notice_plan (
    campaign_id   uuid primary key references campaign (id),
    -- all days until this one are decided
    decided_until date not null,
    -- when the next decision is due
    next_at       timestamptz
);

-- Campaigns under way: what the version before has not reminded of by now is past.
insert into notice_plan (campaign_id, decided_until)
select id, cast((now() + coalesce((select min(offset_seconds) from demo_clock), 0) * interval '1 second')
    at time zone 'Asia/Ho_Chi_Minh' - interval '8 hours' as date)
from campaign where state in ('ISSUED', 'COLLECTING');
