import { ENGLAND } from '#lib/domain/index.ts';
import { toSearch, type Notice } from './trend.ts';
import { parts, quote } from './codecs.ts';

/** A data set as the bench knows it: from `/data/index.json`, what a choice needs and no more. */
export interface DataSetEntry {
  name: string;
  title: string;
  description: string;
  rows: number;
  /** The word for its periods where they are calendar years. */
  identifier?: string;
  /** The code of its country where that is not England: prices are of the United Kingdom. */
  country?: string;
  /** First and last period held. */
  first: string;
  last: string;
  levels: { level: string; first: string; last: string }[];
  filters: { name: string; label: string; values: string[] }[];
  indicators: { name: string; label: string; unit: string; dp: number }[];
}

/** The words that stand in an address for every area of a level. */
export const WHOLE_LEVELS = { regions: 'Regional', authorities: 'Local authority' } as const;

type WholeLevel = keyof typeof WHOLE_LEVELS;

export const isWholeLevel = (word: string): word is WholeLevel => Object.hasOwn(WHOLE_LEVELS, word);

/** What a reader asks of the bench. */
export interface ExploreChoices {
  /** `<data set>/<indicator>`, in the order of the catalogue. */
  measures: string[];
  /** Keys of areas, and words for whole levels, in the order chosen. */
  areas: string[];
  /** First and last year; undefined leaves none out. */
  from?: string;
  to?: string;
  /** The one value wanted of a filter, by its column. */
  filters: Record<string, string>;
}

/** The question that the bench opens with. */
export const DEFAULTS = {
  measures: ['children_looked_after/looked_after_31_march_rate'],
  areas: [ENGLAND]
} as const;

type Parameters = Pick<URLSearchParams, 'get'>;

/** How a choice of nothing is written, so that it is not taken for the default. */
const NONE = 'none';

/** Every measure of the catalogue, in its order. */
const allMeasures = (catalogue: readonly DataSetEntry[]): string[] =>
  catalogue.flatMap(({ name, indicators }) => indicators.map((indicator) => `${name}/${indicator.name}`));

/** The data sets that some measures lie in, in the order of the catalogue. */
export const dataSetsOf = (measures: readonly string[], catalogue: readonly DataSetEntry[]): DataSetEntry[] =>
  catalogue.filter(({ name }) => measures.some((measure) => measure.startsWith(`${name}/`)));

/** A list of an address: what is known of it, else the default; what is not known becomes a notice. */
const parseList = (
  params: Parameters,
  parameter: string,
  standard: readonly string[],
  isKnown: (word: string) => boolean,
  unknown: (word: string) => string,
  notices: Notice[]
): string[] => {
  const text = params.get(parameter);
  if (text === null) return [...standard];
  const asked = parts(text);
  if (asked.length === 1 && asked[0] === NONE) return [];
  const known = asked.filter(isKnown);
  for (const word of asked.filter((each) => !isKnown(each))) notices.push({ parameter, text: unknown(word) });
  return known.length ? known : [...standard];
};

const parseYears = (params: Parameters, notices: Notice[]): { from?: string; to?: string } => {
  const years: { from?: string; to?: string } = {};
  for (const parameter of ['from', 'to'] as const) {
    const text = params.get(parameter);
    if (text === null) continue;
    if (/^\d{4}$/.test(text)) years[parameter] = text;
    else notices.push({ parameter, text: `${quote(text)} is not a year, so no year was left out for it.` });
  }
  if (years.from === undefined || years.to === undefined || years.from <= years.to) return years;
  notices.push({
    parameter: 'from',
    text: `The address asks for years from ${years.from} to ${years.to}, which are none, so every year is shown.`
  });
  return {};
};

const parseFilters = (params: Parameters, dataSets: DataSetEntry[], notices: Notice[]): Record<string, string> => {
  const filters: Record<string, string> = {};
  for (const { name, label, values } of dataSets.flatMap((each) => each.filters)) {
    const text = params.get(name);
    if (text === null) continue;
    if (values.includes(text)) filters[name] = text;
    else notices.push({ parameter: name, text: `${label} has no value ${quote(text)}, so all of them are shown.` });
  }
  return filters;
};

/**
 * Reads the choices of an address. What is missing takes its default; what is invalid is left out, with a notice that says
 * so. Never throws, whatever the address holds.
 */
export const parse = (
  params: Parameters,
  catalogue: readonly DataSetEntry[],
  isArea: (key: string) => boolean
): { choices: ExploreChoices; notices: Notice[] } => {
  const notices: Notice[] = [];
  const known = allMeasures(catalogue);
  const measures = parseList(
    params,
    'measures',
    DEFAULTS.measures,
    (word) => known.includes(word),
    (word) => `There is no measure called ${quote(word)}, so it was left out.`,
    notices
  );
  const areas = parseList(
    params,
    'areas',
    DEFAULTS.areas,
    (word) => isWholeLevel(word) || isArea(word),
    (word) => `No area has the code ${quote(word)}, so it was left out.`,
    notices
  );
  return {
    choices: {
      measures: known.filter((measure) => measures.includes(measure)),
      areas,
      ...parseYears(params, notices),
      filters: parseFilters(params, dataSetsOf(measures, catalogue), notices)
    },
    notices
  };
};

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i]);

/** Writes choices as search parameters: only what differs from the defaults, so that `parse(serialise(x)) = x`. */
export const serialise = (choices: ExploreChoices): URLSearchParams => {
  const params = new URLSearchParams();
  if (!same(choices.measures, DEFAULTS.measures)) params.set('measures', choices.measures.join(',') || NONE);
  if (!same(choices.areas, DEFAULTS.areas)) params.set('areas', choices.areas.join(',') || NONE);
  if (choices.from !== undefined) params.set('from', choices.from);
  if (choices.to !== undefined) params.set('to', choices.to);
  for (const [name, value] of Object.entries(choices.filters)) params.set(name, value);
  return params;
};

/** The choices as they stand in an address: "?areas=E92000001,309", or nothing. */
export const toAddress = (choices: ExploreChoices): string => toSearch(serialise(choices)).replaceAll('%2F', '/');
