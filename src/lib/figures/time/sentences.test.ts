import { describe as group, expect, it } from 'vitest';
import type { Point, Status, Unit } from '#lib/domain/index.ts';
import { pictureOf } from '../../../../tests/site.ts';
import { describe } from './sentences.ts';

/** What is said of figures made up for the purpose, of Haringey or of another area. */
const say = (
  slug: string,
  unit: Unit,
  figures: Record<string, number | Status>,
  { key = '309', open = 0, cut = '9999', doubted = [] as string[] } = {}
): string => {
  const picture = pictureOf(slug, unit, [key]);
  const line = picture.lines.find(({ areaKey }) => areaKey === key)!;
  const points = Object.entries(figures).map(([period, figure]): Point => ({
    period,
    value: typeof figure === 'number' ? figure : null,
    status: typeof figure === 'number' ? 'ok' : figure,
    segment: period >= cut ? 1 : 0,
    below: period < '2010' ? open : 0,
    above: period < '2010' ? open : 0,
    lineage: [],
    ...(doubted.includes(period) ? { lowConfidence: true as const } : {})
  }));
  return describe({ ...picture, lines: [{ ...line, points }], until: '2025' })[0]!.text;
};

group('a sentence about one', () => {
  it('speaks of one child in the singular, and of none in the plural', () => {
    expect(say('looked-after', 'number', { '2025': 1 })).toBe(
      'On 31 March 2025, there was 1 child looked after by Haringey. No earlier figure can be compared with it.'
    );
    expect(say('looked-after', 'number', { '2025': 0 })).toMatch(
      /^On 31 March 2025, there were 0 children looked after by Haringey\./
    );
    expect(say('section-47-enquiries', 'number', { '2025': 1 })).toMatch(
      /there was 1 section 47 enquiry in Haringey\./
    );
    expect(say('adoptions', 'number', { '2025': 1 }, { key: 'E92000001' })).toMatch(
      /1 of the children looked after in England was adopted\./
    );
  });

  it('leaves a rate of one in the plural', () => {
    expect(say('looked-after', 'rate', { '2025': 1 })).toMatch(
      /there were 1\.0 children looked after for every 10,000/
    );
  });

  it('says 1 more and 1 fewer', () => {
    expect(say('looked-after', 'number', { '2008': 4, '2025': 5 })).toMatch(
      /That is 1 more than on 31 March 2008 \(4\)/
    );
    expect(say('looked-after', 'number', { '2008': 5, '2025': 4 })).toMatch(
      /That is 1 fewer than on 31 March 2008 \(5\)/
    );
  });
});

group('a sentence about change', () => {
  it('names March 2008 and the earliest comparable year, once where they are one', () => {
    expect(say('looked-after', 'rate', { '2006': 50, '2008': 40, '2025': 60 })).toContain(
      'That is 20.0 higher than on 31 March 2008 (40.0), and 10.0 higher than on 31 March 2006 (50.0), the earliest comparable year.'
    );
    expect(say('looked-after', 'rate', { '2008': 40, '2025': 60 })).toContain(
      'That is 20.0 higher than on 31 March 2008 (40.0), the earliest comparable year.'
    );
  });

  it('does not look across a break', () => {
    expect(say('looked-after', 'rate', { '2008': 40, '2010': 55, '2025': 60 }, { cut: '2010' })).toContain(
      'That is 5.0 higher than on 31 March 2010 (55.0), the earliest comparable year.'
    );
    expect(say('looked-after', 'rate', { '2008': 40, '2025': 60 }, { cut: '2010' })).toContain(
      'No earlier figure can be compared with it.'
    );
  });

  it('begins after figures that the Department graded as of low confidence, and says so', () => {
    const plans = { '2010': 30, '2011': 45, '2012': 50, '2025': 60 };
    const text = (doubted: string[]): string => say('child-protection-plans', 'rate', plans, { doubted });
    expect(text(['2010'])).toContain(
      'That is 15.0 higher than on 31 March 2011 (45.0), the earliest comparable year. The figure for 2010 is not used: the Department graded it as of low confidence.'
    );
    expect(text(['2010', '2011'])).toContain(
      'That is 10.0 higher than on 31 March 2012 (50.0), the earliest comparable year. The figures for 2010 and 2011 are not used: the Department graded them as of low confidence.'
    );
    expect(text(['2011'])).not.toContain('low confidence');
    expect(text(['2010', '2011', '2012'])).toContain(
      'No earlier figure can be compared with it. The figures for 2010, 2011 and 2012 are not used: the Department graded them as of low confidence.'
    );
  });

  it('measures from no figure that is held back', () => {
    expect(say('looked-after', 'number', { '2008': 'suppressed', '2009': 10, '2025': 12 })).toContain(
      'That is 2 more than on 31 March 2009 (10), the earliest comparable year.'
    );
  });

  it('calls equal figures the same, and what rounding can explain within rounding', () => {
    expect(say('looked-after', 'number', { '2008': 40, '2025': 40 })).toContain(
      'That is the same as on 31 March 2008 (40)'
    );
    expect(say('looked-after', 'number', { '2008': 40, '2025': 42 }, { open: 2 })).toContain(
      'That is within rounding of the figure on 31 March 2008 (40)'
    );
    expect(say('looked-after', 'number', { '2008': 40, '2025': 43 }, { open: 2 })).toContain('That is 3 more than');
  });

  it('measures percentages in percentage points', () => {
    expect(say('re-referrals', 'percent', { '2013': 10, '2025': 12.5 })).toContain(
      'That is 2.5 percentage points higher than in the year to 31 March 2013 (10.0%)'
    );
  });
});

group('a sentence about what is not there', () => {
  const after = (...figures: Status[]): string =>
    say(
      'looked-after',
      'rate',
      Object.fromEntries([['2020', 5], ...figures.map((each, i) => [String(2021 + i), each])])
    )
      .split('compared with it. ')
      .at(-1)!;

  it('names each year and its reason', () => {
    expect(after('suppressed', 'suppressed', 'suppressed', 'suppressed', 'suppressed')).toBe(
      'The figures for 2021 to 2025 are not published: the publisher held them back so that no one can be identified.'
    );
    expect(after('suppressed', 'unavailable', 'suppressed', 'unreliable', 'low')).toBe(
      'The figures for 2021 and 2023 are not published: the publisher held them back so that no one can be identified. ' +
        'The figure for 2022 is not in our data. ' +
        'The figure for 2024 is not given: the publisher judged it too unreliable. ' +
        'The figure for 2025 is more than zero, but rounds to zero.'
    );
  });

  it('says that a line stops', () => {
    expect(after()).toBe('No later figure is held here.');
    expect(after('suppressed')).toBe(
      'The figure for 2021 is not published: the publisher held it back so that no one can be identified. No later figure is held here.'
    );
  });

  it('says so where there is no figure at all', () => {
    expect(say('looked-after', 'rate', { '2024': 'suppressed', '2025': 'suppressed' })).toBe(
      'There is no figure to show for Haringey. The figures for 2024 and 2025 are not published: the publisher held them back so that no one can be identified.'
    );
  });

  it('says of an authority that ended when it did, and not that its figures stop', () => {
    const text = say('looked-after', 'number', { '2008': 5, '2009': 7 }, { key: '875' });
    expect(text).toMatch(/This council ended on 31 March 2009\.$/);
    expect(text).not.toContain('No later figure');
  });
});

group('a sentence about England', () => {
  const beside = (mine: number, theirs: number, key = '309'): string => {
    const picture = pictureOf('looked-after', 'rate', [key]);
    const lines = picture.lines.map((line) => ({
      ...line,
      points: [
        {
          period: '2025',
          value: line.areaKey === key ? mine : theirs,
          status: 'ok' as const,
          segment: 0,
          below: 0,
          above: 0,
          lineage: []
        }
      ]
    }));
    return describe({ ...picture, lines })[0]!
      .text.split('compared with it. ')
      .at(-1)!;
  };

  it('says higher, lower or the same, and no more', () => {
    expect(beside(60, 67.1)).toBe('England’s figure on 31 March 2025 was 67.1: Haringey’s was lower by 7.1.');
    expect(beside(70, 67.1)).toBe('England’s figure on 31 March 2025 was 67.1: Haringey’s was higher by 2.9.');
    expect(beside(67.1, 67.1)).toBe('England’s figure on 31 March 2025 was 67.1: the same.');
  });

  it('bends no name that cannot be bent', () => {
    expect(beside(70, 67.1, '342')).toContain('that of St. Helens was higher');
    expect(beside(70, 67.1, 'E12000004')).toContain('that of the East Midlands was higher');
    expect(beside(70, 67.1, '835')).toContain('that of Dorset (to 2019) was higher');
  });
});
