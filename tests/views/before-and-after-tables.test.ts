import { describe, expect, it } from 'vitest';
import { readArticle, type ReadTable } from './article.ts';
import {
  at,
  councils,
  distance,
  fifths,
  percentOf,
  ranked,
  regions,
  signed,
  sumsOf,
  together,
  way,
  type Measure,
  type Sums
} from './councils.ts';
import { resultsOf } from '../oracle/results.ts';
import { roundedTo, table } from './raw.ts';
import { SERIES, commas, modelOf, national, type Key } from './segments.ts';

/*
 * Every cell of the article's tables that holds a number, by another route than the code that writes it. The tables of the
 * documents of 2009 are in before-and-after-documents.test.ts.
 */

const article = readArticle();

/** The table whose caption begins so. */
const captioned = (name: keyof typeof article, start: string): ReadTable => {
  const found = article[name].tables.find(({ caption }) => caption.startsWith(start));
  if (!found) throw new Error(`${name}: expected a table “${start}…”, found none`);
  return found;
};

const minus = (value: number): string => `${value < 0 ? '−' : ''}${commas(Math.abs(value))}`;
const whole = (value: number): string => minus(Math.round(value));
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

describe('England’s series, each year with what rounding leaves open', () => {
  it.each([
    ['years', 'Children taken into care', 'children_looked_after', 'taken_into_care'],
    ['years', 'Children subject of', 'child_protection_plans', 'on_plan_31_march'],
    ['years', 'Children in need', 'children_in_need', 'in_need_31_march'],
    ['years', 'Referrals', 'referrals_and_assessments', 'referrals'],
    ['since', 'Children looked after, England', 'children_looked_after', 'looked_after_31_march']
  ] as const)('%s: %s', (name, caption, file, column) => {
    const rows = captioned(name, caption).rows.filter(([year]) => /^\d{4}$/.test(year!));
    const held = national(column, table(file));
    const told = rows.filter(([, cell]) => /\d/.test(cell!));
    expect(told.map(([year]) => Number(year)).sort()).toEqual([...held.keys()].sort());
    for (const [year, cell] of told) {
      const value = held.get(Number(year))!;
      const base = roundedTo({ file, column }, 'National', year!);
      const open =
        base > 1 ? ` ${commas(value - Math.floor(base / 2))} to ${commas(value + Math.ceil(base / 2) - 1)}` : '';
      expect(cell, `${caption} ${year}`).toBe(`${commas(value)}${open}`);
    }
  });

  it('the rate, and the rate as printed', () => {
    const [rate, printed] = ['', '_as_published'].map((end) => national(`looked_after_31_march_rate${end}`));
    const rows = captioned('story', 'Children looked after').rows.filter(([year]) => /^\d{4}$/.test(year!));
    expect(rows).toHaveLength(rate!.size);
    for (const [year, here, then] of rows) {
      expect(here).toBe(rate!.get(Number(year))!.toFixed(1));
      expect(/\d/.test(then!) ? Number(then) : undefined, `${year} as printed`).toBe(printed!.get(Number(year)));
    }
  });
});

describe('months', () => {
  it.each([
    ['Care applications by month', 'care_applications_by_month', 'applications'],
    ['Referrals to children', 'referrals_by_month', 'referrals']
  ])('%s', (caption, file, column) => {
    const [[, ...years], ...rows] = captioned('months', caption).rows as [string[], ...string[][]];
    const held = new Map(
      table(file)
        .filter((row) => row.geographic_level === 'National' && /^\d+$/.test(row[column]!))
        .map((row) => [`${row.time_identifier} ${row.time_period}`, Number(row[column])])
    );
    const told = rows.flatMap(([month, ...cells]) =>
      cells.flatMap((cell, i) => (/\d/.test(cell) ? [[`${month} ${years[i]}`, cell] as const] : []))
    );
    expect(rows.map(([month]) => month)).toEqual(MONTHS);
    expect(told).toHaveLength(held.size);
    for (const [month, cell] of told) {
      const workedOut = column === 'applications' && month === 'November 2007' ? ' worked out' : '';
      expect(cell, month).toBe(`${commas(held.get(month)!)}${workedOut}`);
    }
  });

  it('June, November and December of each year', () => {
    const rows = table('care_applications_by_month');
    const of = (year: string, month: string) =>
      Number(rows.find((row) => row.time_period === year && row.time_identifier === month)?.applications ?? NaN);
    const three = (year: string) => ['June', 'November', 'December'].map((month) => of(year, month));
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const first = sum(three('2007'));
    const [, ...told] = captioned('months', 'June, November').rows;
    expect(told.map(([year]) => year)).toEqual(Array.from({ length: 13 }, (_, i) => String(2007 + i)));
    for (const [year, ...cells] of told) {
      const values = three(year!);
      const total = sum(values);
      const against = year === '2007' || Number.isNaN(total) ? '–' : signed((total / first - 1) * 100);
      expect(cells, year).toEqual([
        ...values.map((value) => (Number.isNaN(value) ? 'no figure' : commas(value))),
        Number.isNaN(total) ? '–' : commas(total),
        against
      ]);
    }
  });
});

describe('models', () => {
  const TITLES: Record<Key, string> = {
    'looked-after': 'Children looked after at 31 March',
    started: 'Children starting',
    ceased: 'Children ceasing',
    children: 'All children'
  };
  const shown = (value: number, key: Key) =>
    key === 'children'
      ? whole(value)
      : value
          .toFixed(1)
          .replace(/^-(?=.*[1-9])/, '−')
          .replace('-', '');
  const ranged = (value: number, wide: number, key: Key) =>
    `${shown(value, key)} ${shown(value - wide, key)} to ${shown(value + wide, key)}`;
  const SINCE = ['looked-after', 'started', 'ceased'] as const;
  const CASES = [
    ...(['looked-after', 'started', 'ceased', 'children'] as const).map(
      (key) => ['years', key, 2004, 2014, 2009] as const
    ),
    ...SINCE.map((key) => ['since', key, 2010, 2020, 2015] as const),
    ...SINCE.map((key) => ['since', key, 2016, 2025, 2022] as const)
  ];

  it.each(CASES)('%s, %s, %i to %i', (name, key, from, to, transition) => {
    const found = article[name].tables.find(
      ({ caption }) =>
        caption.startsWith(TITLES[key]) &&
        caption.endsWith(`${from} to ${to}${key === 'children' ? '' : ', for every 10,000 children'}`)
    );
    const model = modelOf(key, from, to, transition);
    const years = [...SERIES[key].keys()].filter((year) => year >= from && year <= to).sort();
    expect(found!.rows.slice(1)).toEqual(
      years.map((year) => {
        const { counted, expected, difference, wide } = model.gap([year]);
        const value = shown(counted, key);
        if (year < transition) return [String(year), value, 'before', '–'];
        if (year === transition) return [String(year), value, 'transition, left out', '–'];
        return [String(year), value, ranged(expected, wide, key), ranged(difference, wide, key)];
      })
    );
  });

  it('the earlier line begun in other years', () => {
    // Whose years go together, by the probability for that very design, as lmtest has it.
    const NO_RANGE = ['looked-after 2001', 'looked-after 2003', 'ceased 2003', 'looked-after 2005'];
    const gap = (key: Key, from: number, year: number): string => {
      const { difference, wide } = modelOf(key, from, 2014, 2009).gap([year]);
      return NO_RANGE.includes(`${key} ${from}`) ? `${shown(difference, key)} no range` : ranged(difference, wide, key);
    };
    const [, ...rows] = captioned('years', 'Counted less the earlier line').rows;
    expect(rows.map((row) => row.slice(0, 6))).toEqual(
      [2001, 2003, 2004, 2005].map((from) => [
        from === 2004 ? '2004 used here' : String(from),
        gap('looked-after', from, 2010),
        gap('looked-after', from, 2014),
        gap('started', from, 2010),
        gap('started', from, 2014),
        gap('ceased', from, 2014)
      ])
    );
    expect(rows.map((row) => row[6])).toEqual([
      '0.86 go together',
      '1.60 go together',
      '2.00 cannot tell',
      '1.97 go together'
    ]);
  });

  it('the record of the models on other dates, as R has it', () => {
    const [heads, ...rows] = captioned('years', 'How many of the five later years').rows as [string[], ...string[][]];
    const of = (head: string) => new Map(rows.map((row) => [row[0]!.slice(0, 4), row[heads.indexOf(head)]!]));
    const placebo = resultsOf('placebo');
    for (const [head, series] of [
      ['Looked after, number', 'looked_after'],
      ['Starting, number', 'started'],
      ['Ceasing, number', 'ceased']
    ] as const) {
      const expected = placebo.filter((row) => row.series === series);
      expect(expected).toHaveLength(22);
      for (const { year, outside } of expected) expect(of(head).get(year!), `${head} ${year}`).toBe(outside);
    }
    // The control, by the exact solver: how many later years lie outside.
    for (const [year, cell] of of('All children (control)')) {
      if (!/^\d/.test(cell) || !/^\d{4}$/.test(year)) continue;
      const at = Number(year);
      const model = modelOf('children', at - 5, at + 5, at);
      const outside = model.later.filter((each) => {
        const { difference, wide } = model.gap([each]);
        return Math.abs(difference) > wide;
      });
      expect(cell, year).toBe(String(outside.length));
    }
    expect(rows.at(-1)).toEqual(['Share of all later years', '51%', '47%', '25%', '23%', '48%', '45%', '57%']);
  });
});

describe('councils', () => {
  const cells = (sums: Sums): string[] => [
    whole(sums.before / 3),
    sums.isHidden ? `${whole(sums.least.after / 3)} to ${whole(sums.most.after / 3)}` : whole(sums.after / 3),
    `${signed(percentOf(sums))}${way(sums) ? '' : ' not beyond rounding'}`
  ];
  const result = (sums: Sums): string => {
    const by = distance(sums);
    const size = Math.abs(by);
    if (size <= 1.959964) return 'similar';
    return `${by > 0 ? 'higher' : 'lower'}, beyond ${size > 3.090232 ? '99.8' : '95'}%`;
  };

  it('every council, in order of its change', () => {
    const rows = new Map(
      captioned('councils', 'Each council')
        .rows.slice(1)
        .map(([name, ...rest]) => [name!, rest])
    );
    expect([...rows.keys()].sort()).toEqual([...councils.values()].sort());
    for (const [code, name] of councils) {
      const row = rows.get(name)!;
      const [starts, stock] = [sumsOf(code, 'started'), sumsOf(code, 'looked-after')];
      const base = at(code, 2008, 'started');
      if (starts)
        expect(row.slice(0, 5), name).toEqual([
          ...cells(starts),
          whole((starts.after / 3 / base!) * 100),
          result(starts)
        ]);
      else expect(row.slice(1, 5), name).toEqual(['–', '–', '–', '–']);
      if (stock) expect(row.slice(5), name).toEqual(cells(stock));
      else expect(row.slice(6), name).toEqual(['–', '–']);
    }
    const order = [...rows.keys()]
      .slice(0, ranked.length)
      .map((name) => [...councils].find(([, own]) => own === name)![0]);
    const percents = order.map((code) => percentOf(sumsOf(code, 'started')!));
    expect(percents).toEqual([...percents].sort((a, b) => b - a));
  });

  it('the eight largest rises and the eight largest falls', () => {
    expect(captioned('councils', 'The largest rises').rows.slice(1)).toEqual(
      [...ranked.slice(0, 8), ...ranked.slice(-8).reverse()].map((code) => {
        const sums = sumsOf(code, 'started')!;
        return [councils.get(code), ...cells(sums), result(sums)];
      })
    );
  });

  it('Haringey, with what rounding leaves open', () => {
    const half = (value: number | undefined, year: number, open: number): string => {
      if (value === undefined) return 'no figure';
      return open ? `${value} ${value - open} to ${value + open}` : String(value);
    };
    expect(captioned('councils', 'Haringey').rows.slice(1)).toEqual(
      [2006, 2007, 2008, 2009, 2010, 2011, 2012].map((year) => {
        const of = (column: string) => at('309', year, column);
        const [all, asylum] = [of('looked_after_31_march')!, of('asylum_seeking_31_march')];
        const open = year < 2010 ? 2 : 0;
        const asylumOpen = year <= 2010 ? 2 : 0;
        return [
          String(year),
          half(all, year, open),
          half(asylum, year, asylumOpen),
          half(asylum === undefined ? undefined : all - asylum, year, open + asylumOpen),
          half(of('started'), year, open)
        ];
      })
    );
  });

  it('regions', () => {
    const rows = captioned('councils', 'Regions').rows.slice(1);
    const codes = [...regions.keys()].sort();
    expect(rows.map(([name]) => name)).toEqual(codes.map((code) => regions.get(code)));
    codes.forEach((code, i) => {
      const of = (measure: Measure, none: string) => {
        const sums = sumsOf(code, measure, 'Regional');
        return sums ? cells(sums) : [none, '–', '–'];
      };
      expect(rows[i]!.slice(1)).toEqual([...of('started', 'no figure'), ...of('looked-after', 'not published')]);
    });
  });

  it('councils by deprivation', () => {
    const rows = captioned('councils', 'Councils by deprivation').rows.slice(1);
    const of = (codes: string[], measure: Measure) => cells(together(codes.map((code) => sumsOf(code, measure)!)));
    expect(rows.map((row) => row.slice(1))).toEqual(
      fifths.map((codes) => [...of(codes, 'started'), ...of(codes, 'looked-after')])
    );
  });
});

it('Telford and Wrekin, and the two counts of its report', () => {
  const stated = (month: string) =>
    table('../seeds/figures').find(({ id }) => id === `telford-wrekin-looked-after-${month}`)!.value!;
  const march = (year: number): string[] => {
    const value = at('894', year, 'looked_after_31_march')!;
    const open = year < 2010 ? ` between ${value - 2} and ${value + 2}` : '';
    return [`31 March ${year}`, `${value}${open}`, 'the Department’s series'];
  };
  expect(captioned('documents', 'Children looked after by Telford').rows.slice(1)).toEqual([
    ...[2006, 2007, 2008].map(march),
    ['Mid-November 2008', stated('november-2008'), 'the council’s report'],
    march(2009),
    ['End of May 2009', stated('may-2009'), 'the council’s report'],
    ...[2010, 2011, 2012].map(march)
  ]);
});

it('no table is left out', () => {
  const counts = Object.fromEntries(Object.entries(article).map(([name, { tables }]) => [name, tables.length]));
  // Of the documents, the figures printed in 2009 and the recommendations are in before-and-after-documents.test.ts.
  expect(counts).toEqual({
    // The seven other explanations stand in a table of words.
    story: 8,
    months: 3,
    years: 10,
    councils: 5,
    'other-explanations': 0,
    since: 7,
    documents: 3,
    timeline: 0
  });
});
