import { readFileSync } from 'node:fs';

/** The part of JSON Schema that the committed schemas use. */
interface Schema {
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  /** For a text, or for a number as it is written. */
  pattern?: string;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const faultsAt = (schema: Schema, value: unknown, at: string): string[] => {
  const faults: string[] = [];
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 's').test(String(value)))
    faults.push(`${at}: ${JSON.stringify(value)} is not ${schema.pattern}`);
  if (schema.items) {
    if (!Array.isArray(value) || !value.length) return [...faults, `${at}: expected a list with something in it`];
    faults.push(...value.flatMap((each, i) => faultsAt(schema.items!, each, `${at}[${i}]`)));
  }
  if (!schema.required && !schema.properties) return faults;
  if (!isObject(value)) return [...faults, `${at}: expected an object`];
  for (const name of schema.required ?? [])
    if (value[name] === undefined || value[name] === '' || value[name] === null) faults.push(`${at}: without ${name}`);
  for (const [name, inner] of Object.entries(schema.properties ?? {}))
    if (value[name] !== undefined) faults.push(...faultsAt(inner, value[name], `${at}/${name}`));
  return faults;
};

/** What is wrong with a value by a schema of this folder. */
export const faultsBy = (name: string, value: unknown): string[] =>
  faultsAt(JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as Schema, value, name);
