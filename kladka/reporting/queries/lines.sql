WITH part AS (
    SELECT p.id, p.person_id, p.number, p.snapshot_id, p.started_on, p.technical_id, p.remark,
           CASE WHEN p.left_on <= %(on)s THEN p.left_on END AS ended_on
    FROM participation_participation p
    WHERE p.edition_id = %(edition)s AND p.kind = 'participant' AND p.started_on <= %(on)s
), word AS MATERIALIZED (
    SELECT all_words, all_words -> 'citizenship' AS citizenship, all_words -> 'yes_no' AS yes_no,
           all_words -> 'sex' AS sex, all_words -> 'education_level' AS education_level,
           all_words -> 'voivodeship' AS voivodeship, all_words -> 'labour_status' AS labour_status,
           all_words -> 'details' AS details, all_words -> 'situation_at_exit' AS situation_at_exit,
           all_words -> 'flag' AS flag, all_words -> 'places' AS places
    FROM (SELECT %(words)s::jsonb AS all_words) every
), given AS (
    SELECT u.participation_id,
           string_agg('', '|') AS scopes,
           string_agg(COALESCE(v.service ->> 0, ''), '|' ORDER BY u.first_on, u.support_id) AS kinds,
           string_agg(COALESCE(v.service ->> 1, ''), '|' ORDER BY u.first_on, u.support_id) AS details,
           string_agg(u.first_on::text, '|' ORDER BY u.first_on, u.support_id) AS starts,
           string_agg(u.last_on::text, '|' ORDER BY u.first_on, u.support_id) AS ends
    FROM (
        SELECT r.participation_id, r.support_id, min(r.first_on) AS first_on, max(r.last_on) AS last_on
        FROM participation_supportreceived r JOIN part ON part.id = r.participation_id
        WHERE r.first_on <= %(on)s
        GROUP BY r.participation_id, r.support_id
    ) u
    LEFT JOIN (SELECT key::bigint AS support_id, value AS service FROM jsonb_each(%(services)s::jsonb)) v
           ON v.support_id = u.support_id
    GROUP BY u.participation_id
), reach AS (
    SELECT c.person_id,
           (array_agg(c.value ORDER BY c.is_preferred DESC, c.id) FILTER (WHERE c.kind = 'phone'))[1] AS phone,
           (array_agg(c.value ORDER BY c.is_preferred DESC, c.id) FILTER (WHERE c.kind = 'email'))[1] AS email
    FROM people_contact c JOIN part ON part.person_id = c.person_id
    GROUP BY c.person_id
), result AS (
    SELECT DISTINCT ON (o.participation_id) o.participation_id, o.situation
    FROM participation_outcome o JOIN part ON part.id = o.participation_id
    WHERE part.ended_on IS NOT NULL AND o.happened_on <= %(on)s
    ORDER BY o.participation_id, array_position(%(situations)s::varchar[], o.situation)
), line AS (
    SELECT part.id, part.number,
           array_to_string(ARRAY[{cells}], ';', '') AS text,
           concat_ws('/', h.birth_date, s.unemployed_since, s.occupation, s.employer, given.ends,
                     part.ended_on + %(result_days)s < %(on)s) AS behind
    FROM part
    CROSS JOIN word w
    JOIN people_person h ON h.id = part.person_id
    JOIN participation_entrysnapshot s ON s.id = part.snapshot_id
    LEFT JOIN participation_entrytraits t ON t.snapshot_id = s.id
    LEFT JOIN participation_exit x ON x.participation_id = part.id AND part.ended_on IS NOT NULL
    LEFT JOIN given ON given.participation_id = part.id
    LEFT JOIN reach ON reach.person_id = part.person_id
    LEFT JOIN result ON result.participation_id = part.id
), marked AS (
    SELECT line.id, line.number, line.text, md5(concat_ws('|', line.text, line.behind, %(rules)s)) AS fingerprint
    FROM line
)
SELECT m.id, m.text, m.fingerprint, CASE WHEN v.fingerprint = m.fingerprint THEN v.is_sound END
FROM marked m LEFT JOIN reporting_verdict v ON v.participation_id = m.id
ORDER BY m.number, m.id
