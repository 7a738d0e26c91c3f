import { expect, it } from 'vitest';
import { pairOf } from './check-view.svelte.ts';
import { reportRows } from './report-rows.ts';

const file = (name: string, size = 10): File => Object.defineProperty(new File(['x'], name), 'size', { value: size });

it('takes a file of data with or without its metadata, in any order, and no more', () => {
  const [data, meta] = [file('plans.csv'), file('plans.meta.csv')];
  expect(pairOf([data])).toEqual({ data });
  expect(pairOf([meta, data])).toEqual({ data, meta });
  expect(pairOf([meta])).toHaveProperty('why');
  expect(pairOf([data, file('others.csv')])).toHaveProperty('why');
  expect(pairOf([data, meta, file('others.meta.csv')])).toHaveProperty('why');
  expect(pairOf([file('huge.csv', 500_000_001)])).toEqual({
    why: 'huge.csv is over the limit. Files of up to 500 MB can be checked here.'
  });
});

it('writes no cell that a spreadsheet would run', () => {
  const result = {
    rule: 'own_formula_cells',
    level: 'fail' as const,
    message: 'm',
    rows: [2, 3],
    values: ['=1+1', 'b']
  };
  const rules = [{ id: 'own_formula_cells', asks: 'a', group: 'Rows and cells' as const, isOurs: true }];
  expect(reportRows({ file: 'plans.csv', rows: 2, results: [result] }, rules)).toEqual([
    { rule: 'own_formula_cells', whose: 'Per 10,000', level: 'fail', message: 'm', rows: '2 3', values: "'=1+1 | b" }
  ]);
});
