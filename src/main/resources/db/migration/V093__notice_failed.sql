-- Mail given up is asked for at each scrape of the metrics, and is rare among all that was sent.
create index notice_failed on notice (campaign_id) where state = 'FAILED';
