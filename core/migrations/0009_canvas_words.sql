-- What is written on canvases is found like everything else that was typed (source 3).
INSERT INTO words(rowid, text) SELECT rid * 8 + 3, fold(text || ' ' || detail) FROM note;
CREATE TRIGGER note_words_created AFTER INSERT ON note BEGIN
  INSERT INTO words(rowid, text) VALUES (new.rid * 8 + 3, fold(new.text || ' ' || new.detail));
END;
CREATE TRIGGER note_words_changed AFTER UPDATE OF text, detail ON note WHEN new.text <> old.text OR new.detail <> old.detail BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 8 + 3, fold(old.text || ' ' || old.detail));
  INSERT INTO words(rowid, text) VALUES (new.rid * 8 + 3, fold(new.text || ' ' || new.detail));
END;
CREATE TRIGGER note_words_removed AFTER DELETE ON note BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 8 + 3, fold(old.text || ' ' || old.detail));
END;
