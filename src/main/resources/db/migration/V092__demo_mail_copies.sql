-- How often a mail was handed over: more than once when a node died before it could note that it was taken.
alter table demo_mail add column copies integer not null default 1;
