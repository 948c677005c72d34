WITH part AS NOT MATERIALIZED (  -- each reading joins by itself: a list kept aside has no index and no statistics
    SELECT p.id, p.person_id, p.number, p.snapshot_id, p.started_on, p.technical_id, p.remark,
           CASE WHEN p.left_on <= %(on)s THEN p.left_on END AS ended_on
    FROM participation_participation p
    WHERE p.edition_id = %(edition)s AND p.kind = 'participant' AND p.started_on <= %(on)s
      AND (p.left_on IS NULL OR NOT EXISTS (  -- entered twice: the other participation is the one that counts
          SELECT FROM participation_exit d WHERE d.participation_id = p.id AND d.reason = 'duplicate'))
), given AS MATERIALIZED (
    SELECT participation_id, array_agg(support_id) AS supports,
           string_agg(first_on::text, '|') AS starts, string_agg(last_on::text, '|') AS ends
    FROM (
        SELECT r.participation_id, r.support_id, min(r.first_on) AS first_on, max(r.last_on) AS last_on
        FROM participation_supportreceived r
        WHERE r.first_on <= %(on)s AND r.participation_id IN (
            SELECT p.id FROM participation_participation p WHERE p.edition_id = %(edition)s)
        GROUP BY r.participation_id, r.support_id
        ORDER BY r.participation_id, first_on, r.support_id  -- sorted once, not in each of the three lists
    ) u
    GROUP BY participation_id
), pathway AS (  -- few sequences of supports are common to many
    SELECT supports, concat_ws(';', scopes, {kinds}, {details}) AS cells
    FROM (
        SELECT every.supports, repeat('|', cardinality(every.supports) - 1) AS scopes,
               string_agg(COALESCE(v.value ->> 0, ''), '|' ORDER BY one.place) AS kinds,
               string_agg(COALESCE(v.value ->> 1, ''), '|' ORDER BY one.place) AS details
        FROM (SELECT DISTINCT supports FROM given) every
        CROSS JOIN unnest(every.supports) WITH ORDINALITY one (support_id, place)
        LEFT JOIN jsonb_each(%(services)s::jsonb) v ON v.key = one.support_id::text
        GROUP BY every.supports
    ) spoken
), phone AS (
    SELECT DISTINCT ON (c.person_id) c.person_id, c.value
    FROM people_contact c JOIN part ON part.person_id = c.person_id
    WHERE c.kind = 'phone'
    ORDER BY c.person_id, c.is_preferred DESC, c.id
), email AS (
    SELECT DISTINCT ON (c.person_id) c.person_id, c.value
    FROM people_contact c JOIN part ON part.person_id = c.person_id
    WHERE c.kind = 'email'
    ORDER BY c.person_id, c.is_preferred DESC, c.id
), result AS (
    SELECT DISTINCT ON (o.participation_id) o.participation_id, o.situation
    FROM participation_outcome o JOIN part ON part.id = o.participation_id
    WHERE part.ended_on IS NOT NULL AND o.happened_on <= %(on)s
    ORDER BY o.participation_id, array_position(%(situations)s::varchar[], o.situation)
), line AS (
    SELECT part.id, part.number,
           CASE WHEN concat_ws('|', {free}) ~ '[;"\r\n]|(^|\|)[=@\t+-]' THEN concat_ws(';', {quoted})
                ELSE concat_ws(';', {plain}) END AS text,
           concat_ws('/', h.birth_date, s.unemployed_since, s.occupation, s.employer, given.ends,
                     part.ended_on + %(result_days)s < %(on)s, %(rules)s) AS behind
    FROM part
    JOIN people_person h ON h.id = part.person_id
    JOIN participation_entrysnapshot s ON s.id = part.snapshot_id
    LEFT JOIN participation_entrytraits t ON t.snapshot_id = s.id
    LEFT JOIN participation_exit x ON x.participation_id = part.id AND part.ended_on IS NOT NULL
    LEFT JOIN given ON given.participation_id = part.id
    LEFT JOIN pathway ON pathway.supports = given.supports
    LEFT JOIN phone ON phone.person_id = part.person_id
    LEFT JOIN email ON email.person_id = part.person_id
    LEFT JOIN result ON result.participation_id = part.id
    OFFSET 0  -- each line is worked out once, however often the steps below name it
), marked AS (
    SELECT id, number, text, md5(concat(text, '|', behind)) AS fingerprint
    FROM line
    OFFSET 0
)
SELECT m.id, m.text, m.fingerprint, CASE WHEN v.fingerprint = m.fingerprint THEN v.is_sound END
FROM marked m LEFT JOIN reporting_verdict v ON v.participation_id = m.id
ORDER BY m.number, m.id
