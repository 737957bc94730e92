-- What the chair signs: SHA-256 of the content, of the whole version, and of what was handed over (ADR 20).
alter table report_version add column content_hash text;
alter table report_version add column hash text;
alter table report add column handed_over_hash text;
