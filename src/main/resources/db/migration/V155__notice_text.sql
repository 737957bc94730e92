-- Texts of mails as a campaign's people changed them. A row without words: restored to what the product ships.
create table notice_text (
    campaign_id uuid        not null references campaign (id),
    text        text        not null,
    subject     text,
    body        text,
    edited_by   text        not null,
    edited_at   timestamptz not null,
    version     integer     not null,
    primary key (campaign_id, text),
    check ((subject is null) = (body is null))
);
