import { ADDRESSEES } from '#lib/domain/addressees.ts';
import { formatDate, formatNumber, monthsBetween } from '#lib/domain/index.ts';
import { rowsOf } from '../../../read/table.ts';
import { councilYears, formatCount, numberIn, withRounding, type Source } from './source.ts';

type Row = Record<string, string>;

const seeds = ({ tables }: Source, name: string): Row[] => rowsOf(tables, `seeds/${name}.csv`);

const stated = (source: Source, id: string): number =>
  Number(seeds(source, 'figures').find((row) => row.id === id)!.value);

const events = (source: Source): string[] => {
  const held = rowsOf(source.tables, 'events.csv');
  const told = [...held, ...seeds(source, 'events')].filter(({ event }) => /\d/.test(event!));
  return [
    'Events told with a number (data/events.csv, seeds/events.csv):',
    ...told.map(({ date, event }) => `  ${formatDate(date!)}: ${event}`)
  ];
};

const lookedAfter = (source: Source, period: string): number =>
  numberIn(source, 'children_looked_after', 'looked_after_31_march', period);
const onPlan = (source: Source, period: string): number =>
  numberIn(source, 'child_protection_plans', 'on_plan_31_march', period);
const onCareOrders = (source: Source, period: string): number =>
  numberIn(source, 'looked_after_by_legal_status', 'looked_after_31_march', period, {
    legal_status: 'Care order (full or interim)'
  });

/** What is held for March 2008 of the figures printed in March 2009, by their id; the others are not held. */
const HELD: Readonly<Record<string, (source: Source) => number>> = {
  'children-in-england': (source) => numberIn(source, 'population_aged_0_to_17', 'population', '2007'),
  'children-looked-after': (source) => lookedAfter(source, '2008'),
  'children-care-order': (source) => onCareOrders(source, '2008'),
  'children-protection-plan': (source) => onPlan(source, '2008')
};

const nearest = (value: number, base: number): string =>
  `${formatCount(Math.round(value / base) * base)} to the nearest ${formatCount(base)}`;

const figures = (source: Source): string[] => {
  const looked = lookedAfter(source, '2008');
  return [
    'Printed in March 2009 (seeds/figures.csv); what is held for March 2008, and the difference:',
    ...seeds(source, 'figures')
      .filter(({ group }) => group === 'vulnerable-children-in-england')
      .map(({ id, what, value }) => {
        const here = HELD[id!]?.(source);
        const by = (here ?? 0) - Number(value);
        const beside =
          here === undefined ? 'no figure' : `${formatCount(here)}, ${by > 0 ? '+' : ''}${formatNumber(by)}`;
        return `  ${what}: about ${formatCount(Number(value))}; ${beside}`;
      }),
    `  rounded: all children ${nearest(HELD['children-in-england']!(source), 1_000_000)}; looked after ${nearest(looked, 10_000)}, ${nearest(looked, 1000)}; under a care order ${nearest(onCareOrders(source, '2008'), 1000)}; with a plan ${nearest(onPlan(source, '2008'), 1000)}; orders and plans are published to the nearest 100`,
    `  looked after in 2007 and 2006: ${formatCount(lookedAfter(source, '2007'))}, ${formatCount(lookedAfter(source, '2006'))}`,
    `  a year later: under a care order ${formatCount(onCareOrders(source, '2009'))}, with a plan ${formatCount(onPlan(source, '2009'))}`,
    `  first count of children in need: ${formatCount(numberIn(source, 'children_in_need', 'in_need_31_march', '2010'))}`
  ];
};

const recommendations = (source: Source): string[] => {
  const rows = seeds(source, 'recommendations');
  const themes = rows.filter(({ id }) => id!.startsWith('theme-')).length;
  const addressed = (names: readonly string[]): number =>
    rows.filter(({ addressed_to: to }) => (names.length ? to!.split('; ').some((name) => names.includes(name)) : !to))
      .length;
  return [
    `Recommendations: ${stated(source, 'laming-recommendations')}, accepted ${stated(source, 'laming-recommendations-accepted')}; told in ${seeds(source, 'documents').length} documents: ${rows.length - themes}, and themes ${themes}: ${rows.length} rows, ${rows.filter((row) => row.government_answer).length} of them answered`,
    ...ADDRESSEES.map(({ label, of }) => `  addressed to: ${label}: ${addressed(of)}`)
  ];
};

const positions = (source: Source): string => {
  const voices = (is: (row: Row) => boolean): number =>
    new Set(
      seeds(source, 'positions')
        .filter(is)
        .map(({ who, organisation }) => `${who} of ${organisation}`)
    ).size;
  const ofReport = (stance: string) => voices((row) => row.about === 'report' && row.stance === stance);
  const spoke = ['welcomed', 'mixed', 'criticised'].map((stance) => `${stance} ${ofReport(stance)}`);
  return `People or bodies on the report: ${spoke.join(', ')}; on something else ${voices((row) => row.about !== 'report')}`;
};

const telford = (source: Source): string[] => {
  const own = councilYears(source, '894', 'looked_after_31_march', [2006, 2007, 2008, 2009, 2010, 2011, 2012]);
  const at = (year: number) => own.find((each) => each.year === year)!.value;
  const [autumn, spring] = ['november-2008', 'may-2009'].map((month) =>
    stated(source, `telford-wrekin-looked-after-${month}`)
  ) as [number, number];
  return [
    'Telford and Wrekin, children looked after at 31 March:',
    ...own.map((each) => `  ${each.year}: ${withRounding(each)}`),
    `  the council’s report: mid-November 2008 ${autumn}, end of May 2009 ${spring}: ${spring - autumn} more, or ${formatNumber((spring / autumn - 1) * 100, 1)}%; less than March 2008 by ${at(2008) - autumn}; counts to 2009 are rounded to 5`,
    `  an average increase, as stated: ${formatNumber(stated(source, 'telford-wrekin-looked-after-increase'), 1)}%; March 2006 to March 2009: ${formatNumber((at(2009) / at(2006) - 1) * 100, 1)}%`
  ];
};

/** The death, and how many months later the verdicts were. */
export const deathLine = ({ tables }: Source): string => {
  const find = (id: string) => rowsOf(tables, 'events.csv').find((event) => event.id === id)!;
  const [death, verdicts] = [find('peter-dies'), find('verdicts')];
  return `${death.event}; months from then to the verdicts: ${monthsBetween(death.date!, verdicts.date!)}`;
};

/** The timeline: events told with a number. */
export const listTimeline = (source: Source): string[] => events(source);

/** The documents of 2009: the figures printed, recommendations, positions, and one council's report. */
export const listDocuments = (source: Source): string[] => [
  ...figures(source),
  ...recommendations(source),
  positions(source),
  ...telford(source)
];
