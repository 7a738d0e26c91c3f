/** Statements that would read what is not the site's, send something, or undo the lock. */
export const WAYS_OUT = [
  "SELECT * FROM read_csv('http://localhost/figures.csv')",
  "SELECT * FROM read_csv('https://example.org/figures.csv')",
  "SELECT * FROM 'http://localhost/figures.csv'",
  "SELECT * FROM read_csv('/etc/passwd')",
  "SELECT * FROM read_text('package.json')",
  "SELECT * FROM glob('*')",
  "COPY looked_after_by_legal_status TO 'stolen.csv'",
  "COPY looked_after_by_legal_status TO 'http://localhost/stolen'",
  "COPY breaks FROM 'package.json'",
  "EXPORT DATABASE 'stolen'",
  "ATTACH 'other.db'",
  'LOAD httpfs',
  'LOAD json',
  "SELECT * FROM read_parquet('http://localhost/figures.parquet')",
  "SELECT '{}'::JSON",
  'SET enable_external_access = true',
  'SET autoload_known_extensions = true',
  "SET allowed_paths = ['/etc/passwd']",
  "SET custom_extension_repository = 'http://localhost'",
  'SET lock_configuration = false',
  'RESET lock_configuration',
  'PRAGMA enable_external_access = true'
] as const;

/** Statements that would change a table, or what a name means, for whoever asks next. */
export const WRITES = [
  "UPDATE looked_after_by_legal_status SET country_name = 'Nowhere'",
  'DELETE FROM looked_after_by_legal_status',
  'DELETE FROM looked_after_by_legal_status RETURNING *',
  'TRUNCATE looked_after_by_legal_status',
  'INSERT INTO looked_after_by_legal_status SELECT * FROM looked_after_by_legal_status',
  'MERGE INTO breaks USING (SELECT 1 AS one) AS s ON true WHEN MATCHED THEN DELETE',
  'DROP TABLE looked_after_by_legal_status',
  'CREATE OR REPLACE TABLE looked_after_by_legal_status AS SELECT 1 AS country_name',
  'ALTER TABLE looked_after_by_legal_status RENAME TO elsewhere',
  'ALTER TABLE looked_after_by_legal_status DROP COLUMN country_name',
  'CREATE TABLE mine (a INT)',
  'CREATE VIEW mine AS SELECT 1',
  'CREATE SCHEMA mine',
  'CREATE SEQUENCE mine',
  "CREATE TYPE mine AS ENUM ('a')",
  'CREATE MACRO mine(x) AS x',
  'CREATE OR REPLACE MACRO figure_status(cell) AS cell',
  'DROP MACRO figure_status',
  "COMMENT ON TABLE breaks IS 'mine'",
  'EXPLAIN ANALYZE DELETE FROM looked_after_by_legal_status',
  'COMMIT; DROP TABLE looked_after_by_legal_status',
  'ROLLBACK; DROP TABLE looked_after_by_legal_status',
  'CREATE SECRET mine (TYPE s3)',
  'DETACH memory'
] as const;

/** Statements that the engine takes, and of which nothing may last. */
export const PASSING = [
  'CREATE TEMP TABLE looked_after_by_legal_status (a INT)',
  'CREATE TEMP VIEW looked_after_by_legal_status AS SELECT 1 AS country_name',
  'CREATE TEMP MACRO figure_status(cell) AS cell',
  'SET VARIABLE mine = 1',
  "ATTACH ':memory:' AS mine",
  'CREATE TABLE mine.looked_after_by_legal_status (a INT)',
  'USE mine',
  'COMMIT',
  'ROLLBACK',
  'CHECKPOINT',
  'INSTALL httpfs'
] as const;
