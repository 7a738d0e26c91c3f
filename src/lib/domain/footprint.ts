import type { AreaRecord } from './area.ts';

/** What became of a territory that one or more authorities governed, and whether its figures can be followed through. */
export type Footprint =
  /** One body gave way to several that took over its territory and nothing else: their sum is the old body's area. */
  | { kind: 'sum'; before: string; parts: readonly string[]; ended: string }
  /** Territory passed between bodies in parts: no body of one side is a sum of bodies of the other. */
  | { kind: 'mixed'; before: readonly string[]; after: readonly string[]; ended: string };

/** All bodies that are bound to one by a succession, itself among them; a body still in being passed nothing on as a whole. */
const boundTo = (named: ReadonlyMap<string, AreaRecord>, key: string): AreaRecord[] => {
  const found = new Set<string>();
  const open = [key];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const area = named.get(at);
    if (!area || found.has(at)) continue;
    found.add(at);
    if (area.ended) open.push(...area.successors);
    open.push(...area.predecessors.filter((each) => named.get(each)?.ended));
  }
  return [...found].map((each) => named.get(each)!);
};

/**
 * The footprint that an authority belongs to, before or after its reorganisation; undefined where it never was split or
 * merged. Takes every area with its successors, as `local_authorities.csv` has them. The rule: figures can be added up
 * where one body ended and each of its successors has no other predecessor.
 */
export const footprintOf = (areas: readonly AreaRecord[], key: string): Footprint | undefined => {
  const bound = boundTo(new Map(areas.map((area) => [area.key, area])), key);
  const before = bound.filter(({ successors, ended }) => ended && successors.length);
  const after = bound.filter(({ predecessors }) => predecessors.length);
  const [only] = before;
  if (!only?.ended || !after.length) return undefined;
  const ended = before
    .map((area) => area.ended!)
    .sort()
    .at(-1)!;
  const keys = (list: AreaRecord[]) => list.map((area) => area.key).sort();
  return before.length === 1 && after.length > 1
    ? { kind: 'sum', before: only.key, parts: keys(after), ended }
    : { kind: 'mixed', before: keys(before), after: keys(after), ended };
};
