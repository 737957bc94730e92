alter table report_version alter column content_hash set not null;
alter table report_version alter column hash set not null;
create unique index report_version_hash on report_version (hash);
