import { ENGLAND, fullName, inProse, type Area } from '#lib/domain/index.ts';
import { HEADLINES } from '#lib/domain/catalogue/index.ts';
import type { Notice } from './trend.ts';
import { quote } from './codecs.ts';

/** Areas that fit into one comparison, beside England. */
export const MOST_COMPARED = 11;

/** What the rows of a comparison can be in the order of: the choice itself, or a headline measure, the highest first. */
export const COMPARE_ORDERS = ['chosen', ...HEADLINES] as const;

export type CompareOrder = (typeof COMPARE_ORDERS)[number];

/** What a reader chose to compare. */
export interface CompareChoices {
  /** Keys of authorities and regions, in the order chosen, never England. The years shown are those of the first. */
  areas: string[];
  order: CompareOrder;
}

const isOrder = (text: string): text is CompareOrder => (COMPARE_ORDERS as readonly string[]).includes(text);

/**
 * Reads the choices of an address: `areas`, keys (or the names that pages of areas have) set apart by commas, and `order`.
 * `named` gives the area of one of them, undefined where there is none. What cannot be followed is left out, with a notice
 * that says so. Never throws, whatever the address holds.
 */
export const parseComparison = (
  params: Pick<URLSearchParams, 'get'>,
  named: (key: string) => Area | undefined
): { choices: CompareChoices; notices: Notice[] } => {
  const choices: CompareChoices = { areas: [], order: 'chosen' };
  const notices: Notice[] = [];
  const tell = (parameter: string, text: string): number => notices.push({ parameter, text });

  const text = params.get('areas');
  const asked = (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  if (text !== null && !asked.length) tell('areas', 'The address names no area to compare.');
  for (const key of asked) {
    const area = named(key);
    if (!area) tell('areas', `No area has the code ${quote(key)}, so it was left out.`);
    else if (area.key === ENGLAND) tell('areas', 'England is always in the last row.');
    else if (choices.areas.includes(area.key))
      tell('areas', `${fullName(area)} is named more than once, and has one row.`);
    else if (choices.areas.length === MOST_COMPARED) tell('areas', tooMany(area));
    else choices.areas.push(area.key);
  }

  const order = params.get('order');
  if (order !== null) {
    if (isOrder(order)) choices.order = order;
    else tell('order', `There is no order called ${quote(order)}, so the rows are in the order chosen.`);
  }
  return { choices, notices };
};

/** That one area more does not fit, and what to do. */
export const tooMany = (area: Area): string =>
  `Eleven areas are compared already, as many as fit: ${inProse(area)} was left out. Remove one to add it.`;

/** Writes choices as search parameters: only what differs from none, so that `parse(serialise(x)) = x`. */
export const serialiseComparison = ({ areas, order }: CompareChoices): URLSearchParams => {
  const params = new URLSearchParams();
  if (areas.length) params.set('areas', areas.join(','));
  if (areas.length && order !== 'chosen') params.set('order', order);
  return params;
};
