import { describe, expect, it } from 'vitest';
import type { VariantKey } from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { defaults } from '#lib/address/trend.ts';
import { areaOf, areas, fileOf } from '../../../../tests/site.ts';
import type { ResultClaim, YearClaim } from './claims.ts';
import { composeYear, type YearPicture } from './picture.ts';
import { describeResultClaim, describeYearClaim } from './sentences.ts';
import { yearsHeld } from './years-held.ts';

/*
 * Claims made up for the purpose, in words: no figure here is one that is published.
 */

const pictureOf = (slug: string, unit: VariantKey, since?: string): YearPicture => {
  const [file, measure] = [fileOf(slug), measureOf(slug)!];
  const choices = { ...defaults(measure), unit, ...(since ? { since } : {}) };
  return composeYear({
    file,
    measure,
    view: 'rank',
    choices,
    years: yearsHeld(file, measure),
    areas,
    estimates: undefined
  })!;
};

const rates = pictureOf('looked-after', 'rate');
const shares = pictureOf('re-referrals', 'percent');
const haringey = areaOf('309');

describe('one council in one period, in words', () => {
  const compared = { area: '309', period: '2024', value: 62.5, stands: 'lower', by: -2.5 } as const;
  it.each<[string, ResultClaim, string]>([
    [
      'its figure',
      { kind: 'level', area: '309', line: 'all', period: '2031', value: 60 },
      'On 31 March 2031, there were 60.0 children looked after for every 10,000 children living in Haringey.'
    ],
    [
      'no figure',
      { kind: 'no figure', area: '309', period: '2031' },
      'For Haringey there is no figure on 31 March 2031 to show.'
    ],
    ['no change', { kind: 'not comparable', area: '309', period: '2024' }, 'It cannot be compared with 2024.'],
    ['a change without a test', { kind: 'since', ...compared }, 'That is 2.5 less than on 31 March 2024 (62.5).'],
    [
      'a fall',
      { kind: 'since', ...compared, tested: { verdict: 'fell', low: -4, high: -1 } },
      'That is a fall of 2.5 from 62.5 on 31 March 2024 (95% interval of the change −4.0 to −1.0).'
    ],
    [
      'no clear change',
      {
        kind: 'since',
        ...compared,
        stands: 'higher',
        by: 2.5,
        tested: { verdict: 'no clear change', low: -1, high: 6 }
      },
      'That is 2.5 more than on 31 March 2024 (62.5): no clear change (95% interval of the change −1.0 to +6.0).'
    ],
    [
      'within rounding',
      { kind: 'since', ...compared, stands: 'within rounding' },
      'That is within rounding of the figure on 31 March 2024 (62.5).'
    ],
    ['the same', { kind: 'since', ...compared, stands: 'same', by: 0 }, 'That is the same as on 31 March 2024.'],
    [
      'higher than England',
      { kind: 'England', ...compared, stands: 'higher', by: 7.1, side: 'higher', isOpen: false },
      'England’s figure was 62.5: Haringey’s was higher by 7.1, more than chance alone gives 19 times in 20.'
    ],
    [
      'similar to England',
      { kind: 'England', ...compared, side: 'similar', isOpen: true },
      'England’s figure was 62.5: Haringey’s was similar, lower by 2.5, which chance and rounding alone could explain.'
    ],
    [
      'as England',
      { kind: 'England', ...compared, stands: 'same', by: 0, isOpen: false },
      'England’s figure was 62.5: the same.'
    ]
  ])('%s', (_, claim, words) => {
    expect(describeResultClaim(rates, haringey, claim)).toBe(words);
  });

  it('gives percentages their sign, and their differences in percentage points', () => {
    const england = {
      kind: 'England',
      area: '309',
      period: '2031',
      value: 22.5,
      stands: 'lower',
      by: -2.5,
      isOpen: false
    } as const;
    expect(describeResultClaim(shares, haringey, england)).toBe(
      'England’s figure was 22.5%: Haringey’s was lower by 2.5 percentage points.'
    );
    const since = { kind: 'since', area: '309', period: '2024', value: 22.5, stands: 'higher', by: 2.5 } as const;
    expect(describeResultClaim(shares, haringey, since)).toBe(
      'That is 2.5 percentage points more than in the year to 31 March 2024 (22.5%).'
    );
  });
});

describe('all councils in one period, in words', () => {
  const [low, high] = [
    { value: 20.5, areas: ['309', '330'] },
    { value: 140, areas: ['890'] }
  ];
  const moves = { kind: 'moves', since: '2024', period: '2031', of: 150, low: { ...low, value: -12 }, high } as const;
  it.each<[string, YearClaim, string]>([
    [
      'between both ends',
      { kind: 'range', period: '2031', of: 150, low, high, middle: [50, 80.5] },
      'Children looked after. On 31 March 2031, the figures of 150 councils ran from 20.5 (Haringey and Birmingham) to 140.0 per 10,000 children (Blackpool); the middle half lay between 50.0 and 80.5.'
    ],
    [
      'with many at one end, and no middle half',
      { kind: 'range', period: '2031', of: 150, low: { value: 0, areas: ['309', '330', '894', '926'] }, high },
      'Children looked after. On 31 March 2031, the figures of 150 councils ran from 0.0 (4 councils) to 140.0 per 10,000 children (Blackpool).'
    ],
    [
      'all alike',
      { kind: 'range', period: '2031', of: 150, low, high: low },
      'Children looked after. On 31 March 2031, the figures of 150 councils were all 20.5 per 10,000 children.'
    ],
    ['none', { kind: 'none ranked', period: '2031' }, 'On 31 March 2031, no council has a figure to show.'],
    [
      'none that can be compared',
      { kind: 'none ranked', period: '2031', since: '2024' },
      'Children looked after. From 2024 to 2031, no council has two figures that can be compared.'
    ],
    [
      'changes without a test',
      { ...moves, found: { why: 'no estimates are held' } },
      'Children looked after. From 2024 to 2031, 150 councils have two figures that can be compared. Whether a change is more than chance is not tested: no estimates are held. The changes ran from −12.0 (Haringey and Birmingham) to +140.0 (Blackpool).'
    ],
    [
      'too small to rank',
      { kind: 'too small', areas: ['201'] },
      'Not ranked (too few children for a reliable rate): the City of London.'
    ],
    ['without a figure', { kind: 'without a figure', areas: ['309'] }, 'No figure to rank: Haringey.'],
    [
      'one that is not published',
      { kind: 'not published', count: 1 },
      'One of these has a figure that is not published because it stands for 1 to 5 children. So a rank is given as bounds where it depends on them.'
    ],
    [
      'several that are not published',
      { kind: 'not published', count: 3 },
      'Figures of 3 of these are not published because they stand for 1 to 5 children. So a rank is given as bounds where it depends on them.'
    ]
  ])('%s', (_, claim, words) => {
    expect(describeYearClaim(rates, claim)).toBe(words);
  });

  it('counts those whose change was tested', () => {
    const found = { rose: 30, fell: 20, 'no clear change': 99, phi: 2.04 };
    const words = describeYearClaim(rates, { ...moves, found });
    expect(words).toMatch(
      /^Children looked after\. From 2024 to 2031, of 149 councils whose change was tested, 30 rose, 20 fell and 99 had no clear change\. The changes ran from −12\.0 /
    );
    expect(words).toContain('(for a council of middling size, 2.0 times the variance of chance)');
    expect(words).toContain('It allows for the movement of one year only. Over 7 years figures usually move further:');
    expect(describeYearClaim(rates, { ...moves, since: '2030', found })).not.toContain('one year only');
  });
});
