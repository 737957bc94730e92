-- The k-th quartile of sorted numbers, by linear interpolation between the ranks (type 7 of Hyndman and Fan), exactly;
-- percentile_cont says the same in double precision.
create function quartile(sorted numeric[], k integer) returns numeric
    language sql immutable
    return (
        select sorted[low] + (sorted[least(low + 1, n)] - sorted[low]) * (((n - 1) * k) % 4) * 0.25
        from (select array_length(sorted, 1) as n) counted,
            lateral (select (n - 1) * k / 4 + 1 as low) rank);
