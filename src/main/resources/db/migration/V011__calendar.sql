-- Days that differ from the plain week: working = false is a day off, working = true a Saturday that is worked.
create table calendar_day (
    day     date primary key,
    working boolean not null,
    name    text    not null
);

-- domain.md, 6.2: the full list of 2017; 2018 with the swap of 31/12/2018 and 05/01/2019.
insert into calendar_day (day, working, name) values
    ('2017-01-02', false, 'Nghỉ bù Tết Dương lịch'),
    ('2017-01-26', false, 'Tết Nguyên đán'),
    ('2017-01-27', false, 'Tết Nguyên đán'),
    ('2017-01-28', false, 'Tết Nguyên đán'),
    ('2017-01-29', false, 'Tết Nguyên đán'),
    ('2017-01-30', false, 'Tết Nguyên đán'),
    ('2017-01-31', false, 'Tết Nguyên đán'),
    ('2017-02-01', false, 'Tết Nguyên đán'),
    ('2017-04-06', false, 'Giỗ Tổ Hùng Vương'),
    ('2017-05-01', false, 'Ngày Quốc tế Lao động'),
    ('2017-05-02', false, 'Nghỉ bù ngày Chiến thắng 30/4'),
    ('2017-09-04', false, 'Nghỉ bù Quốc khánh'),
    ('2018-01-01', false, 'Tết Dương lịch'),
    ('2018-02-14', false, 'Tết Nguyên đán'),
    ('2018-02-15', false, 'Tết Nguyên đán'),
    ('2018-02-16', false, 'Tết Nguyên đán'),
    ('2018-02-17', false, 'Tết Nguyên đán'),
    ('2018-02-18', false, 'Tết Nguyên đán'),
    ('2018-02-19', false, 'Tết Nguyên đán'),
    ('2018-02-20', false, 'Tết Nguyên đán'),
    ('2018-04-25', false, 'Giỗ Tổ Hùng Vương'),
    ('2018-04-30', false, 'Ngày Chiến thắng 30/4'),
    ('2018-05-01', false, 'Ngày Quốc tế Lao động'),
    ('2018-09-03', false, 'Nghỉ bù Quốc khánh'),
    ('2018-12-31', false, 'Nghỉ hoán đổi Tết Dương lịch'),
    ('2019-01-01', false, 'Tết Dương lịch'),
    ('2019-01-05', true, 'Làm bù ngày 31/12/2018');
