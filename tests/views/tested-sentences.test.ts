import { describe, expect, it } from 'vitest';
import { formatNumber, formatPeriod, unrounded, type Unit } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { describe as say } from '#lib/figures/time/sentences.ts';
import { changeInUnit, changesBetween } from '#lib/series/changes.ts';
import { councilFigures, isEstimated } from '#lib/series/council-figures.ts';
import { findPoint, latest } from '#lib/series/compare.ts';
import { dispersionIn, isWhy } from '#lib/series/estimates.ts';
import { pairVerdict } from '#lib/statistics/pair-verdict.ts';
import { similarTo } from '#lib/domain/index.ts';
import { besideSimilar } from '../charts/time-cases.ts';
import { areas, basesOf, estimatesOf, fileOf, similar, testedPictureOf } from '../site.ts';

const TESTED = CATALOGUE.flatMap((measure) =>
  measure.variants.filter(isEstimated).map((variant) => ({ slug: measure.slug, unit: variant.key, variant }))
);

const textOf = (slug: string, unit: Unit, key: string): string =>
  say(testedPictureOf(slug, unit, [key])).find(({ id }) => id === key)!.text;

const claimsIn = (text: string) =>
  [
    ...text.matchAll(
      /From (\d{4}) to (\d{4}) (?:there is (no clear change)(?: once all councils are tested together)?|it (rose|fell), by more than chance[^(]+) \(95% interval of the change (\S+) to (\S+|no upper end)( percentage points)?\)/g
    )
  ].map(([, from, to, none, moved, low, high]) => ({
    from: from!,
    to: to!,
    verdict: moved ?? none!,
    low: low!,
    high: high!
  }));

const asNumber = (text: string): number => Number(text.replace('\u2212', '-').replaceAll(',', '').replace('+', ''));

describe('the change of a council over time, in words', () => {
  it.each(TESTED)('is called what its test says: $slug, $unit', ({ slug, unit, variant }) => {
    const figures = councilFigures(variant, { own: fileOf(slug), base: basesOf(variant)! }, areas);
    let claims = 0;
    for (const key of ['309', '330', '314', '894', '926', '857', '942']) {
      const picture = testedPictureOf(slug, unit, [key]);
      const line = picture.lines.find(({ areaKey }) => areaKey === key);
      if (!line || !latest(line)) continue;
      const text = textOf(slug, unit, key);
      expect(text, 'every council has a tested change, none, or a reason').toMatch(
        /From \d{4} to \d{4} |not tested: |cannot be tested: |No earlier figure can be compared/
      );
      for (const { from, to, verdict, low, high } of claimsIn(text)) {
        claims++;
        const dispersion = dispersionIn({ file: estimatesOf(slug), unit, period: to });
        expect(isWhy(dispersion)).toBe(false);
        if (isWhy(dispersion)) continue;
        const found = changesBetween(figures, dispersion, from, to).get(key)!;
        expect(found.verdict, `${key} ${text}`).toBe(verdict);
        if (found.test.kind !== 'difference') throw new Error('expected a test');
        const ends = changeInUnit(found.test, unrounded(findPoint(line, from)!), figures.figure);
        expect(formatNumber(asNumber(low), variant.dp)).toBe(formatNumber(ends.low, variant.dp));
        if (ends.high !== null)
          expect(formatNumber(asNumber(high), variant.dp)).toBe(formatNumber(ends.high, variant.dp));
        expect(text.includes(`${from} to ${to} there is no clear change once all`)).toBe(
          verdict === 'no clear change' && (ends.low > 0 || (ends.high !== null && ends.high < 0))
        );
        if (verdict !== 'no clear change') expect(asNumber(low) >= 0 || asNumber(high) <= 0, text).toBe(true);
        expect(text).toContain(formatPeriod(from));
      }
    }
    expect(claims).toBeGreaterThan(0);
  });

  it('says why a number, a workforce measure, and a council with few children are not tested', () => {
    expect(textOf('looked-after', 'number', '309')).toContain(
      'Whether it changed is not tested: only rates are tested, as numbers follow how many children there are.'
    );
    expect(textOf('caseload', 'average', '309')).toContain(
      'Whether it changed is not tested: chance cannot be worked out for these figures.'
    );
    expect(textOf('looked-after', 'rate', '201')).toContain(
      'Whether it changed is not tested: it has too few children.'
    );
  });

  it('makes no claim of England or a region', () => {
    for (const key of ['E92000001', 'E12000007'])
      expect(textOf('looked-after', 'rate', key)).not.toMatch(/rose|fell|tested/);
  });
});

describe('a council and the ten most similar to it, in words', () => {
  it('counts the pairs that differ', () => {
    for (const { slug, unit, variant } of TESTED) {
      const key = '309';
      const picture = besideSimilar(testedPictureOf(slug, unit, [key]), key);
      const line = picture.lines.find(({ slot }) => slot === 'similar');
      if (!line) continue;
      const { text } = say(picture).find(({ id }) => id === line.id)!;
      const period = line.points.at(-1)!.period;
      const { councilsIn, figure } = councilFigures(variant, { own: fileOf(slug), base: basesOf(variant)! }, areas);
      const own = councilsIn(period).find((each) => each.key === key);
      const verdicts = similarTo(similar, key).map((other) =>
        pairVerdict(
          own,
          councilsIn(period).find((each) => each.key === other),
          figure
        )
      );
      // Of a pair tested the other way round, "lower" is that the other council is lower.
      const count = (verdict: string): number => verdicts.filter((each) => each === verdict).length;
      expect(text).toContain(
        `Tested as pairs, it is higher than ${count('lower')} of the ten, lower than ${count('higher')} and close to ${count('close')}.`
      );
    }
  });
});
