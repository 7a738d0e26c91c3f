import { loadSection as loadCouncils } from './councils/load-section';
import type { Drawn } from './drawn';
import { loadSection as loadMonths } from './months/load-section';
import { loadSection as loadSince } from './since/load-section';
import { loadSection as loadYears } from './years/load-section';

let known: Record<string, string> | undefined;

const prefixed = (prefix: string, drawings: Record<string, Drawn>): [string, Drawn][] =>
  Object.entries(drawings).map(([name, drawn]) => [`${prefix}-${name}`, drawn]);

/** Each drawing of a chapter with its size, by the name it has in addresses: "slope-narrow", "model-started-narrow". */
export const drawings = (): Record<string, string> => {
  if (known) return known;
  const [years, since] = [loadYears(), loadSince()];
  const all: [string, Drawn][] = [
    ...Object.entries<Drawn>(loadMonths().drawings),
    ...prefixed('model', years.models.drawings),
    ...years.described.map(({ slug, drawn }): [string, Drawn] => [`described-${slug}`, drawn]),
    ...Object.entries<Drawn>(loadCouncils().drawings),
    ['long', since.long.drawn],
    ...since.cases.flatMap(({ of, series }) => series.map(({ key, drawn }): [string, Drawn] => [`${of}-${key}`, drawn]))
  ];
  known = Object.fromEntries(
    all.flatMap(([name, sizes]) => Object.entries(sizes).map(([size, markup]) => [`${name}-${size}`, markup as string]))
  );
  return known;
};
