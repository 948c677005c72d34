WITH told AS (
    SELECT o.participation_id,
           bool_or(o.situation = 'seeking_work' AND late) AS seeking_told,
           bool_or(o.situation = 'seeking_work' AND late AND proven) AS seeking,
           bool_or(o.situation = 'in_education' AND late) AS learning_told,
           bool_or(o.situation = 'in_education' AND late AND proven) AS learning,
           bool_or(o.situation = 'qualification') AS qualified_told,
           bool_or(o.situation = 'qualification' AND proven) AS qualified,
           bool_or(o.situation = 'employed' AND late) AS employed_told,
           bool_or(o.situation = 'employed' AND late AND proven) AS employed
    FROM (SELECT o.participation_id, o.situation, o.received_on IS NOT NULL AS proven, o.happened_on > p.left_on AS late
          FROM participation_outcome o JOIN participation_participation p ON p.id = o.participation_id
          WHERE p.edition_id = %(edition)s AND o.happened_on BETWEEN p.started_on AND p.left_on + 28) o
    GROUP BY o.participation_id
), alike AS (
    SELECT s.sex, s.age, s.degurba, s.labour_status, s.labour_detail, s.education, s.citizenship, t.foreign_origin, t.minority,
           t.homeless, t.has_disability, o.seeking_told, o.seeking, o.learning_told, o.learning, o.qualified_told, o.qualified,
           o.employed_told, o.employed, p.left_on IS NOT NULL AND f.done_on IS NULL AS unasked, count(*) AS number
    FROM participation_participation p
    JOIN participation_entrysnapshot s ON s.id = p.snapshot_id
    JOIN participation_entrytraits t ON t.snapshot_id = s.id
    LEFT JOIN participation_followup f ON f.participation_id = p.id
    LEFT JOIN told o ON o.participation_id = p.id
    WHERE p.edition_id = %(edition)s AND p.kind = 'participant' AND p.started_on IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20
)
SELECT {sums} FROM alike
