import { describe, expect, it } from 'vitest';
import { modelOf as fitOf } from '#lib/statistics/model-of.ts';
import { modelledSeries } from '#lib/statistics/modelled-series.ts';
import { loadSection as loadCouncils } from '../../src/routes/before-and-after/councils/load-section.ts';
import { loadSection as loadMonths } from '../../src/routes/before-and-after/months/load-section.ts';
import { restate } from '../../src/routes/before-and-after/months/sentences.ts';
import { loadSection as loadSince } from '../../src/routes/before-and-after/since/load-section.ts';
import { loadSection as loadYears } from '../../src/routes/before-and-after/years/load-section.ts';
import { fitAgain } from '../../src/routes/before-and-after/years/fit-again.ts';
import { describeRecord, recordTable, shapeOf } from '../../src/routes/before-and-after/years/record.ts';
import { describeModel } from '../../src/routes/before-and-after/years/sentences.ts';
import { table } from './raw.ts';
import { LOOKED_AFTER, SERIES, commas, modelOf, said, shown, type Key } from './segments.ts';

/*
 * The numbers of the article's sentences, by another route than the code that writes them: raw CSVs, and least squares in exact
 * fractions. What before-and-after-numbers.test.ts has besides: regions, deprivation, chance, the control, every other number of
 * the text, and that no number is left that nothing here or there works out.
 */

/** A text without what is accounted for and without years: no other number may be left. */
const rest = (text: string, accounted: string[]): string => {
  let left = text;
  for (const part of accounted) {
    expect(text).toContain(part);
    left = left.replaceAll(part, '');
  }
  return left.replace(/\b(19|20)\d\d\b/g, '');
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const monthly = (set: string, column: string) => {
  const rows = table(set);
  return (year: number, month: string): number =>
    Number(rows.find((row) => row.time_period === String(year) && row.time_identifier === month)![column]);
};
const held = (year: number, month: string): number | undefined => {
  const row = table('care_applications_by_month').find(
    (each) => each.time_period === String(year) && each.time_identifier === month
  );
  return row && /^\d+$/.test(row.applications!) ? Number(row.applications) : undefined;
};
const applied = monthly('care_applications_by_month', 'applications');
const referred = monthly('referrals_by_month', 'referrals');

/** Checks the sentences of a model, number by number. */
const checkModel = (
  sentences: string[],
  key: Key,
  model: ReturnType<typeof modelOf>,
  earlier: [number, number],
  isRanged = true
) => {
  const ends = [model.later[0]!, model.later.at(-1)!];
  ends.forEach((year, i) => {
    const at = model.gap([year]);
    const left = rest(sentences[i]!, [
      key === 'children' ? `${commas(at.counted)} children` : `${at.counted.toFixed(1)} of every 10,000 children`,
      ...(isRanged
        ? [
            `been ${shown(at.expected, key)} (${shown(at.expected - at.wide, key)} to ${shown(at.expected + at.wide, key)})`,
            `That is ${said(at, key)}`
          ]
        : [
            `been ${shown(at.expected, key)}.`,
            `That is ${shown(Math.abs(at.difference), key)} ${at.difference < 0 ? 'fewer' : 'more'}.`
          ]),
      `On the ${earlier.join('–')} trend`
    ]);
    expect(left.replace('31 March', '')).not.toMatch(/\d/);
    expect(sentences[i]).toContain(String(key === 'children' ? year - 1 : year));
  });
  if (!isRanged) expect(sentences.at(-1)).toMatch(/^No range is given: neighbouring years go together/);
  else if (key === 'started' || key === 'ceased')
    expect(sentences[2]).toContain(`that is ${said(model.gap(model.later), key)}`);
};

describe('month by month', () => {
  const data = loadMonths();

  it('the autumn of 2008 in the counts of Cafcass', () => {
    const [autumn, yearBefore, dip] = data.around.said as [string, string, string];
    const at = (year: number, ...months: string[]) => months.map((month) => commas(applied(year, month)));
    expect(rest(autumn, [...at(2008, 'October', 'November', 'December'), ...at(2009, 'March')])).not.toMatch(/\d/);
    const derived = applied(2008, 'November') - applied(2007, 'November');
    expect(rest(yearBefore, [...at(2007, 'November', 'December'), `${derived} higher`])).not.toMatch(/\d/);
    expect(rest(dip, [...at(2007, 'June'), ...at(2008, 'June')])).not.toMatch(/\d/);
  });

  it('the same months, restated for the date and the base', () => {
    const three = ['June', 'November', 'December'];
    const base = three.reduce((sum, month) => sum + applied(2007, month), 0);
    const after = applied(2009, 'June') + applied(2008, 'November') + applied(2008, 'December');
    const { text, warnings } = restate(data.around.care, '2008-11', '2007');
    const more = Math.round((after / base - 1) * 100);
    expect(rest(text, [`${commas(after)} care`, `were ${commas(base)}`, `${more}% more`])).not.toMatch(/\d/);
    expect(warnings).toEqual([]);
    expect(restate(data.around.care, '2008-11', 'spring-2008').warnings).toHaveLength(1);
  });

  it('the same months, restated for every month and base that a reader can choose', () => {
    const BASES = {
      '2007': [2007, ['June', 'November', 'December']],
      'spring-2008': [2008, ['April', 'May', 'June']]
    } as const;
    // August 2007 to March 2010, each with the twelve months that begin with it.
    for (const start of Array.from({ length: 32 }, (_, i) => 2007 * 12 + 7 + i)) {
      const event = `${Math.floor(start / 12)}-${String((start % 12) + 1).padStart(2, '0')}`;
      for (const base of ['2007', 'spring-2008'] as const) {
        const [year, months] = BASES[base];
        const pairs = months.flatMap((month) => {
          const at = MONTHS.indexOf(month);
          const then = year * 12 + at;
          const now = start + ((((at - start) % 12) + 12) % 12);
          const counts = [then, now].map((each) => held(Math.floor(each / 12), month));
          return then < start && counts[0] !== undefined && counts[1] !== undefined ? [counts as [number, number]] : [];
        });
        const { text } = restate(data.around.care, event, base);
        if (!pairs.length) {
          expect(text, `${event} ${base}`).toContain('no month of this base can be compared');
          continue;
        }
        const [before, after] = [0, 1].map((side) => pairs.reduce((sum, pair) => sum + pair[side]!, 0)) as [
          number,
          number
        ];
        const percent = Math.round(Math.abs(after / before - 1) * 100);
        const more = percent ? `${percent}% ${after > before ? 'more' : 'fewer'}` : 'about as many';
        expect(
          rest(text, [
            `there were ${commas(after)} care applications.`,
            `there were ${commas(before)}. That is ${more}.`
          ]),
          `${event} ${base}`
        ).not.toMatch(/\d/);
      }
    }
  });

  it('referrals after the later cases', () => {
    const sum = (year: number, first: number) =>
      [0, 1, 2].reduce((total, i) => total + referred(year, MONTHS[first + i]!), 0);
    const pairs = [
      [sum(2014, 8), sum(2013, 8)],
      [sum(2020, 3), sum(2019, 3)],
      [sum(2022, 0), sum(2019, 0)]
    ] as const;
    pairs.forEach(([now, then], i) => {
      const change = Math.round((now / then - 1) * 100);
      const words = change ? `${Math.abs(change)}% ${change > 0 ? 'more' : 'fewer'}` : 'about as many';
      expect(rest(data.afterwards[i]!.replace('26 August', ''), [commas(now), commas(then), words])).not.toMatch(/\d/);
    });
  });
});

describe('year by year', () => {
  const data = loadYears();
  // Fits whose years go together, by a statistic below the tables' limit or the probability for that design.
  const NO_RANGE = [
    'looked-after 2008-03 true',
    'children 2008-03 false',
    'children 2008-03 true',
    'children 2008-11 true',
    'children 2009-04 false',
    'children 2009-04 true'
  ];

  it.each(Object.keys(SERIES) as Key[])('%s: the sentences of the model', (key) => {
    checkModel(describeModel(key, data.models.models[key]), key, modelOf(key, 2004, 2014, 2009), [2004, 2008]);
  });

  it.each([
    ['2008-03', 2008, false],
    ['2008-03', 2008, true],
    ['2008-11', 2009, true],
    ['2009-04', 2010, false],
    ['2009-04', 2010, true]
  ] as const)(
    'the models of other choices: event in %s, year %i, counted with the later ones: %s',
    (event, at, withTransition) => {
      for (const key of Object.keys(SERIES) as Key[]) {
        const fitted = fitOf(modelledSeries(data.models.england, key), 'connelly', { event, withTransition })!;
        const isRanged = fitted.residuals.verdict !== 'go together';
        expect(isRanged, `${key} ${event}`).toBe(!NO_RANGE.includes(`${key} ${event} ${withTransition}`));
        checkModel(
          describeModel(key, fitted),
          key,
          modelOf(key, 2004, 2014, at, withTransition),
          [2004, at - 1],
          isRanged
        );
      }
    }
  );

  it('a reader’s own date has its own record, of models as long as its own', () => {
    const { models, records } = fitAgain(data.models.england, { event: '2009-04', withTransition: true });
    const shape = shapeOf(models.started!);
    expect(shape).toEqual({ before: 6, after: 4, withTransition: true });
    const [method, numbers] = describeRecord(records!, shape) as [string, string];
    expect(method).toContain('six years before and four after, the year itself counted with the later ones');
    expect(numbers).toContain('So the bands are far too narrow');
    const { number } = records!.started;
    expect(number.kind === 'placebo' && number.dates.every(({ of }) => of === 5)).toBe(true);
    expect(recordTable(records!, shape, 2010)).toContain('2010<span class="range">shown above</span>');
    const usual = fitAgain(data.models.england, { event: '2008-11', withTransition: false });
    expect(describeRecord(usual.records!, shapeOf(usual.models.started!))).toEqual(data.models.record.sentences);
  });
});

describe('councils', () => {
  const data = loadCouncils();
  const rows = LOOKED_AFTER.filter((row) => row.geographic_level === 'Local authority');
  const at = (code: string, year: number, column = 'started'): number | undefined => {
    const text = rows.find((row) => row.old_la_code === code && row.time_period === String(year))?.[column];
    return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
  };
  const codes = [...new Set(rows.map((row) => row.old_la_code!))];

  it('starts of 2008 against 2010, a change being one beyond rounding', () => {
    const both = codes.flatMap((code) => {
      const [before, after] = [at(code, 2008), at(code, 2010)];
      return before === undefined || after === undefined ? [] : [after - before];
    });
    const [rose, fell] = [both.filter((each) => each > 2), both.filter((each) => each < -2)];
    expect([rose.length, both.length - rose.length - fell.length, fell.length, both.length]).toEqual([
      108, 10, 27, 145
    ]);
    expect(
      rest(data.starts[0]!, [
        `was higher in ${rose.length} of the ${both.length} councils`,
        `in ${both.length - rose.length - fell.length} the difference was within rounding`,
        `lower in ${fell.length}`
      ]).replaceAll('31 March', '')
    ).not.toMatch(/\d/);
  });

  it.each([
    ['looked_after_31_march', 0],
    ['started', 1],
    ['ceased', 2]
  ] as const)('both sides of %s', (column, place) => {
    const three = (code: string, years: number[]) => years.map((year) => at(code, year, column));
    const changes = codes.flatMap((code) => {
      const all = [...three(code, [2006, 2007, 2008]), ...three(code, [2010, 2011, 2012])];
      if (all.some((each) => each === undefined)) return [];
      const sum = (from: number) => all[from]! + all[from + 1]! + all[from + 2]!;
      return [(sum(3) - sum(0)) / 3];
    });
    // Each count to 2008 is within 2 of what is printed, so a mean of three is too.
    const [up, down] = [changes.filter((each) => each > 2).length, changes.filter((each) => each < -2).length];
    const none = changes.length - up - down;
    expect(
      rest(data.sides[place]!, [
        `in ${up} of ${changes.length} councils`,
        `rounding in ${none}`,
        `lower in ${down}`
      ]).replace('31 March', '')
    ).not.toMatch(/\d/);
  });

  it('Haringey, with asylum-seeking children and without', () => {
    const own = (year: number, column = 'looked_after_31_march') => at('309', year, column)!;
    const asylum = (year: number) => own(year, 'asylum_seeking_31_march');
    const [first, second] = data.haringey as [string, string, string];
    for (const number of [
      own(2006),
      own(2008),
      own(2006) - own(2008),
      asylum(2006),
      asylum(2008),
      asylum(2006) - asylum(2008),
      own(2006) - asylum(2006),
      own(2008) - asylum(2008)
    ])
      expect(first).toMatch(new RegExp(`\\b${commas(number)}\\b`));
    for (const number of [
      own(2010),
      own(2010) - asylum(2010),
      own(2011),
      ...[2008, 2010, 2012].map((year) => own(year, 'started'))
    ])
      expect(second).toMatch(new RegExp(`\\b${commas(number)}\\b`));
  });

  it('councils are compared with their own sum, and not with England’s revised figures', () => {
    expect(data.chance[0]).toContain('In the 144 councils with all six years, added up,');
    expect(data.chance[0]).toContain('were 15.7% higher than in the three before');
    expect(data.chance[0]).toContain('not England’s +17.0%');
    expect(data.chance[1]).toContain('62 do, 35 above and 27 below');
  });
});

describe('and since', () => {
  const data = loadSince();
  const CASES = { rotherham: [2010, 2020, 2015], 'arthur-and-star': [2016, 2025, 2022] } as const;

  for (const { of, series } of data.cases)
    it.each(series.map(({ key, sentences }) => [key, sentences] as const))(`${of}: %s`, (key, sentences) => {
      const [from, to, transition] = CASES[of];
      checkModel(sentences, key, modelOf(key, from, to, transition), [from, transition - 1]);
    });

  it('the long view', () => {
    const at = (year: number) => commas(SERIES['looked-after'].get(year)!);
    const peak = [...SERIES['looked-after']].reduce((most, each) => (each[1] > most[1] ? each : most));
    for (const number of [at(1994), at(2004), at(2008), commas(peak[1]), at(2025)])
      expect(data.said[0]).toContain(number);
    expect(data.said[0]).toContain(`in ${peak[0]}`);
    for (let year = 2009; year <= peak[0]; year++)
      expect(SERIES['looked-after'].get(year)!).toBeGreaterThan(SERIES['looked-after'].get(year - 1)!);
  });
});
