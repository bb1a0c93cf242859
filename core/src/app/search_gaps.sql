WITH texts(doc) AS (
  SELECT rid * 8 + 1 FROM person WHERE note <> ''
  UNION ALL SELECT rid * 8 + 2 FROM touchpoint WHERE title <> '' OR text <> ''
  UNION ALL SELECT rid * 8 + 3 FROM note
  UNION ALL SELECT rid * 8 + 4 FROM draft WHERE text <> ''
  UNION ALL SELECT rid * 8 + 6 FROM task
  UNION ALL SELECT rid * 8 + 7 FROM strategy
  UNION ALL SELECT rid * 16 + 5 FROM doubt
  UNION ALL SELECT rid * 16 + 13 FROM reason
  UNION ALL SELECT rid * 16 FROM question
  UNION ALL SELECT rid * 16 + 8 FROM dossier
), docs(doc) AS (SELECT id FROM words_docsize)
SELECT (SELECT count(*) FROM (SELECT doc FROM texts EXCEPT SELECT doc FROM docs))
     + (SELECT count(*) FROM (SELECT doc FROM docs EXCEPT SELECT doc FROM texts))
