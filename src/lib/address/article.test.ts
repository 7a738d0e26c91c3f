import { describe, expect, it } from 'vitest';
import { DEFAULTS, parse, serialise, type Choices } from './article.ts';

const isArea = (key: string) => key === '309';
const read = (search: string) => parse(new URLSearchParams(search), isArea);

describe('the address of the article', () => {
  it.each<Choices>([
    DEFAULTS,
    {
      event: '2007-08',
      base: 'spring-2008',
      withTransition: true,
      area: '309',
      measure: 'looked-after',
      shown: 'counts'
    },
    { ...DEFAULTS, event: '2010-03', measure: 'ceased' }
  ])('says what was chosen and reads the same again: %o', (choices) => {
    expect(parse(serialise(choices), isArea)).toEqual({ choices, notices: [] });
  });

  it('leaves defaults out', () => {
    expect(serialise(DEFAULTS).toString()).toBe('');
    expect(serialise({ ...DEFAULTS, event: '2009-03' }).toString()).toBe('event=2009-03');
  });

  it.each([
    ['event=2008-13', 'The event cannot be set to “2008-13”'],
    ['event=2007-07', 'a month from August 2007 to March 2010 is needed'],
    ['event=', 'The event cannot be set to “”'],
    ['base=2006', 'There is no base called “2006”'],
    ['base=toString', 'There is no base called “toString”'],
    ['transition=yes', 'The year of transition cannot be “yes”'],
    ['area=999', 'No council on this page has the code “999”'],
    ['measure=adoptions', 'Councils cannot be compared by “adoptions”'],
    ['show=rate', 'Councils cannot be shown as “rate”'],
    [`area=${'9'.repeat(50)}`, `“${'9'.repeat(40)}…”`]
  ])('%s is not followed, and the page says so', (search, said) => {
    const { choices, notices } = read(search);
    expect(choices).toEqual(DEFAULTS);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(said);
  });
});
