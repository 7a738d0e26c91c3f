import { formatDate, monthsBetween } from '#lib/domain/index.ts';
import { prerenderTime } from '#lib/figures/prerender.ts';
import { readEvents, readPublished } from '#lib/server/published.ts';
import type { BeforeAfter } from '#lib/statistics/before-after.ts';
import { lighten } from '../drawn';
import { inWords } from '../in-words';
import { loadSection as loadMonths } from '../months/load-section';
import { aroundSpec, toEvents } from '../months/spec';
import { TITLES } from '../months/titles';
import { explanations } from '../other-explanations/explanations';
import { explanationFacts } from '../other-explanations/facts';
import { describedMeasure, loadSection as loadYears } from '../years/load-section';
import { shortAnswer } from './sentences';

const dateOf = (id: string): string => {
  const found = readEvents().find((each) => each.id === id);
  if (!found) throw new Error(`events.csv: expected ${id}, found no such event`);
  return found.date;
};

/** The story: the answers in short with the rate of children looked after, the case in dates, and a chart of two chapters. */
export const loadSection = () => {
  const { spec, line, table } = describedMeasure('looked-after', 'rate');
  const rate = (year: number): number => {
    const value = line.points.find(({ period }) => period === String(year))?.value;
    if (value === undefined || value === null)
      throw new Error(`looked-after, rate: expected a figure for ${year}, found none`);
    return value;
  };
  const said = shortAnswer(
    readPublished<BeforeAfter>('before-and-after.json'),
    rate,
    inWords(explanations(explanationFacts()).length)
  );
  const { care, events } = loadMonths().around;
  const [register, death, verdicts, report] = ['peter-on-register', 'peter-dies', 'verdicts', 'laming-report'].map(
    dateOf
  ) as [string, string, string, string];
  return {
    said,
    first: line.points[0]!.period,
    last: line.points.at(-1)!.period,
    drawings: {
      ...lighten({
        short: prerenderTime({ ...spec, description: said[0]!.text }),
        // With the verdicts alone: the chapter has the other events, numbered, and their key.
        months: prerenderTime(
          aroundSpec(care, toEvents(events.filter(({ id }) => id === 'verdicts')), {
            title: TITLES.title,
            description: said[1]!.text
          })
        )
      }),
      years: loadYears().models.drawings['looked-after']
    },
    table,
    facts: {
      register: formatDate(register),
      death: formatDate(death),
      verdicts: formatDate(verdicts),
      report: formatDate(report),
      months: monthsBetween(death, verdicts)
    }
  };
};

export type StoryData = ReturnType<typeof loadSection>;
