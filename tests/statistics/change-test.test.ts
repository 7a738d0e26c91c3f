import { describe, expect, it } from 'vitest';
import { testDifference, verdictsOf, type Difference } from '#lib/statistics/change-test.ts';
import { SUPPRESSED, countRange, countsOfPercent, type SizedRange } from '#lib/statistics/count-range.ts';
import { falseDiscoveryRates } from '#lib/statistics/false-discovery.ts';
import { countInterval } from '#lib/statistics/interval.ts';
import { seededRandom } from '#lib/statistics/seeded-random.ts';
import { dispersionAt, dispersionBetween, yearDispersion, type YearPair } from '#lib/statistics/year-dispersion.ts';
import { expectSame, resultsOf } from '../oracle/results.ts';
import { MEASURES, councilsOf, type MeasureKey } from './councils.ts';
import { SIZES, drawsOf } from './made-up.ts';

const sized = (count: number, size: number): SizedRange => ({ least: count, most: count, size });

const differenceOf = (...args: Parameters<typeof testDifference>): Difference => {
  const found = testDifference(...args);
  if (found.kind !== 'difference') throw new Error(found.why);
  return found;
};

/** The councils that have figures in two years, with their names. */
const pairsOf = (measure: MeasureKey, before: number, after: number) => {
  const first = new Map(councilsOf(...MEASURES[measure], before).councils.map((each) => [each.key, each]));
  return councilsOf(...MEASURES[measure], after).councils.flatMap(({ key, name, count, size }) => {
    const old = first.get(key);
    if (!old || old.count === null || old.size === null || count === null || size === null) return [];
    return [{ key, name, before: sized(old.count, old.size), after: sized(count, size) }];
  });
};

describe('the change of the published figures from 2024 to 2025', () => {
  it('differs at 5% for 12 of 151 councils looked after, where a bare comparison has all of them change', () => {
    const pairs = pairsOf('looked_after', 2024, 2025);
    const tests = pairs.map(({ before, after }) => differenceOf(before, after, 'rate'));
    expect(pairs).toHaveLength(151);
    expect(tests.filter(({ p }) => p < 0.05)).toHaveLength(12);
    const rate = ({ least, size }: SizedRange) => Math.round((least / size) * 100_000);
    expect(pairs.filter(({ before, after }) => rate(after) > rate(before))).toHaveLength(41);
    expect(pairs.filter(({ before, after }) => rate(after) < rate(before))).toHaveLength(109);
  });

  it('leaves few of them once false discoveries are held to 5%', () => {
    const pairs = pairsOf('looked_after', 2024, 2025);
    const tests = new Map(pairs.map(({ key, before, after }) => [key, testDifference(before, after, 'rate')]));
    const clear = [...verdictsOf(tests).values()].filter((verdict) => verdict === 'rose' || verdict === 'fell');
    expect(clear.length).toBeLessThan(12);
  });

  it('tells apart many pairs of councils whose intervals overlap', () => {
    const { councils } = councilsOf(...MEASURES.looked_after, 2025);
    const known = councils.map(({ count, size }) => ({
      side: sized(count!, size!),
      low: countInterval(count!).low / size!,
      high: countInterval(count!).high / size!
    }));
    let [overlapping, differing] = [0, 0];
    known.forEach((one, i) =>
      known.slice(i + 1).forEach((other) => {
        if (one.low > other.high || other.low > one.high) return;
        overlapping++;
        if (differenceOf(one.side, other.side, 'rate').p < 0.05) differing++;
      })
    );
    // As SciPy finds too: 27% of the pairs whose intervals overlap. Overlapping intervals are no test.
    expect(differing / overlapping).toBeCloseTo(0.27, 2);
  });
});

describe('the test of two figures, against R', () => {
  const rows = resultsOf('change-rates');
  const phis = new Map(resultsOf('change-dispersions').map(({ measure, phi }) => [measure!, Number(phi)]));

  it.each([...phis.keys()])('has the p-values and intervals of %s', (measure) => {
    const own = rows.filter((row) => row.measure === measure);
    const pairs = own.map(({ x1, x2, n1, n2 }) => ({
      before: sized(Number(x1), Number(n1)),
      after: sized(Number(x2), Number(n2))
    }));
    expectSame(dispersionBetween(pairs, 'rate')!.phi, phis.get(measure)!, 'dispersion');
    const phi = Math.max(1, phis.get(measure)!);
    const found = pairs.map(({ before, after }) => differenceOf(before, after, 'rate'));
    const scaled = pairs.map(({ before, after }) => differenceOf(before, after, 'rate', phi));
    const [rates, scaledRates] = [found, scaled].map((tests) => falseDiscoveryRates(tests.map(({ p }) => p))) as [
      number[],
      number[]
    ];
    own.forEach((row, i) => {
      expectSame(found[i]!.p, row.p!, `p of ${row.key}`);
      expectSame(found[i]!.change.low, row.low!, `low of ${row.key}`);
      expectSame(found[i]!.change.high!, row.high!, `high of ${row.key}`);
      expectSame(scaled[i]!.p, row.scaled_p!, `scaled p of ${row.key}`);
      expectSame(rates[i]!, row.fdr!, `false discovery rate of ${row.key}`);
      expectSame(scaledRates[i]!, row.scaled_fdr!, `scaled false discovery rate of ${row.key}`);
      if (row.scaled_low !== 'NA') {
        expectSame(scaled[i]!.change.low, row.scaled_low!, `scaled low of ${row.key}`);
        expectSame(scaled[i]!.change.high!, row.scaled_high!, `scaled high of ${row.key}`);
      }
    });
  });

  it.each(resultsOf('change-shares'))('has that of $x1 of $n1 and $x2 of $n2, scaled by $phi', (row) => {
    const [x1, n1, x2, n2, phi] = [row.x1, row.n1, row.x2, row.n2, row.phi].map(Number) as [
      number,
      number,
      number,
      number,
      number
    ];
    const { p, change } = differenceOf(sized(x1, n1), sized(x2, n2), 'percent', phi);
    expectSame(p, row.p!, 'p');
    expectSame(change.low, row.low!, 'low');
    expectSame(change.high!, row.high!, 'high');
  });
});

const random = seededRandom(17);
const whole = (most: number) => Math.floor(random() * (most + 1));

/** The probabilities of a binomial count, by multiplying from one to the next. */
const binomial = (of: number, p: number): number[] => {
  const all = [(1 - p) ** of];
  for (let k = 1; k <= of; k++) all.push((all[k - 1]! * (of - k + 1) * p) / (k * (1 - p)));
  return all;
};

describe('the test of two rates', () => {
  it('is what adding up the probabilities gives', () => {
    for (let i = 0; i < 300; i++) {
      const [x1, x2] = [whole(30), whole(30)];
      const [n1, n2] = [500 + whole(2_000), 500 + whole(2_000)];
      if (x1 + x2 === 0) continue;
      const all = binomial(x1 + x2, n2 / (n1 + n2));
      const [below, above] = [all.slice(0, x2 + 1), all.slice(x2)].map((part) => part.reduce((sum, p) => sum + p, 0));
      const { p } = differenceOf(sized(x1, n1), sized(x2, n2), 'rate');
      expect(p).toBeCloseTo(Math.min(1, 2 * Math.min(below!, above!)), 9);
    }
  });

  it('rejects exactly where its interval leaves out no change, and reads the same backwards', () => {
    for (let i = 0; i < 400; i++) {
      const figure = i % 2 ? 'rate' : 'percent';
      const phi = i % 3 ? 1 + random() * 20 : 1;
      const [n1, n2] = [1_000 + whole(2_000), 1_000 + whole(2_000)];
      const [x1, x2] = [1 + whole(500), 1 + whole(500)];
      const { p, change, direction } = differenceOf(sized(x1, n1), sized(x2, n2), figure, phi);
      const none = figure === 'rate' ? 1 : 0;
      // Newcombe's interval is another method than the score test, so near 5% they may part.
      if (figure === 'rate' || Math.abs(p - 0.05) > 0.02) {
        expect(change.low > none || change.high! < none, `${x1}/${n1} ${x2}/${n2} ${phi}`).toBe(p < 0.05);
      }
      const back = differenceOf(sized(x2, n2), sized(x1, n1), figure, phi);
      expect(back.p).toBeCloseTo(p, 10);
      expect(back.direction).toBe(direction === 'up' ? 'down' : direction === 'down' ? 'up' : 'none');
    }
  });

  it('is weaker the more a measure moves, and reaches far out without failing', () => {
    const [before, after] = [sized(4_000, 50_000), sized(9_000, 50_000)];
    const ps = [1, 10, 100, 1_000].map((phi) => differenceOf(before, after, 'rate', phi).p);
    expect([...ps].sort((a, b) => a - b)).toEqual(ps);
    const far = differenceOf(before, after, 'rate', 400);
    expect(far.change.low).toBeGreaterThan(0);
    expect(far.change.high).toBeLessThan(1_000);
    // Where the exact tail is too small for a number, the root of the deviance gives nearly the same.
    const near = differenceOf(sized(6_000, 50_000), sized(9_975, 50_000), 'rate', 40);
    const past = differenceOf(sized(6_000, 50_000), sized(10_600, 50_000), 'rate', 40);
    expect(past.p).toBeLessThan(near.p);
    expect(past.p).toBeGreaterThan(0);
  });

  it('carries what rounding leaves open', () => {
    const rounded = (count: number) => ({ ...countRange(count, 5), size: 20_000 });
    const p = differenceOf(rounded(100), rounded(135), 'rate').p;
    expect(p).toBeCloseTo(differenceOf(sized(102, 20_000), sized(133, 20_000), 'rate').p, 12);
    expect(p).toBeGreaterThan(differenceOf(sized(100, 20_000), sized(135, 20_000), 'rate').p);
    const { change } = differenceOf(rounded(100), rounded(135), 'rate');
    expect(change.low).toBeCloseTo(differenceOf(sized(102, 20_000), sized(133, 20_000), 'rate').change.low, 12);
    expect(change.high).toBeCloseTo(differenceOf(sized(98, 20_000), sized(137, 20_000), 'rate').change.high!, 12);
    expect(differenceOf(rounded(100), rounded(100), 'rate')).toMatchObject({ p: 1, direction: 'none' });
    expect(differenceOf({ ...SUPPRESSED, size: 900 }, sized(4, 900), 'rate')).toMatchObject({
      p: 1,
      direction: 'none'
    });
  });
});

describe('what a published count stands for', () => {
  it('is whole children', () => {
    expect(countRange(15, 5)).toEqual({ least: 13, most: 17 });
    expect(countRange(20, 10)).toEqual({ least: 15, most: 24 });
    expect(countRange(0, 5)).toEqual({ least: 0, most: 2 });
    expect(countRange(7)).toEqual({ least: 7, most: 7 });
    expect(() => countRange(-1)).toThrow('expected a count from zero');
    for (const base of [5, 10, 100]) {
      for (let n = 0; n < 300; n++) {
        const { least, most } = countRange(Math.floor(n / base + 0.5) * base, base);
        expect(least <= n && n <= most).toBe(true);
      }
    }
  });

  it('is found from a percentage', () => {
    expect(countsOfPercent(33.3, 3, 1)).toEqual({ least: 1, most: 1 });
    expect(countsOfPercent(10, 5_000, 1)).toEqual({ least: 498, most: 502 });
    expect(countsOfPercent(100, 40, 0)).toEqual({ least: 40, most: 40 });
    for (let i = 0; i < 300; i++) {
      const size = 1 + whole(3_000);
      const count = whole(size);
      const { least, most } = countsOfPercent(Number(((count / size) * 100).toFixed(1)), size, 1);
      expect(least <= count && count <= most).toBe(true);
    }
  });
});

describe('false discovery rates', () => {
  it('are those of the example of Benjamini and Hochberg', () => {
    // Their table of 15 tests: four pass at 5%.
    const ps = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1
    ];
    expect(falseDiscoveryRates(ps).filter((rate) => rate <= 0.05)).toHaveLength(4);
    expect(falseDiscoveryRates([])).toEqual([]);
    expect(() => falseDiscoveryRates([NaN])).toThrow('expected probabilities');
  });

  it('pass the same tests as their definition, whatever the order', () => {
    for (let i = 0; i < 200; i++) {
      const ps = Array.from({ length: 1 + whole(40) }, () => random() ** 3);
      const sorted = [...ps].sort((a, b) => a - b);
      const last = sorted.findLastIndex((p, at) => p <= (0.05 * (at + 1)) / ps.length);
      const passes = falseDiscoveryRates(ps).map((rate) => rate <= 0.05);
      expect(passes).toEqual(ps.map((p) => last >= 0 && p <= sorted[last]!));
    }
  });
});

describe('bad data', () => {
  it('makes no claim without a size or a child', () => {
    expect(testDifference(sized(0, 100), sized(0, 100), 'rate')).toEqual({
      kind: 'no claim',
      why: 'there are none on both sides'
    });
    expect(testDifference(sized(5, 0), sized(5, 100), 'rate')).toEqual({
      kind: 'no claim',
      why: 'what the figures are out of is not known'
    });
    expect(() => testDifference(sized(5, 9), sized(5, 9), 'rate', 0.5)).toThrow('expected a dispersion from 1');
  });

  it('has no ratio from none, but a lower end', () => {
    const { change, p } = differenceOf(sized(0, 10_000), sized(8, 10_000), 'rate');
    expect(change.value).toBeNull();
    expect(change.high).toBeNull();
    expect(change.low).toBeGreaterThan(1);
    expect(p).toBeLessThan(0.05);
    expect(differenceOf(sized(8, 10_000), sized(0, 10_000), 'rate').change).toMatchObject({ value: 0, low: 0 });
    expect(differenceOf(sized(40, 40), sized(45, 45), 'percent')).toMatchObject({ p: 1, direction: 'none' });
  });

  it('keeps the reason of a council without a test among the verdicts', () => {
    const none = testDifference(sized(0, 100), sized(0, 100), 'rate');
    const verdicts = verdictsOf(
      new Map([
        ['a', none],
        ['b', testDifference(sized(100, 9_000), sized(400, 9_000), 'rate')],
        ['c', testDifference(sized(400, 9_000), sized(100, 9_000), 'rate')],
        ['d', testDifference(sized(100, 9_000), sized(101, 9_000), 'rate')]
      ])
    );
    expect([...verdicts.values()]).toEqual([none, 'rose', 'fell', 'no clear change']);
    expect(verdictsOf(new Map()).size).toBe(0);
  });

  it('has no dispersion of few areas, and takes the median level of the last five pairs of years', () => {
    const year = (wild: number): YearPair[] =>
      Array.from({ length: 20 }, (_, i) => ({
        before: sized(100, 9_000),
        after: sized(100 + (i % 2 ? wild : -wild), 9_000)
      }));
    expect(yearDispersion([year(5).slice(0, 9)], 'rate')).toEqual({
      kind: 'no claim',
      why: 'no two neighbouring years have figures for ten areas or more'
    });
    expect(yearDispersion([], 'rate').kind).toBe('no claim');
    const zero = Array.from({ length: 20 }, () => ({ before: sized(0, 9), after: sized(0, 9) }));
    expect(yearDispersion([zero], 'rate').kind).toBe('no claim');
    // Of counts that are nearly alike the power has nothing to go by.
    const found = yearDispersion([year(90), year(30), year(40), year(90), year(30), year(40)], 'rate');
    if (found.kind !== 'year to year') throw new Error(found.why);
    expect(found).toMatchObject({ pairs: 5, areas: 20 });
    expect(found.phi).toBeGreaterThan(dispersionBetween(year(30), 'rate')!.phi * 0.9);
    expect(found.phi).toBeLessThan(dispersionBetween(year(90), 'rate')!.phi / 2);
    expect(yearDispersion([year(1)], 'rate')).toMatchObject({ phi: 1, pairs: 1 });
  });

  it('finds how dispersion grows with the count, and never allows for less than chance', () => {
    const draws = drawsOf(53);
    const pairs = (count: (mean: number) => number): YearPair[][] =>
      Array.from({ length: 5 }, () =>
        SIZES.map((size) => ({ before: sized(count(size / 50), size), after: sized(count(size / 50), size) }))
      );
    const of = (count: (mean: number) => number) => {
      const found = yearDispersion(pairs(count), 'rate');
      if (found.kind !== 'year to year') throw new Error(found.why);
      return found;
    };
    const even = of((mean) => draws.dispersed(mean, 8));
    expect(even.exponent).toBeLessThan(0.2);
    expect(dispersionAt(even, 1_000)).toBeGreaterThan(6);
    expect(dispersionAt(even, 1_000)).toBeLessThan(10);
    // A fifth of the rate whatever the size: twice the count, twice the dispersion.
    const steep = of((mean) => draws.poisson(mean * Math.exp(0.2 * draws.normal())));
    expect(steep.exponent).toBeGreaterThan(0.75);
    expect(dispersionAt(steep, 4_000) / dispersionAt(steep, 1_000)).toBeGreaterThan(2.7);
    const chance = of(draws.poisson);
    expect(dispersionAt(chance, 1)).toBeGreaterThanOrEqual(1);
    expect(dispersionAt(chance, 1_000)).toBeLessThan(1.4);
  });
});
