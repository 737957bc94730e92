-- For searching: lower case without marks, đ as d (it does not decompose). The same as Vietnamese.fold, whatever the
-- database's locale: only ASCII letters are left to be lowered.
create function folded(words text) returns text
    language sql immutable parallel safe
    return lower(translate(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g'), 'Đđ', 'Dd'));
