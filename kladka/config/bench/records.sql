INSERT INTO people_contact (person_id, kind, value, is_preferred, note)
SELECT id, kind, CASE kind WHEN 'phone' THEN (600000000 + id)::text ELSE 'osoba' || id || '@example.org' END, kind = 'phone', ''
FROM people_person, unnest(ARRAY['phone', 'email']) kind
WHERE kind = 'phone' OR id %% 3 = 0;

INSERT INTO people_involvement (person_id, edition_id, number, from_day, sort_key, search_text, sex, has_pesel)
SELECT id, %(edition)s, 'U/' || id, %(starts)s, sort_key, search_text, sex, pesel IS NOT NULL FROM people_person;

INSERT INTO participation_participation (person_id, edition_id, number, kind, opened_on, technical_id, remark)
SELECT id, %(edition)s, 'U/' || id, 'participant', %(starts)s::date + (id %% 500)::int, '',
       CASE WHEN id %% 50 = 0 THEN 'Uwaga; "ważna"' ELSE '' END
FROM people_person;

INSERT INTO participation_entrysnapshot (participation_id, version, cause, started_on, taken_at, age, sex, citizenship,
    municipality_code, locality, postcode, degurba, education, labour_status, labour_detail, is_registered,
    unemployed_since, occupation, employer, jobless_household, with_dependent_children, single_adult, kinship)
SELECT p.id, 1, 'started', p.opened_on + 7, p.opened_on, date_part('year', age(p.opened_on + 7, h.birth_date)), h.sex,
       'polish', '9999011', 'Przykładowo', '99-999', 2,
       (ARRAY['isced_0', 'isced_2', 'isced_3', 'isced_4', 'isced_5_8'])[1 + p.id %% 5],
       (ARRAY['unemployed', 'inactive', 'employed'])[1 + p.id %% 3],
       (ARRAY['long_term', 'not_in_education', 'ngo'])[1 + p.id %% 3],
       p.id %% 3 = 0, CASE WHEN p.id %% 3 = 0 THEN p.opened_on - 900 END, '', '', p.id %% 7 = 0, p.id %% 4 = 0, p.id %% 9 = 0, ''
FROM participation_participation p JOIN people_person h ON h.id = p.person_id;

INSERT INTO participation_entrytraits (snapshot_id, has_disability, homeless, minority, foreign_origin, other_disadvantage,
    disability_degree)
SELECT id, CASE WHEN id %% 4 = 0 THEN 'yes' ELSE 'no' END, CASE WHEN id %% 20 = 0 THEN 'yes' ELSE 'no' END,
       CASE WHEN id %% 30 = 0 THEN 'refused' ELSE 'no' END, 'no', CASE WHEN id %% 2 = 0 THEN 'yes' ELSE 'no' END, ''
FROM participation_entrysnapshot;

UPDATE participation_participation p
SET snapshot_id = s.id, started_on = s.started_on, left_on = CASE WHEN p.id %% 3 = 1 THEN s.started_on + 200 END
FROM participation_entrysnapshot s WHERE s.participation_id = p.id;

INSERT INTO participation_supportreceived (participation_id, support_id, source_kind, source_id, first_on, last_on, minutes)
SELECT p.id, u.id, 'activity', 1 + p.id %% 5000, p.started_on + u.position * 20, p.started_on + u.position * 20 + 90, 1200
FROM participation_participation p, programmes_support u WHERE u.edition_id = %(edition)s;

INSERT INTO participation_exit (participation_id, reason, path_completed, recorded_by_id, recorded_at)
SELECT id, CASE WHEN id %% 4 = 0 THEN 'resigned' ELSE 'completed' END, id %% 4 <> 0, %(user)s, left_on
FROM participation_participation WHERE left_on IS NOT NULL;

INSERT INTO participation_followup (participation_id, due_on, done_on, done_by_id)
SELECT id, left_on + 28, CASE WHEN id %% 2 = 0 THEN left_on + 28 END, CASE WHEN id %% 2 = 0 THEN %(user)s::bigint END
FROM participation_participation WHERE left_on IS NOT NULL;

INSERT INTO participation_outcome (participation_id, situation, happened_on, evidence, received_on, recorded_by_id, recorded_at)
SELECT id, (ARRAY['employed', 'qualification', 'seeking_work', 'improved', 'no_change', 'unknown'])[1 + id / 3 %% 6], left_on + 10,
       'zaświadczenie', CASE WHEN id %% 5 <> 0 THEN left_on + 20 END, %(user)s, left_on + 20
FROM participation_participation WHERE left_on IS NOT NULL;
