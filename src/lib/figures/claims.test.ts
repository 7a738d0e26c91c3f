import { describe, expect, it } from 'vitest';
import { describeClaim, fromEnd, type ChangeClaim, type RankClaim } from './claims.ts';

const RATE = { dp: 1, key: 'rate' } as const;
const PERCENT = { dp: 1, key: 'percent' } as const;

const haringey: RankClaim = {
  kind: 'rank',
  area: '309',
  period: '2025',
  rank: { place: 94, joint: false, of: 151 },
  from: 'highest',
  range: { first: 76, last: 110, of: 151 }
};

describe('a rank in words', () => {
  it.each<[string, Partial<RankClaim>, string]>([
    ['alone', {}, 'That is 94th of 151 councils, or between about 76th and 110th once chance is allowed for.'],
    [
      'with a quarter that may be named',
      { range: { first: 76, last: 110, of: 151, quarter: 2 } },
      'That is 94th of 151 councils, or between about 76th and 110th once chance is allowed for, most likely in the lower middle quarter.'
    ],
    [
      'that is shared',
      { rank: { place: 94, joint: true, of: 151 } },
      'That is joint 94th of 151 councils, or between about 76th and 110th once chance is allowed for.'
    ],
    [
      'that small counts leave open',
      { rank: { place: 36, last: 39, joint: false, of: 150 }, range: { first: 20, last: 80, of: 150 } },
      'That is between 36th and 39th of 150 councils, or between about 20th and 80th once chance is allowed for.'
    ],
    [
      'with one rank for a range',
      { rank: { place: 1, joint: false, of: 151 }, range: { first: 1, last: 1, of: 151, quarter: 4 } },
      'That is 1st of 151 councils, or about 1st once chance is allowed for, most likely in the highest quarter.'
    ],
    [
      'from the lowest',
      { from: 'lowest', rank: { place: 58, joint: false, of: 151 }, range: { first: 42, last: 76, of: 151 } },
      'That is 58th of 151 councils, counted from the lowest, or between about 42nd and 76th once chance is allowed for.'
    ],
    [
      'without a range',
      { range: { why: 'fewer than ten councils have a figure' } },
      'That is 94th of 151 councils. No range can be given for this rank: fewer than ten councils have a figure.'
    ]
  ])('%s', (_, change, text) => {
    expect(describeClaim({ ...haringey, ...change }, RATE)).toBe(text);
  });

  it('is turned round with its range, and keeps its quarter', () => {
    const range = { first: 76, last: 110, of: 151, quarter: 2 as const };
    expect(fromEnd(range, 'lowest')).toEqual({ first: 42, last: 76, of: 151, quarter: 2 });
    expect(fromEnd(fromEnd(range, 'lowest'), 'lowest')).toEqual(range);
  });
});

describe('a change in words', () => {
  const change: ChangeClaim = {
    kind: 'change',
    area: '309',
    from: '2008',
    to: '2025',
    tested: { verdict: 'fell', low: -27.14, high: -7.2 }
  };

  it.each<[string, ChangeClaim['tested'], typeof RATE | typeof PERCENT, string]>([
    [
      'a fall',
      change.tested,
      RATE,
      'From 2008 to 2025 it fell, by more than chance and this measure’s usual movement in a year explain (95% interval of the change −27.1 to −7.2).'
    ],
    [
      'a rise in points',
      { verdict: 'rose', low: 2, high: 8.25 },
      PERCENT,
      'From 2008 to 2025 it rose, by more than chance and this measure’s usual movement in a year explain (95% interval of the change +2.0 to +8.3 percentage points).'
    ],
    [
      'no clear change',
      { verdict: 'no clear change', low: -0.04, high: null },
      RATE,
      'From 2008 to 2025 there is no clear change (95% interval of the change 0.0 to no upper end).'
    ],
    [
      'no clear change though its own interval is on one side of zero',
      { verdict: 'no clear change', low: 1.7, high: 48.4 },
      RATE,
      'From 2008 to 2025 there is no clear change once all councils are tested together (95% interval of the change +1.7 to +48.4).'
    ],
    [
      'no test',
      { why: 'the measure has only one year' },
      RATE,
      'Whether it changed from 2008 to 2025 cannot be tested: the measure has only one year.'
    ]
  ])('%s', (_, tested, variant, text) => {
    expect(describeClaim({ ...change, tested }, variant)).toBe(text);
  });
});

describe('how many lie beyond limits', () => {
  it('says how many would by chance, for limits of chance alone', () => {
    expect(
      describeClaim(
        { kind: 'beyond', period: '2025', of: 151, above: 60, below: 58, limits: { kind: 'chance', level: 95 } },
        RATE
      )
    ).toBe(
      'Of 151 councils, 60 lie above the 95% limits around England’s figure and 58 below them, after rounding is allowed for; by chance alone about 8 would lie outside.'
    );
  });

  it('names who lies beyond the wider ones, and does not say “1 in 20”', () => {
    expect(
      describeClaim(
        {
          kind: 'beyond',
          period: '2025',
          of: 151,
          above: 2,
          below: 0,
          limits: { kind: 'usual', level: 99.8 },
          named: { above: ['Stoke-on-Trent', 'Blackpool'], below: [] }
        },
        RATE
      )
    ).toBe('Of 151 councils, 2 (Stoke-on-Trent and Blackpool) lie above the wider 99.8% limits and 0 below them.');
  });
});
