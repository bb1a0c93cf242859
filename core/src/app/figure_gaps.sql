WITH told AS (
  SELECT p.rid AS person, count(x.rid) AS touches, max(x.at) AS last_at, p.created_at, p.binned_at IS NULL AS live
  FROM person p LEFT JOIN participant x ON x.person = p.rid GROUP BY p.rid
)
SELECT (SELECT count(*) FROM told t LEFT JOIN person_stat s ON s.person = t.person
WHERE s.person IS NULL OR s.touches <> t.touches OR s.last_at IS NOT t.last_at OR s.live <> t.live
   OR s.quiet_since <> coalesce(t.last_at, t.created_at)
   OR s.last_felt IS NOT (SELECT felt FROM touchpoint WHERE rid = s.last_touch))
  + (SELECT count(*) FROM (
      SELECT person, currency, count(*), sum(amount >= 0), sum(amount), min(iif(amount >= 0, date, NULL)), max(iif(amount >= 0, date, NULL))
        FROM purchase GROUP BY person, currency
      EXCEPT SELECT person, currency, lines, purchases, sum, first, last FROM purchase_stat))
  + (SELECT count(*) FROM (
      SELECT person, currency FROM purchase_stat EXCEPT SELECT person, currency FROM purchase))
  + (SELECT count(*) FROM person_stat s WHERE coalesce(s.loop_stage, '') <> coalesce((
      SELECT t.loop_stage FROM participant x JOIN touchpoint t ON t.rid = x.touchpoint
      WHERE x.person = s.person AND t.loop_stage <> '' ORDER BY t.at DESC, t.rid DESC LIMIT 1), ''))
  + (SELECT count(*) FROM (
      SELECT DISTINCT x.person FROM touchpoint t JOIN participant x ON x.touchpoint = t.rid WHERE t.loop_stage <> ''
      EXCEPT SELECT person FROM loop_stat))
  + (SELECT count(*) FROM loop_stat l WHERE l.stale <> 0
      OR l.reinforced IS NOT (
        SELECT t.rid FROM participant x JOIN touchpoint t ON t.rid = x.touchpoint
        WHERE x.person = l.person AND t.loop_stage <> '' AND coalesce(t.felt, 0) >= 0 ORDER BY x.at DESC, t.rid DESC LIMIT 1))
