import { describe, expect, it } from 'vitest';
import { YearSteps } from './year-steps.ts';

const stepsAt = () => {
  let time = 0;
  const steps = new YearSteps(() => time);
  return { steps, wait: (by: number) => (time += by) };
};

describe('the steps of the year that are one choice', () => {
  it('are presses in quick succession; after a pause another choice begins', () => {
    const { steps, wait } = stepsAt();
    expect(steps.replacesLast('2025', '2024')).toBe(false);
    wait(300);
    expect(steps.replacesLast('2024', '2023')).toBe(true);
    wait(900);
    expect(steps.replacesLast('2023', '2022')).toBe(true);
    wait(1000);
    expect(steps.replacesLast('2022', '2021')).toBe(false);
  });

  it('are those of a drag, however long a year is held', () => {
    const { steps, wait } = stepsAt();
    steps.hold();
    expect(steps.replacesLast('2025', '2020')).toBe(false);
    wait(60_000);
    expect(steps.replacesLast('2020', '2015')).toBe(true);
    steps.release();
    expect(steps.replacesLast('2015', '2014')).toBe(false);
  });

  it('do not go on from a year that the reader has left by the back button', () => {
    const { steps } = stepsAt();
    expect(steps.replacesLast('2025', '2024')).toBe(false);
    expect(steps.replacesLast('2025', '2024')).toBe(false);
  });

  it('of a second drag are another choice, and letting go of what was not held changes nothing', () => {
    const { steps } = stepsAt();
    steps.hold();
    steps.replacesLast('2025', '2020');
    steps.release();
    steps.hold();
    expect(steps.replacesLast('2020', '2019')).toBe(false);
    steps.release();
    expect(steps.replacesLast('2019', '2018')).toBe(false);
    steps.release();
    expect(steps.replacesLast('2018', '2017')).toBe(true);
  });
});
