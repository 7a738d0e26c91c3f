import { describe, expect, it } from 'vitest';
import {
  beforeAfterFindings,
  changeFindings,
  deprivationFindings,
  distanceFindings,
  limitFindings,
  rankFindings,
  trendFindings,
  type Finding
} from './simulation.ts';

/** What the findings of one name come to, all together: `docs/statistics.md` has those of many more runs. */
const shareOf = (findings: Finding[], name: string): number => {
  const own = findings.filter((each) => each.name.startsWith(name));
  expect(own.length, name).toBeGreaterThan(0);
  return own.reduce((sum, { found, of }) => sum + found * of, 0) / own.reduce((sum, { of }) => sum + of, 0);
};

describe('the methods hold what they promise on made-up councils', () => {
  it('has the true place in 19 of 20 rank ranges, and named quarters that are right', () => {
    const findings = rankFindings(4);
    expect(shareOf(findings, 'rank ranges hold the true place')).toBeGreaterThan(0.93);
    expect(shareOf(findings, 'rank ranges hold the true place')).toBeLessThan(0.985);
    expect(shareOf(findings, 'quarters that are named are the true ones')).toBeGreaterThan(0.85);
  });

  it('holds the level of the change test once it is scaled, for large councils too', () => {
    const findings = changeFindings(8);
    expect(shareOf(findings, 'scaled, changes at 5%')).toBeLessThan(0.065);
    expect(shareOf(findings, 'the same, councils of more than 100,000 children')).toBeLessThan(0.075);
    expect(shareOf(findings, 'intervals of the change hold the true one')).toBeGreaterThan(0.935);
    expect(shareOf(findings, 'unscaled, changes at 5% where nothing changed: ten times')).toBeGreaterThan(0.4);
    expect(shareOf(findings, 'false ones among changes that pass')).toBeLessThan(0.12);
  });

  it('holds the level over many years where rates stay about a level, and finds rates that left it', () => {
    const findings = distanceFindings(6);
    expect(shareOf(findings, 'changes at 5% over 17 years: a tenth of the rate, each year by itself')).toBeLessThan(
      0.075
    );
    expect(shareOf(findings, 'changes at 5% over 17 years: rates that wander')).toBeGreaterThan(0.4);
  });

  it('flags few trends where there is none', () => {
    const findings = trendFindings(8);
    expect(shareOf(findings, 'scaled, trends where there is none')).toBeLessThan(0.008);
    expect(shareOf(findings, 'unscaled, trends where there is none: ten times')).toBeGreaterThan(0.15);
  });

  it('finds as many councils above the limits as below, where they differ by a factor', () => {
    const findings = limitFindings(30);
    expect(Math.abs(shareOf(findings, 'of these, councils above') - 0.5)).toBeLessThan(0.15);
    expect(shareOf(findings, 'councils beyond the 99.8% limits')).toBeLessThan(0.08);
  });

  it('holds the limits round the rate usual at a deprivation', () => {
    const findings = deprivationFindings(30);
    const round = 'councils beyond the 95% limits of chance round the rate usual at their deprivation';
    expect(Math.abs(shareOf(findings, `${round}: chance alone`) - 0.05)).toBeLessThan(0.02);
    expect(shareOf(findings, `${round}: and a factor`)).toBeGreaterThan(0.3);
    expect(shareOf(findings, 'the same, beyond the wider 99.8% limits: and a factor')).toBeLessThan(0.08);
    expect(shareOf(findings, 'intervals of the slope on deprivation hold the true one')).toBeGreaterThan(0.86);
  });

  it('has a band that holds for a straight line and fails for a series that wanders', () => {
    const findings = beforeAfterFindings(30);
    expect(shareOf(findings, 'later years outside the 95% band: a line')).toBeLessThan(0.09);
    expect(shareOf(findings, 'later years outside the 95% band: a series that wanders')).toBeGreaterThan(0.15);
    expect(shareOf(findings, 'residuals said to go together where the series wanders')).toBeGreaterThan(0.7);
  });
});
