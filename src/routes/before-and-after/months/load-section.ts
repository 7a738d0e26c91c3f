import { formatNumber, formatPeriod, monthName } from '#lib/domain/index.ts';
import { prerenderTime } from '#lib/figures/prerender.ts';
import { readEvents, readPublished } from '#lib/server/published.ts';
import { readTable } from '#lib/server/tables.ts';
import type { BeforeAfter } from '#lib/statistics/before-after.ts';
import type { Monthly } from '#lib/statistics/same-months.ts';
import { lighten } from '../drawn';
import { simpleTable } from '#lib/ui/simple-table.ts';
import { AROUND, aroundSpec, toEvents, wholeSpec } from './spec';
import { TITLES } from './titles';
import { describeAutumn, referralsAfter, sameMonths } from './sentences';

/** The events of the months around the case, and those of the later years, by their ids. */
const AROUND_EVENTS = ['public-law-outline', 'court-fees-rise', 'verdicts', 'director-removed', 'laming-report'];
const LATER_EVENTS = ['jay-report', 'pandemic', 'arthur-and-star-verdicts'];

const eventsOf = (ids: readonly string[]) =>
  ids.map((id) => {
    const found = readEvents().find((event) => event.id === id);
    if (!found) throw new Error(`events.csv: expected the event ${id}, found none`);
    return found;
  });

/** The part-month counts of November, out of the note that carries them. */
export const partMonth = () => {
  const note = readTable('data_notes.csv')
    .rows.map((row) => row.note!)
    .find((each) => /On 10 to 20 November/.test(each));
  const [, before, after] = /there were (\d+) applications in 2007 and (\d+) in 2008/.exec(note ?? '') ?? [];
  if (!before || !after) throw new Error('data_notes.csv: expected the counts of 10 to 20 November, found none');
  return { before: Number(before), after: Number(after) };
};

/** Months down, years across. */
export const monthsTable = (caption: string, unit: string, months: (Monthly & { derived?: true })[]): string => {
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  const of = (year: string, month: number) =>
    months.find((each) => each.month === `${year}-${String(month).padStart(2, '0')}`);
  return simpleTable(
    `${caption}, ${unit}`,
    ['Month', ...years],
    Array.from({ length: 12 }, (_, i) => [
      monthName(i + 1),
      ...years.map((year) => {
        const each = of(year, i + 1);
        if (!each) return 'no figure';
        const text = formatNumber(each.value);
        return each.derived ? { text, note: 'worked out' } : text;
      })
    ])
  );
};

/** Everything that the chapter on months shows. */
export const loadSection = () => {
  const { care, referrals } = readPublished<BeforeAfter>('before-and-after.json').months;
  const around = care.filter(({ month }) => month <= AROUND[1]);
  const events = eventsOf(AROUND_EVENTS);
  const later = eventsOf(LATER_EVENTS);
  const said = describeAutumn(care);
  const afterwards = referralsAfter(referrals);
  const { title, whole, flows } = TITLES;
  return {
    drawings: lighten({
      around: prerenderTime(aroundSpec(around, toEvents(events), { title, description: said.join(' ') })),
      care: prerenderTime(
        wholeSpec(care, 'care applications in the month', toEvents([...events.slice(2, 3), ...later.slice(0, 1)]), {
          title: whole,
          description: `${formatPeriod(care[0]!.month)} to ${formatPeriod(care.at(-1)!.month)}; missing months are gaps.`
        })
      ),
      referrals: prerenderTime(
        wholeSpec(referrals, 'referrals in the month', toEvents(later), {
          title: flows,
          description: afterwards.join(' ')
        })
      )
    }),
    tables: {
      care: monthsTable(whole, 'number', care),
      referrals: monthsTable(flows, 'number', referrals),
      same: simpleTable(
        'June, November and December of each year, care applications, England',
        ['Year', 'June', 'November', 'December', 'The three', 'Against 2007'],
        sameMonths(care).map(({ year, values, sum, percent }) => [
          year,
          ...values.map((value) => (value === undefined ? 'no figure' : formatNumber(value))),
          sum === undefined ? '–' : formatNumber(sum),
          percent === undefined || year === '2007' ? '–' : `${percent > 0 ? '+' : ''}${formatNumber(percent)}%`
        ])
      )
    },
    // Only the months that a base or an event in range can touch.
    around: { care: around, events, said },
    held: { months: care.length, first: care[0]!.month, last: care.at(-1)!.month },
    afterwards,
    part: partMonth()
  };
};

export type MonthsData = ReturnType<typeof loadSection>;
