import { formatDate } from '$lib/domain';
import { readEvents } from '$lib/server/published';
import type { MadePart } from '../shelf';
import { seedRows } from './documents';
import { inWords } from './in-words';
import { positionsMarkup, readPositions } from './positions';
import { printedFigures, printedMarkup } from './printed';
import { readRecommendations, recommendationsMarkup } from './recommendations';
import { makeTelford } from './telford';
import { readTimeline, timelineMarkup } from './timeline';

const dateOf = (id: string): string => {
  const found = readEvents().find((event) => event.id === id);
  if (!found) throw new Error(`events.csv: expected the event ${id}, found none`);
  return found.date;
};

/** Whole months from one ISO day to a later one. */
const monthsBetween = (from: string, to: string): number => {
  const [a, b] = [from, to].map((date) => date.split('-').map(Number) as [number, number, number]) as [
    [number, number, number],
    [number, number, number]
  ];
  return (b[0] - a[0]) * 12 + b[1] - a[1] - (b[2] < a[2] ? 1 : 0);
};

const valueOf = (id: string): number => Number(seedRows('figures').find((row) => row.id === id)!.value);

const count = <T>(all: T[], is: (each: T) => boolean): number => all.filter(is).length;

/** What the section on the case sends with the page, and what it puts into the page's markup. */
export const makeCase = () => {
  const [register, death, verdicts, asked, report] = [
    'peter-on-register',
    'peter-dies',
    'verdicts',
    'review-announced',
    'laming-report'
  ].map(dateOf) as [string, string, string, string, string];
  const figures = printedFigures();
  const recommendations = readRecommendations();
  const positions = readPositions();
  const telford = makeTelford();
  const of = (key: string) => positions.find((each) => each.key === key)!.positions.length;
  const made: MadePart = {
    drawings: { telford: telford.drawing },
    tables: {
      timeline: timelineMarkup(readTimeline()),
      printed: printedMarkup(figures),
      recommendations: recommendationsMarkup(recommendations),
      positions: positionsMarkup(positions),
      telford: telford.table
    }
  };
  return {
    data: {
      register: formatDate(register),
      death: formatDate(death),
      verdicts: formatDate(verdicts),
      asked: formatDate(asked),
      report: formatDate(report),
      months: monthsBetween(death, verdicts),
      printed: inWords(figures.length),
      held: inWords(count(figures, ({ here }) => here !== undefined)),
      notHeld: inWords(count(figures, ({ here }) => here === undefined)),
      inAll: valueOf('laming-recommendations'),
      accepted: valueOf('laming-recommendations-accepted'),
      told: count(recommendations, ({ theme }) => !theme),
      themes: inWords(count(recommendations, ({ theme }) => theme)),
      rows: recommendations.length,
      answered: count(recommendations, ({ answer }) => answer !== ''),
      welcomed: of('welcomed'),
      mixed: inWords(of('mixed')),
      criticised: inWords(of('criticised')),
      other: inWords(of('other')),
      documents: inWords(seedRows('documents').length),
      telford: { said: telford.said, source: telford.source }
    },
    made
  };
};

export type CaseData = ReturnType<typeof makeCase>['data'];
