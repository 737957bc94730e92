-- One numbered letter to all that are overdue, for each day of a campaign: a restart draws no second number.
create unique index official_document_urging_letter on official_document (campaign_id, issued_on)
    where kind = 'URGING_LETTER';
