import { ENGLAND, HEADLINES, fullName, inProse, type Area } from '../domain/index.ts';
import type { Notice } from './choices.ts';

/** Areas that fit beside an authority. */
export const MOST_BESIDE = 5;

/** What the rows of a comparison can be in the order of: the choice itself, or a headline measure, the highest first. */
export const COMPARE_ORDERS = ['chosen', ...HEADLINES] as const;

export type CompareOrder = (typeof COMPARE_ORDERS)[number];

/** What a reader chose to see beside an authority. */
export interface CompareChoices {
  /** Keys of authorities and regions, in the order chosen; never the authority itself, never England. */
  areas: string[];
  order: CompareOrder;
}

const quote = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

const isOrder = (text: string): text is CompareOrder => (COMPARE_ORDERS as readonly string[]).includes(text);

/**
 * Reads the choices of the address of an authority's page: `with`, keys set apart by commas, and `order`. `named` gives the area
 * of a key, undefined for one that there is none of. What cannot be followed is left out, with a notice that says so. Never
 * throws, whatever the address holds.
 */
export const parseComparison = (
  params: URLSearchParams,
  own: Area,
  named: (key: string) => Area | undefined
): { choices: CompareChoices; notices: Notice[] } => {
  const choices: CompareChoices = { areas: [], order: 'chosen' };
  const notices: Notice[] = [];
  const tell = (parameter: string, text: string): number => notices.push({ parameter, text });

  const text = params.get('with');
  const asked = (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  if (text !== null && !asked.length)
    tell('with', `The address names no area to set beside ${inProse(own)}, so none is shown.`);
  for (const key of asked) {
    const area = named(key);
    if (!area) tell('with', `No area has the code ${quote(key)}, so it was left out.`);
    else if (key === own.key) tell('with', `${fullName(own)} stands in the first row already.`);
    else if (key === ENGLAND) tell('with', 'England stands in the last row already.');
    else if (choices.areas.includes(key))
      tell('with', `${fullName(area)} is named more than once, and stands in one row.`);
    else if (choices.areas.length === MOST_BESIDE) tell('with', tooMany(own, area));
    else choices.areas.push(key);
  }

  const order = params.get('order');
  if (order !== null) {
    if (isOrder(order)) choices.order = order;
    else tell('order', `There is no order called ${quote(order)}, so the rows stand as they were chosen.`);
  }
  return { choices, notices };
};

/** That one area more does not fit, and what to do. */
export const tooMany = (own: Area, area: Area): string =>
  `Five areas stand beside ${inProse(own)} already, as many as fit: ${inProse(area)} was left out. Remove one to add it.`;

/** Writes choices as search parameters: only what differs from none, so that `parse(serialise(x)) = x`. */
export const serialiseComparison = ({ areas, order }: CompareChoices): URLSearchParams => {
  const params = new URLSearchParams();
  if (areas.length) params.set('with', areas.join(','));
  if (areas.length && order !== 'chosen') params.set('order', order);
  return params;
};
