-- Times are microseconds since 1970-01-01T00:00 UTC.

-- What analysts judged. maneuver_id is null for a stretch of an object's history.
create table review (
  id bigint not null primary key,
  norad_id integer not null,
  maneuver_id bigint unique,
  verdict text not null,
  starts_at bigint not null,
  ends_at bigint not null,
  note text,
  reviewer text,
  at bigint not null
);

-- The order of an export by object.
create index maneuver_by_object on maneuver (norad_id, id);

create index review_of_object on review (norad_id, id);

alter table feed add column last_review_id bigint not null default 0;

-- The review that a maneuver has, and had at a revision, in JSON; null without one.
alter table maneuver add column review text;
alter table maneuver_revision add column review text;
