import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../src/lib/statistics/distributions.ts';
import { makeEverywhere } from '../../src/routes/before-and-after/everywhere/make.ts';
import { makeMonths } from '../../src/routes/before-and-after/months/make.ts';
import { restate } from '../../src/routes/before-and-after/months/words.ts';
import { makeShort } from '../../src/routes/before-and-after/short/make.ts';
import { makeSince } from '../../src/routes/before-and-after/since/make.ts';
import { makeYears } from '../../src/routes/before-and-after/years/make.ts';
import { describeModel } from '../../src/routes/before-and-after/years/words.ts';
import { leastSquares } from '../statistics/rational.ts';
import { table, type Row } from './raw.ts';

/*
 * The numbers of the article's sentences, by another route than the code that writes them: raw CSVs, and least squares in exact
 * fractions. Not worked out again here: those by region and deprivation, how far chance goes, and what is said of the controls.
 */

const commas = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** A text without what is accounted for and without years: no other number may be left. */
const rest = (text: string, accounted: string[]): string => {
  let left = text;
  for (const part of accounted) {
    expect(text).toContain(part);
    left = left.replaceAll(part, '');
  }
  return left.replace(/\b(19|20)\d\d\b/g, '');
};

const LOOKED_AFTER = table('children_looked_after');
const national = (column: string, rows: Row[] = LOOKED_AFTER): Map<number, number> =>
  new Map(
    rows
      .filter((row) => row.geographic_level === 'National' && /^\d+(\.\d+)?$/.test(row[column]!))
      .map((row) => [Number(row.time_period), Number(row[column])])
  );
const SERIES = {
  'looked-after': national('looked_after_31_march'),
  started: national('started'),
  ceased: national('ceased'),
  // The population of the middle of a year is the base of March of the next.
  children: new Map(
    [...national('population', table('population_aged_0_to_17'))].map(([year, value]) => [year + 1, value])
  )
};
type Key = keyof typeof SERIES;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const monthly = (set: string, column: string) => {
  const rows = table(set);
  return (year: number, month: string): number =>
    Number(rows.find((row) => row.time_period === String(year) && row.time_identifier === month)![column]);
};
const applied = monthly('care_applications_by_month', 'applications');
const referred = monthly('referrals_by_month', 'referrals');

/** A model by exact least squares: what the continued line gives a year, with the range of one year's figure, and of a sum. */
const modelOf = (key: Key, from: number, to: number, transition: number, withTransition = false) => {
  const years = [...SERIES[key].keys()].filter((year) => year >= from && year <= to).sort();
  const kept = years.filter((year) => withTransition || year !== transition);
  const design = kept.map((year) => {
    const t = year - transition;
    return year < transition ? [1, t, 0, 0] : [1, t, 1, t];
  });
  const fit = leastSquares(
    design,
    kept.map((year) => SERIES[key].get(year)!)
  );
  const t = studentQuantile(0.975, kept.length - 4);
  const gap = (of: number[]) => {
    const weights = of.reduce((sum, year) => [sum[0]! + 1, sum[1]! + year - transition], [0, 0]);
    const expected = weights[0]! * fit.coefficients[0]! + weights[1]! * fit.coefficients[1]!;
    const line = [0, 1].reduce(
      (sum, i) => sum + [0, 1].reduce((part, j) => part + weights[i]! * weights[j]! * fit.covariance[i]![j]!, 0),
      0
    );
    const wide = t * Math.sqrt(line + of.length * fit.variance);
    const counted = of.reduce((sum, year) => sum + SERIES[key].get(year)!, 0);
    return { counted, expected, difference: counted - expected, wide };
  };
  return { later: kept.filter((year) => year >= transition), gap };
};

const tens = (value: number, key: Key): string => {
  const to = key === 'children' ? 1000 : 10;
  return commas(Math.round(value / to) * to);
};

/** How a difference must read. */
const said = ({ difference, wide }: { difference: number; wide: number }, key: Key): string => {
  const [low, high] = [difference - wide, difference + wide];
  const size = tens(Math.abs(difference), key);
  if (low > 0) return `${size} more (${tens(low, key)} to ${tens(high, key)} more)`;
  if (high < 0) return `${size} fewer (${tens(-high, key)} to ${tens(-low, key)} fewer)`;
  return `${size} ${difference < 0 ? 'fewer' : 'more'}, but the range reaches from ${tens(-low, key)} fewer to ${tens(high, key)} more`;
};

/** Checks the sentences of a model, number by number. */
const checkModel = (sentences: string[], key: Key, model: ReturnType<typeof modelOf>, earlier: [number, number]) => {
  const ends = [model.later[0]!, model.later.at(-1)!];
  ends.forEach((year, i) => {
    const at = model.gap([year]);
    const left = rest(sentences[i]!, [
      `${commas(at.counted)} children`,
      `been ${tens(at.expected, key)} (${tens(at.expected - at.wide, key)} to ${tens(at.expected + at.wide, key)})`,
      `That is ${said(at, key)}`,
      `the line of ${earlier.join(' to ')}`
    ]);
    expect(left.replace('31 March', '')).not.toMatch(/\d/);
    expect(sentences[i]).toContain(String(key === 'children' ? year - 1 : year));
  });
  if (key === 'started' || key === 'ceased')
    expect(sentences[2]).toContain(`that is ${said(model.gap(model.later), key)}`);
};

describe('month by month', () => {
  const { data } = makeMonths();

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
  const { data } = makeYears();

  it.each(Object.keys(SERIES) as Key[])('%s: the sentences of the model', (key) => {
    checkModel(describeModel(key, data.models.models[key]), key, modelOf(key, 2004, 2014, 2009), [2004, 2008]);
  });

  it('the line begun in 1994', () => {
    const model = modelOf('looked-after', 1994, 2014, 2009);
    expect(data.long.from).toBe(1994);
    expect(data.long.first.value).toBeCloseTo(model.gap([2010]).difference, 3);
    expect(data.long.last.value).toBeCloseTo(model.gap([2014]).difference, 3);
  });
});

describe('everywhere', () => {
  const { data } = makeEverywhere();
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
    const [rose, fell] = [both.filter((each) => each > 2.5), both.filter((each) => each < -2.5)];
    expect([rose.length, both.length - rose.length - fell.length, fell.length, both.length]).toEqual([
      108, 10, 27, 145
    ]);
    expect(
      rest(data.starts[0]!, [
        `rose in ${rose.length} of the ${both.length} councils`,
        `rounding in ${both.length - rose.length - fell.length}`,
        `fell in ${fell.length}`
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
    const [up, down] = [changes.filter((each) => each > 2.5).length, changes.filter((each) => each < -2.5).length];
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

  it('England’s own change in starts', () => {
    const of = (years: number[]) => years.reduce((sum, year) => sum + SERIES.started.get(year)!, 0);
    const percent = (of([2010, 2011, 2012]) / of([2006, 2007, 2008]) - 1) * 100;
    expect(data.chance[0]).toContain(`were ${percent.toFixed(1)}% higher`);
  });
});

describe('and since', () => {
  const { data } = makeSince();
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

describe('in short', () => {
  const { data } = makeShort();
  const [changed, when, where, sure] = data.said.map(({ text }) => text) as [string, string, string, string];

  it('has the numbers of the tables and no other', () => {
    const rate = national('looked_after_31_march_rate');
    const at = (year: number) => rate.get(year)!.toFixed(1);
    expect(rest(changed, ['10,000', at(2008), at(2010), at(2025)]).replaceAll('31 March', '')).not.toMatch(/\d/);
    expect(
      rest(
        when,
        ['October', 'November', 'December'].map((month) => commas(applied(2008, month)))
      )
    ).not.toMatch(/\d/);
    expect(rest(where, ['rose in 108 of 145 councils', 'rounding in 10', 'fell in 27'])).not.toMatch(/\d/);
    expect(sure).not.toMatch(/\d/);
  });
});

it('no cause is claimed in any section', () => {
  const months = makeMonths().data;
  const years = makeYears();
  const all = [
    makeShort().data.said,
    [months.around.said, months.afterwards],
    [years.data.described, years.data.quality, years.made.tables],
    [makeEverywhere().data, makeEverywhere().made.tables],
    [makeSince().data, makeSince().made.tables]
  ].map((each) => JSON.stringify(each));
  for (const text of all)
    expect(
      /.{0,40}(because of|\bcaused\b|\bdue to\b|\bthanks to\b|\bas a result\b|\bowing to\b)/i.exec(text)?.[0] ?? ''
    ).toBe('');
});
