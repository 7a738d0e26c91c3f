import {
  capital,
  formatDate,
  formatNumber,
  formatPeriod,
  inProse,
  inSentence,
  list,
  type Area,
  type Note,
  type Period
} from '#lib/domain/index.ts';
import { TOO_SMALL, countOf } from '#lib/series/denominator.ts';
import { factsOf } from './brief.ts';
import type { FigureStore } from '#lib/figures/year/figure-store.ts';

/** The first year of both charts of a brief. */
export const CHARTED_FROM = '2006';

/** The measures that a brief draws. */
export const CHARTED = ['looked-after', 'child-protection-plans'] as const;

/** What a high or a low rate can mean, and what explains much of any difference. */
export const MAY_MEAN =
  'A high rate can mean more harm, better detection or a lower threshold for help; a low one can mean the opposite of each. Deprivation explains much of the difference between councils.';

/** What "higher", "lower" and "similar" stand for in a brief. */
export const BRIEF_SIDES =
  'Higher or lower than England: beyond what chance alone gives 19 of 20 councils of this size; a dash: not tested.';

/** Questions for a meeting that suit any figure, high or low. */
export const QUESTIONS = [
  'Did the way we count or record change in these years, or our threshold for help?',
  'Which children stand behind a change: of what age, from where, with what need?',
  'What do case audits, and families themselves, say that the figures cannot?'
] as const;

/** A rate that rests on fewer children than this moves by much with one family. */
const FEW = 50;

/** What must be known of the figures of one council that a brief shows, each note once. */
const notesOf = (store: FigureStore, area: Area): string[] => {
  const since = (slug: string, year: Period): Period =>
    (CHARTED as readonly string[]).includes(slug)
      ? CHARTED_FROM
      : slug === 'children-in-need'
        ? String(Number(year) - 4)
        : year;
  const found = new Map<string, { note: Note; titles: string[] }>();
  for (const { measure, year } of factsOf(store, area))
    for (const note of store.series(measure.slug).notes) {
      if (note.area !== area.key || year === undefined || note.first > year || note.last < since(measure.slug, year))
        continue;
      const known = found.get(note.note);
      if (known) known.titles.push(measure.short);
      else found.set(note.note, { note, titles: [measure.short] });
    }
  return [...found.values()].map(({ note: { first, last, note }, titles }) => {
    const what = titles.length === 1 ? `${titles[0]}, ` : '';
    const years = first === last ? formatPeriod(first) : `${formatPeriod(first)} to ${formatPeriod(last)}`;
    return `${what}${years}: ${note.replaceAll("'", '’')}`;
  });
};

/** That a rate rests on few children, where one of the three headline measures does. */
const fewOf = (store: FigureStore, area: Area): string[] =>
  factsOf(store, area)
    .slice(0, 2)
    .flatMap(({ measure, variant, year, own }) => {
      if (year === undefined || own?.value == null) return [];
      const count = countOf(store.series(measure.slug), area.key, 'all', year)?.value;
      if (typeof count !== 'number' || count >= FEW) return [];
      const [one, many] = variant.noun!;
      const was = count === 1 ? 'was' : 'were';
      return [
        `${capital(inSentence(year, variant.timing))} there ${was} ${formatNumber(count)} ${count === 1 ? one : many}: one family can move such a rate by much.`
      ];
    });

/**
 * What a reader of an authority's brief should bear in mind, the most particular first. `predecessors` are the bodies whose
 * territory it took over.
 */
export const cautionsOf = (store: FigureStore, area: Area, predecessors: readonly Area[]): string[] => {
  const name = capital(inProse(area));
  const isSmall = TOO_SMALL.includes(area.key);
  const began = area.began ?? '';
  return [
    ...(isSmall
      ? [
          `${name} has so few children that one family moves every figure, so it is not ranked, nor tested against England.`
        ]
      : [...notesOf(store, area), ...fewOf(store, area)]),
    ...(began && predecessors.length
      ? [
          `${name} began on ${formatDate(began)}. Figures of ${list(predecessors.map((each) => inProse(each)))} before it are not joined to its own.`
        ]
      : []),
    ...(began < '2009-04'
      ? ['Numbers looked after to 2009 were rounded to the nearest 5: a small change then may be rounding.']
      : []),
    'Councils’ figures of plans begin in 2010, when the source changed.',
    ...(isSmall ? [] : ['Ranks are counted from the highest; “by chance” is the range that chance leaves open.'])
  ];
};
