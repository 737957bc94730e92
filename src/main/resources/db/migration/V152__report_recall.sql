-- Versions that their unit took back before anybody decided on them: their receipts say so. Rows are added, never changed.
create table report_recall (
    report_id   uuid        not null,
    version     integer     not null,
    recalled_at timestamptz not null,
    primary key (report_id, version),
    foreign key (report_id, version) references report_version (report_id, number)
);

insert into report_recall (report_id, version, recalled_at)
select v.report_id, v.number, max(d.decided_at)
from report_version v
join participant p on p.id = v.report_id
join decision d on d.campaign_id = p.campaign_id and d.unit_code = p.unit_code
    and d.kind = 'Rút lại báo cáo gửi lần ' || v.number
group by v.report_id, v.number;

create trigger report_recall_stays before update or delete on report_recall
    for each row execute function refuse_change();
create trigger report_recall_is_not_emptied before truncate on report_recall
    for each statement execute function refuse_change();
