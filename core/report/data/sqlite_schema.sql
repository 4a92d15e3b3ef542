CREATE TABLE run(name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE document(
  id INTEGER PRIMARY KEY, doc TEXT NOT NULL UNIQUE, title TEXT, source TEXT,
  published TEXT, url TEXT, bytes INTEGER NOT NULL, digest TEXT NOT NULL);
CREATE TABLE fact(
  id TEXT PRIMARY KEY, key TEXT NOT NULL, verdict TEXT NOT NULL, severity TEXT NOT NULL,
  confidence REAL NOT NULL, attribute TEXT NOT NULL, topic TEXT NOT NULL,
  judgement TEXT, note TEXT);
CREATE TABLE claim(
  fact TEXT NOT NULL REFERENCES fact(id), number INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document(id),
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  before TEXT NOT NULL, text TEXT NOT NULL, after TEXT NOT NULL,
  subject TEXT, speaker TEXT, value_group INTEGER NOT NULL, copies_of INTEGER,
  kind TEXT NOT NULL, value TEXT NOT NULL, lo REAL, hi REAL, unit TEXT,
  PRIMARY KEY(fact, number)) WITHOUT ROWID;
CREATE TABLE fact_pair(
  fact TEXT NOT NULL REFERENCES fact(id), a INTEGER NOT NULL, b INTEGER NOT NULL,
  verdict TEXT NOT NULL, rule TEXT NOT NULL, reason TEXT NOT NULL);
CREATE TABLE reuse(
  id TEXT PRIMARY KEY, key TEXT NOT NULL, scope TEXT NOT NULL, grade TEXT NOT NULL,
  unit TEXT NOT NULL, boilerplate TEXT, first_passage INTEGER, judgement TEXT, note TEXT);
CREATE TABLE passage(
  reuse TEXT NOT NULL REFERENCES reuse(id), number INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document(id),
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY(reuse, number)) WITHOUT ROWID;
CREATE TABLE reuse_pair(
  reuse TEXT NOT NULL REFERENCES reuse(id), a INTEGER NOT NULL, b INTEGER NOT NULL,
  jaccard REAL NOT NULL, a_in_b REAL NOT NULL, b_in_a REAL NOT NULL,
  differences INTEGER NOT NULL);
CREATE TABLE diagnostic(doc TEXT, file TEXT, line INTEGER, byte INTEGER, message TEXT);
CREATE INDEX claim_document ON claim(document);
CREATE INDEX passage_document ON passage(document);
CREATE INDEX fact_pair_fact ON fact_pair(fact);
CREATE INDEX reuse_pair_reuse ON reuse_pair(reuse);
CREATE VIEW told_differently AS
  SELECT fact.id, fact.verdict, fact.confidence, fact.attribute, fact.topic, claim.value,
         document.source, document.published, document.doc,
         claim.before || '[' || claim.text || ']' || claim.after AS sentence,
         fact.judgement
  FROM fact JOIN claim ON claim.fact = fact.id JOIN document ON document.id = claim.document
  ORDER BY fact.rowid, claim.value_group, document.published;
CREATE VIEW said_twice AS
  SELECT reuse.id, reuse.grade, reuse.unit, document.source, document.published,
         document.doc, passage."begin", passage."end", passage.text, reuse.judgement
  FROM reuse JOIN passage ON passage.reuse = reuse.id
       JOIN document ON document.id = passage.document
  WHERE reuse.boilerplate IS NULL
  ORDER BY reuse.rowid, document.published;
CREATE VIEW who_repeats_whom AS
  SELECT a.source AS source, b.source AS repeated_by, count(DISTINCT reuse.id) AS findings
  FROM reuse
  JOIN passage pa ON pa.reuse = reuse.id AND pa.number = reuse.first_passage
  JOIN document a ON a.id = pa.document
  JOIN passage pb ON pb.reuse = reuse.id JOIN document b ON b.id = pb.document
  WHERE reuse.boilerplate IS NULL AND a.source <> b.source
  GROUP BY a.source, b.source ORDER BY findings DESC;
