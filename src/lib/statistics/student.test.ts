import { expect, it } from 'vitest';
import { studentQuantile } from './student.ts';

// Printed in the table of critical values of the NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2.
it.each([
  [0.975, 1, 12.706],
  [0.975, 3, 3.182],
  [0.975, 5, 2.571],
  [0.975, 6, 2.447],
  [0.95, 10, 1.812],
  [0.995, 20, 2.845],
  [0.999, 4, 7.173],
  [0.975, 100, 1.984]
])('%s of the t distribution of %s degrees of freedom lies below %s', (share, freedom, printed) => {
  expect(studentQuantile(share, freedom)).toBeCloseTo(printed, 3);
  expect(studentQuantile(1 - share, freedom)).toBeCloseTo(-printed, 3);
});

// With one and with two degrees of freedom the quantile has a closed form.
it.each([0.6, 0.9, 0.975, 0.999])('agrees with the closed forms at %s', (share) => {
  expect(studentQuantile(share, 1) / Math.tan(Math.PI * (share - 0.5))).toBeCloseTo(1, 11);
  expect(studentQuantile(share, 2) / ((2 * share - 1) / Math.sqrt(2 * share * (1 - share)))).toBeCloseTo(1, 11);
});

it('says what it expects', () => {
  expect(() => studentQuantile(1, 4)).toThrow('found 1 and 4');
  expect(() => studentQuantile(0.9, 0)).toThrow('found 0.9 and 0');
});
