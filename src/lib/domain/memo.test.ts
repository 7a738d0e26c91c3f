import { expect, it } from 'vitest';
import { Memo, MemoOf, MemoOfAll } from './memo.ts';

it('works a value out once for a key, also where that is undefined', () => {
  const memo = new Memo<string, number | undefined>();
  let times = 0;
  const make = () => void times++;
  expect([memo.get('a', make), memo.get('a', make)]).toEqual([undefined, undefined]);
  expect(times).toBe(1);
});

it('lets all go when it would hold more than its limit', () => {
  const memo = new Memo<number, number>(2);
  let times = 0;
  const read = (key: number) => memo.get(key, () => (times++, key));
  [1, 2, 1, 2].forEach(read);
  expect(times).toBe(2);
  [3, 1].forEach(read);
  expect(times).toBe(4);
});

it('keeps the values of each object apart', () => {
  const memo = new MemoOf<object, string>();
  const [one, other] = [{}, {}];
  expect(memo.get(one, 'a', () => 'of one')).toBe('of one');
  expect(memo.get(other, 'a', () => 'of the other')).toBe('of the other');
  expect(memo.get(one, 'a', () => 'again')).toBe('of one');
});

it('works a value out once for the same objects in the same order', () => {
  const memo = new MemoOfAll<number>();
  const [one, other] = [{}, {}];
  let times = 0;
  const read = (...owners: object[]) => memo.get(owners, () => ++times);
  expect([read(one), read(one, other), read(other, one), read(one, other), read(one)]).toEqual([1, 2, 3, 2, 1]);
});
