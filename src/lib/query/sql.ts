import type { Cell } from './connector.ts';

/** A piece of SQL: what stands between its parameters, and the parameters. `parts` is one longer than `params`. */
export interface Sql {
  parts: readonly string[];
  params: readonly Cell[];
}

/** A name as SQL, quoted whatever it holds: `identifier('a"b')` is `"a""b"`. */
export const identifier = (name: string): Sql => ({ parts: [`"${name.replaceAll('"', '""')}"`], params: [] });

const written = (value: Cell): string => {
  switch (typeof value) {
    case 'string':
      return `'${value.replaceAll("'", "''")}'`;
    case 'number':
      if (!Number.isFinite(value)) throw new Error(`${value}: expected a finite number`);
      return String(value);
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    default:
      return 'NULL';
  }
};

/**
 * A value written out: for what is shown to the reader, and for statements that take no parameters, such as CREATE TABLE.
 * Throws for a number that is not finite.
 */
export const literal = (value: Cell): Sql => ({ parts: [written(value)], params: [] });

const isSql = (value: Sql | Cell): value is Sql => typeof value === 'object' && value !== null;

/** Writes SQL: what is put between braces becomes a parameter, or is taken as it is where it is SQL itself. */
export const sql = (strings: TemplateStringsArray, ...values: readonly (Sql | Cell)[]): Sql => {
  const parts = [strings[0] ?? ''];
  const params: Cell[] = [];
  const append = (text: string): void => {
    parts.push((parts.pop() ?? '') + text);
  };
  values.forEach((value, i) => {
    if (isSql(value)) {
      append(value.parts[0] ?? '');
      parts.push(...value.parts.slice(1));
      params.push(...value.params);
    } else {
      parts.push('');
      params.push(value);
    }
    append(strings[i + 1] ?? '');
  });
  return { parts, params };
};

/** Puts pieces of SQL one after the other. */
export const join = (pieces: readonly Sql[], separator: string): Sql =>
  pieces.reduce((all, piece, i) => (i === 0 ? piece : sql`${all}${{ parts: [separator], params: [] }}${piece}`), sql``);

/** The statement as the engine takes it, with a question mark for each parameter. */
export const toText = ({ parts }: Sql): string => parts.join('?');

/** The statement as it is shown, with its parameters written out: it can be run as it stands. */
export const toDisplay = ({ parts, params }: Sql): string =>
  parts.map((part, i) => (i === 0 ? part : written(params[i - 1]!) + part)).join('');
