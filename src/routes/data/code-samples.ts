import { SYMBOLS } from '#lib/domain/index.ts';

/** One way to read a file, in working code. */
export interface CodeSample {
  title: string;
  code: string;
}

/** What a sample needs to know of a file. */
interface Sampled {
  /** Path inside /data/, such as `children_looked_after.csv`. */
  file: string;
  /** Columns that hold codes and must stay text. */
  text: string[];
  /** The figures to show: an indicator and the columns that tell its rows apart. Absent for a reference file. */
  figures?: { indicator: string; keys: string[] };
}

/** Where the code says this, the reader puts the address of their copy of the site. */
export const ORIGIN = 'https://YOUR-COPY/data';

const symbols = Object.keys(SYMBOLS);
const quoted = (names: string[], mark = '"'): string => names.map((name) => mark + name + mark).join(', ');
const lines = (...all: (string | false)[]): string => all.filter((line) => line !== false).join('\n');

const inR = ({ file, text, figures }: Sampled): string =>
  lines(
    'data <- read.csv(',
    `  "${ORIGIN}/${file}",`,
    `  na.strings = c(${quoted(figures ? ['', ...symbols] : [''])})${text.length ? ',' : ''}`,
    text.length > 0 && `  colClasses = c(${text.map((name) => `${name} = "character"`).join(', ')})`,
    ')',
    ...(figures
      ? [
          'england <- subset(',
          '  data,',
          '  geographic_level == "National",',
          `  c(${[...figures.keys, figures.indicator].join(', ')})`,
          ')',
          'england[order(england$time_period), ]'
        ]
      : ['str(data)'])
  );

const inPython = ({ file, text, figures }: Sampled): string =>
  lines(
    'import pandas as pd',
    '',
    'data = pd.read_csv(',
    `    "${ORIGIN}/${file}",`,
    figures !== undefined && `    na_values=[${quoted(symbols)}],`,
    text.length > 0 && `    dtype={${text.map((name) => `"${name}": "string"`).join(', ')}},`,
    ')',
    ...(figures
      ? [
          'england = data[data["geographic_level"] == "National"]',
          `columns = [${quoted([...figures.keys, figures.indicator])}]`,
          'print(england[columns].sort_values("time_period"))'
        ]
      : ['print(data.head())'])
  );

const inPolars = ({ file, text, figures }: Sampled): string =>
  lines(
    'import polars as pl',
    '',
    'data = pl.read_csv(',
    `    "${ORIGIN}/${file}",`,
    `    null_values=[${quoted(figures ? ['', ...symbols] : [''])}],`,
    text.length > 0 && `    schema_overrides={${text.map((name) => `"${name}": pl.String`).join(', ')}},`,
    '    infer_schema_length=None,',
    ')',
    ...(figures
      ? [
          'england = data.filter(pl.col("geographic_level") == "National")',
          `columns = [${quoted([...figures.keys, figures.indicator])}]`,
          'print(england.select(columns).sort("time_period"))'
        ]
      : ['print(data.head())'])
  );

const inSql = ({ file, text, figures }: Sampled): string =>
  lines(
    figures ? `SELECT ${[...figures.keys, figures.indicator].join(', ')}` : 'SELECT *',
    'FROM read_csv(',
    `  '${ORIGIN}/${file}',`,
    '  header = true,',
    `  nullstr = [${quoted(figures ? ['', ...symbols] : [''], "'")}]${text.length ? ',' : ''}`,
    text.length > 0 && `  types = {${text.map((name) => `'${name}': 'VARCHAR'`).join(', ')}}`,
    figures ? ')' : ');',
    ...(figures ? ["WHERE geographic_level = 'National'", 'ORDER BY time_period;'] : [])
  );

/** The code that reads a file in R, Python (two libraries) and SQL, with the symbols as missing values and codes as text. */
export const samplesOf = (sampled: Sampled): CodeSample[] => [
  { title: 'R', code: inR(sampled) },
  { title: 'Python (pandas)', code: inPython(sampled) },
  { title: 'Python (polars)', code: inPolars(sampled) },
  { title: 'SQL (DuckDB)', code: inSql(sampled) }
];

/** The columns of a file that hold three-digit codes of authorities, which must be read as text. */
export const codeColumns = (columns: string[]): string[] => columns.filter((name) => /old_la_codes?$/.test(name));
