import { describe, expect, it } from 'vitest';
import { SUPPRESSED, type CountRange } from '#lib/statistics/count-range.ts';
import { fitPrior, weightsOf } from '#lib/statistics/pooling.ts';
import { quartileOf, quartiles, rank } from '#lib/statistics/rank.ts';
import { rankRanges, type RankRanges, type RankedArea } from '#lib/statistics/rank-range.ts';
import { digamma, logGamma } from '#lib/statistics/special.ts';
import { expectSame, resultsOf } from '../oracle/results.ts';
import { MEASURES, councilsOf } from './councils.ts';
import { drawsOf } from './made-up.ts';

const rangesOf = (...args: Parameters<typeof rankRanges>): RankRanges => {
  const found = rankRanges(...args);
  if (found.kind !== 'rank ranges') throw new Error(found.why);
  return found;
};

const toArea = ({ key, least, most, size }: Record<string, string>): RankedArea => ({
  key: key!,
  least: Number(least),
  most: Number(most),
  size: Number(size)
});

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('rank ranges of the published figures', () => {
  const { councils } = councilsOf(...MEASURES.looked_after, 2025);
  const areas = councils.map(({ key, count, size }) => ({ key, least: count!, most: count!, size: size! }));

  it('has Haringey, 94th of 151, between about 76th and 110th, whatever the seed', () => {
    const figures = areas.map(({ key, least, size }) => ({ key, value: (least / size) * 10_000 }));
    expect(rank(figures, 1, 'highest').get('309')).toMatchObject({ place: 94, of: 151 });
    for (const seed of [1, 2, 3, 4, 5]) {
      const { of, ranges } = rangesOf(areas, 'rate', 'highest', { seed });
      const haringey = ranges.get('309')!;
      expect(of).toBe(151);
      expect(Math.abs(haringey.first - 76)).toBeLessThanOrEqual(2);
      expect(Math.abs(haringey.last - 110)).toBeLessThanOrEqual(2);
      expect(haringey.quarter).toBe(2);
    }
  });

  it('is the same in every run, and turns round with the end that is first', () => {
    const [one, again, back] = [rangesOf(areas, 'rate'), rangesOf(areas, 'rate'), rangesOf(areas, 'rate', 'lowest')];
    expect(again).toEqual(one);
    one.ranges.forEach(({ first, last, quarters }, key) => {
      const other = back.ranges.get(key)!;
      expect([other.first, other.last]).toEqual([152 - last, 152 - first]);
      expect(other.quarters).toEqual(quarters);
      expect(quarters.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    });
  });

  it('names a quarter from 80% of the draws only', () => {
    rangesOf(areas, 'rate').ranges.forEach(({ quarters, quarter }) => {
      expect(quarter).toBe(Math.max(...quarters) >= 0.8 ? quarters.indexOf(Math.max(...quarters)) + 1 : undefined);
    });
  });
});

describe('rank ranges, against R', () => {
  const priors = new Map(resultsOf('rank-priors').map((row) => [row.case!, row]));
  const inputs = resultsOf('rank-inputs');
  const ranks = resultsOf('rank-ranges');
  const figureOf = (name: string) => (name === 'rereferrals' ? 'percent' : 'rate');

  it.each([...priors.keys()])('has the prior of %s', (name) => {
    const areas = [...inputs, ...ranks].filter((row) => row.case === name).map(toArea);
    const { a, b } = fitPrior(areas, figureOf(name));
    expectSame(a, priors.get(name)!.a!, 'a');
    expectSame(b, priors.get(name)!.b!, 'b');
  });

  it.each(['looked_after', 'starts', 'rereferrals'])('has the ranges of %s that integration gives', (name) => {
    const own = ranks.filter((row) => row.case === name);
    const { ranges } = rangesOf(own.map(toArea), figureOf(name), 'highest', { draws: 8_000 });
    const off = own.map((row) => {
      const found = ranges.get(row.key!)!;
      [row.q1, row.q2, row.q3, row.q4].forEach((share, i) => {
        expect(Math.abs(found.quarters[i]! - Number(share))).toBeLessThan(0.03);
      });
      return Math.max(Math.abs(found.first - Number(row.first)), Math.abs(found.last - Number(row.last)));
    });
    expect(Math.max(...off)).toBeLessThanOrEqual(2);
    expect(mean(off)).toBeLessThan(0.5);
  });
});

const { gamma, poisson } = drawsOf(31);

describe('rank ranges of made-up areas', () => {
  it('hold the true place of 19 in 20 areas', () => {
    let [held, all] = [0, 0];
    for (let run = 0; run < 12; run++) {
      const rates = Array.from({ length: 150 }, () => gamma(7) / 1_000);
      const areas = rates.map((rate, i) => {
        const size = 8_000 + (i % 30) * 5_000;
        const count = poisson(rate * size);
        return { key: String(i), least: count, most: count, size };
      });
      const { ranges } = rangesOf(areas, 'rate', 'highest', { seed: run + 1, draws: 1_000 });
      rates.forEach((rate, i) => {
        const place = 1 + rates.filter((other) => other > rate).length;
        const { first, last } = ranges.get(String(i))!;
        if (first <= place && place <= last) held++;
        all++;
      });
    }
    expect(held / all).toBeGreaterThan(0.935);
    expect(held / all).toBeLessThan(0.975);
  });

  it('is wider for small areas, and one place where chance leaves nothing open', () => {
    const of = (size: number) =>
      Array.from({ length: 20 }, (_, i) => {
        const count = Math.round(((i + 10) / 1_000) * size);
        return { key: String(i), least: count, most: count, size };
      });
    const [small, large, huge] = [of(1_000), of(10_000), of(10_000_000)].map((areas) => rangesOf(areas, 'rate'));
    const width = ({ ranges }: RankRanges) => mean([...ranges.values()].map(({ first, last }) => last - first));
    expect(width(small!)).toBeGreaterThan(width(large!) + 1);
    expect(width(huge!)).toBe(0);
    huge!.ranges.forEach(({ first }, key) => expect(first).toBe(20 - Number(key)));
  });

  it('leaves every place open where areas do not differ beyond chance', () => {
    const areas = Array.from({ length: 40 }, (_, i) => ({ key: String(i), least: 50, most: 50, size: 10_000 }));
    rangesOf(areas, 'rate').ranges.forEach(({ first, last, quarter }) => {
      expect(first).toBeLessThanOrEqual(3);
      expect(last).toBeGreaterThanOrEqual(38);
      expect(quarter).toBeUndefined();
    });
  });

  it('ranks a suppressed council below larger counts, and wider than a known one', () => {
    const many = (range: CountRange) => [
      ...Array.from({ length: 20 }, (_, i) => ({ key: String(i), least: 2 * i + 8, most: 2 * i + 8, size: 10_000 })),
      { key: 'own', ...range, size: 10_000 }
    ];
    const own = rangesOf(many(SUPPRESSED), 'rate').ranges.get('own')!;
    const known = rangesOf(many({ least: 3, most: 3 }), 'rate').ranges.get('own')!;
    expect(own.last).toBe(21);
    expect(own.first).toBeGreaterThan(14);
    expect(own.first).toBeLessThanOrEqual(known.first);
  });

  it('puts quarters where the percentiles of type 7 do', () => {
    for (const n of [10, 11, 12, 13, 151]) {
      const areas = Array.from({ length: n }, (_, i) => {
        const count = (i + 1) * 100_000;
        return { key: String(i), least: count, most: count, size: 1e9 };
      });
      const values = areas.map(({ least }) => least);
      rangesOf(areas, 'rate').ranges.forEach(({ quarter }, key) =>
        expect(quarter).toBe(quartileOf(values[Number(key)]!, quartiles(values)))
      );
    }
  });
});

describe('draws and derivatives', () => {
  it('has gamma draws of the right mean and variance', () => {
    for (const shape of [0.3, 1, 2.5, 40]) {
      const drawn = Array.from({ length: 40_000 }, () => gamma(shape));
      const average = mean(drawn);
      expect(Math.abs(average / shape - 1)).toBeLessThan(0.03);
      expect(Math.abs(mean(drawn.map((x) => (x - average) ** 2)) / shape - 1)).toBeLessThan(0.08);
    }
  });

  it('has the digamma of the tables, and the slope of logGamma', () => {
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 13);
    expect(digamma(0.5)).toBeCloseTo(-1.9635100260214235, 13);
    expect(digamma(10)).toBeCloseTo(2.251752589066721, 13);
    for (const x of [0.7, 3.3, 25, 900]) {
      expect(digamma(x)).toBeCloseTo((logGamma(x + 1e-4) - logGamma(x - 1e-4)) / 2e-4, 6);
    }
    expect(() => digamma(0)).toThrow('expected a number above zero');
  });

  it('weighs the counts of a range as the prior has them', () => {
    const weights = weightsOf({ figure: 'rate', a: 1e9, b: 1e9 / 0.003 }, { ...SUPPRESSED, size: 1_000 });
    // With nothing open but chance: Poisson of mean 3, given 1 to 5.
    const poissonOf3 = [3, 4.5, 4.5, 3.375, 2.025];
    poissonOf3.forEach((each, i) => expect(weights[i]).toBeCloseTo(each / 17.4, 4));
    // Negative binomial of R's dnbinom(1:3, size = 2, prob = 2/3), and beta-binomial by whole-number factorials.
    const some = weightsOf({ figure: 'rate', a: 2, b: 10 }, { least: 1, most: 3, size: 5 });
    [9, 4.5, 2].forEach((each, i) => expect(some[i]).toBeCloseTo(each / 15.5, 12));
    const shares = weightsOf({ figure: 'percent', a: 2, b: 3 }, { least: 1, most: 2, size: 4 });
    expect(shares[1]! / shares[0]!).toBeCloseTo(0.9, 12);
  });
});

describe('rank ranges of bad data', () => {
  const areas = (counts: number[], size = 10_000) =>
    counts.map((count, i) => ({ key: String(i), least: count, most: count, size }));

  it.each([
    ['no council', [], 'fewer than ten areas have a figure'],
    ['one council', [5], 'fewer than ten areas have a figure'],
    ['all zero', Array.from({ length: 20 }, () => 0), 'every area has none, or all']
  ] as const)('makes no claim: %s', (_, counts, why) => {
    expect(rankRanges(areas([...counts]), 'rate')).toEqual({ kind: 'no claim', why });
    expect(rankRanges(areas([...counts]), 'percent')).toEqual({ kind: 'no claim', why });
  });

  it('makes no claim where every percentage is all', () => {
    const all = areas(
      Array.from({ length: 20 }, () => 40),
      40
    );
    expect(rankRanges(all, 'percent')).toEqual({ kind: 'no claim', why: 'every area has none, or all' });
  });

  it('ranks all suppressed councils as equally open', () => {
    const hidden = Array.from({ length: 20 }, (_, i) => ({ key: String(i), ...SUPPRESSED, size: 5_000 }));
    rangesOf(hidden, 'rate').ranges.forEach(({ first, last }) => {
      expect(first).toBeLessThanOrEqual(2);
      expect(last).toBeGreaterThanOrEqual(19);
    });
  });

  it('has numbers for zeros and for none or all of a percentage', () => {
    for (const figure of ['rate', 'percent'] as const) {
      const found = rangesOf(areas([0, 0, 3, 9, 12, 20, 35, 40, 40, 7, 8], 40), figure);
      found.ranges.forEach(({ first, last }) => expect(first >= 1 && first <= last && last <= 11).toBe(true));
    }
  });

  it('refuses a key twice and a size of none', () => {
    expect(() => rankRanges([...areas([1]), ...areas([1])], 'rate')).toThrow('expected each key once');
    expect(() => rankRanges(areas([1], 0), 'rate')).toThrow('out of a size above zero');
  });
});
