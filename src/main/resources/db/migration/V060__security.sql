-- Wrong passwords of late, so that every node counts the same. Rows are few: who must wait adds none.
create table login_attempt (
    id         uuid primary key,
    user_id    text        not null,
    address    text        not null,
    failed_at  timestamptz not null
);
create index login_attempt_address on login_attempt (address, failed_at);
create index login_attempt_failed_at on login_attempt (failed_at);
