-- Run once by PostgreSQL's image, as the role that will own the tables: the role that the application works with.
\getenv password APPLICATION_PASSWORD
create role tongket_application login password :'password';
